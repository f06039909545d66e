import type { App as Bolt } from '@slack/bolt'
import type { App } from '../app.ts'
import type { Completion } from '../contract/completion.ts'
import type { Log } from '../contract/log.ts'
import { acknowledgement } from './acknowledgement.ts'
import type { InFlight } from './in-flight.ts'
import { callerBehind, type People } from './people.ts'

type Parts = {
  app: App
  people: People
  owed: InFlight
  flight: InFlight
  log: Log
  newReference: () => string
}

/**
 * Joins the menus that ask what they offer to what completes them. Where that fails the menu is empty: Slack has no
 * other words for it.
 */
export function registerCompletions(bolt: Bolt, completions: readonly Completion[], parts: Parts): void {
  const { app, people, owed, flight, log, newReference } = parts
  bolt.options(/.*/, async ({ ack, body, payload }) => {
    const id = 'action_id' in payload ? payload.action_id : ''
    const completing = acknowledgement(ack, id, log)
    const offer = async () => {
      const found = completions.find((one) => one.id === id)
      if (found === undefined) return []
      const gesture = { slackId: body.user.id, request: id }
      const caller = await callerBehind(app, await people.profile(body.user.id), gesture)
      return found.complete(app, caller, payload.value)
    }
    const work = offer()
      .catch((error: unknown) => {
        log.error({ err: error, what: id, reference: newReference() }, 'a handler failed')
        return []
      })
      .then((options) => completing.give({ options }))
    owed.track(id, completing.settled)
    flight.track(id, work)
  })
}
