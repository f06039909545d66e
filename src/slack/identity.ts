import type { Log } from '../contract/log.ts'
import { askingClient } from './client.ts'

/** The bot's name and workspace as Slack has them. @throws what Slack says where the token does not hold */
export async function whoSlackSaysWeAre(botToken: string, apiUrl: string, log: Log): Promise<string> {
  const { user, team } = await askingClient(botToken, apiUrl, log).auth.test()
  return `${user ?? 'the bot'} in ${team ?? 'its workspace'}`
}
