import type { SocketModeClient } from '@slack/socket-mode'
import type { Log } from '../contract/log.ts'
import { isSlackBody } from './slack-body.ts'

type Envelope = { ack(): Promise<void>; body?: unknown }

/**
 * Lets nothing reach Bolt's own listener that it can't read, and nothing that it throws reach Node's last resort: one
 * odd payload would end the process with all its roles.
 */
export function guardEnvelopes(client: SocketModeClient, log: Log): void {
  const listeners = client.listeners('slack_event')
  client.removeAllListeners('slack_event')
  client.on('slack_event', async (envelope: Envelope) => {
    try {
      if (isSlackBody(envelope.body)) await Promise.all(listeners.map((listener) => listener(envelope)))
      else {
        log.warn({}, 'Slack sent what is no request; it was not acted upon')
        await envelope.ack()
      }
    } catch (error) {
      log.error({ err: error }, 'what Slack sent could not be taken')
    }
  })
}
