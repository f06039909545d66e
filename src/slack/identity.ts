import type { Log } from '../contract/log.ts'
import { askingClient } from './client.ts'

/** The bot's name and workspace as Slack has them. @throws what Slack says where the token does not hold */
export async function whoSlackSaysWeAre(botToken: string, apiUrl: string, log: Log): Promise<string> {
  const { user, team } = await askingClient(botToken, apiUrl, log).auth.test()
  return `${user ?? 'the bot'} in ${team ?? 'its workspace'}`
}

/**
 * Asks for an address to listen at and does not go there, so that no listener elsewhere loses its connection.
 * @throws what Slack says where the app-level token does not hold
 */
export async function checkAppToken(appToken: string, apiUrl: string, log: Log): Promise<void> {
  await askingClient(appToken, apiUrl, log).apps.connections.open({})
}
