import type { App as Bolt } from '@slack/bolt'
import type { App } from '../app.ts'
import { UserError } from '../contract/errors.ts'
import type { Shortcut } from '../contract/shortcut.ts'
import type { Gesture } from './gesture.ts'
import type { InFlight } from './in-flight.ts'

type Parts = { app: App; flight: InFlight; act(gesture: Gesture): Promise<void> }

/**
 * Joins the shortcuts of Slack's menus to their handlers. They are acknowledged at once, since an answer shows whether
 * they were heard; one that is known no more is refused in a sentence.
 */
export function registerShortcuts(
  bolt: Bolt,
  shortcuts: readonly Shortcut[],
  { app, flight, act }: Parts,
): void {
  bolt.shortcut(/.*/, async ({ ack, body, respond }) => {
    await ack()
    const { callback_id: id, trigger_id: triggerId } = body
    const chosen = body.type === 'message_action' ? body : undefined
    const type = chosen === undefined ? 'global' : 'message'
    const text = chosen?.message.text ?? ''
    const answer: Gesture['answer'] = async (caller) => {
      const found = shortcuts.find((one) => one.id === id && one.type === type)
      if (found === undefined) throw new UserError('refused.outdated-shortcut')
      return found.run(app, caller, text)
    }
    flight.track(
      id,
      act({
        what: id,
        slackId: body.user.id,
        request: triggerId,
        triggerId,
        answer,
        ...(chosen !== undefined && {
          channelId: chosen.channel.id,
          channelName: chosen.channel.name,
          thread: threadOf(chosen.message),
          respond,
        }),
      }),
    )
  })
}

function threadOf(message: Readonly<Record<string, unknown>>): string | undefined {
  return typeof message.thread_ts === 'string' ? message.thread_ts : undefined
}
