import type { SocketModeClient } from '@slack/socket-mode'
import type { Log } from '../contract/log.ts'
import { isSlackBody } from './slack-body.ts'

type Listener = (...args: unknown[]) => unknown
type Envelope = { ack(): Promise<void>; body?: unknown }

/**
 * Lets nothing reach Bolt's own listener that it can't read, and nothing that it or the SDK throws over a message reach
 * Node's last resort: one odd payload would end the process with all its roles.
 */
export function guardEnvelopes(client: SocketModeClient, log: Log): void {
  const guard = (name: string, isFit: (first: unknown) => Promise<boolean>) => {
    const listeners = client.listeners(name) as Listener[]
    client.removeAllListeners(name)
    client.on(name, async (...args: unknown[]) => {
      try {
        if (await isFit(args[0])) await Promise.all(listeners.map((listener) => listener(...args)))
      } catch (error) {
        log.error({ err: error }, 'what Slack sent could not be taken')
      }
    })
  }
  guard('ws_message', async () => true)
  guard('slack_event', async (given) => {
    const { ack, body } = given as Envelope
    if (isSlackBody(body)) return true
    log.warn({}, 'Slack sent what is no request; it was not acted upon')
    await ack()
    return false
  })
}
