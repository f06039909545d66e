import type { BlockAction, App as Bolt, RespondFn, ViewSubmitAction } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { App } from '../app.ts'
import type { Action } from '../contract/action.ts'
import type { Caller } from '../contract/caller.ts'
import { UserError } from '../contract/errors.ts'
import type { SlackEvent } from '../contract/event.ts'
import type { Log } from '../contract/log.ts'
import type { Reply } from '../contract/reply.ts'
import type { Submission } from '../contract/submission.ts'
import { type Language, languageOfLocale } from '../domain/language/rules.ts'
import { acknowledgement } from './acknowledgement.ts'
import { filledIn } from './filled-in.ts'
import { funnel, type Outcome, replyOf } from './funnel.ts'
import type { InFlight } from './in-flight.ts'
import { modalErrors } from './modal-errors.ts'
import { callerBehind, type People } from './people.ts'
import { sendReply } from './reply.ts'

/** Everything that people can do, as `commands/index.ts` lists it. */
export type Handlers = {
  answer(app: App, caller: Caller, typed: { command: string; text: string }): Promise<Reply>
  actions: readonly Action[]
  submissions: readonly Submission[]
  events: readonly SlackEvent[]
}

type Parts = {
  app: App
  handlers: Handlers
  people: People
  asking: WebClient
  /** What was begun; and what Slack still waits to be told of. */
  flight: InFlight
  owed: InFlight
  newReference: () => string
  log: Log
}

type Gesture = {
  what: string
  slackId: string
  request: string
  channelId?: string | undefined
  channelName?: string | undefined
  messageTs?: string | undefined
  respond?: RespondFn
  triggerId?: string | undefined
  answer(caller: Caller): Promise<Reply>
  /** What Slack is told when the work is over, and whether there is nothing more to say. */
  acknowledge?(outcome: Outcome, language: Language): Promise<boolean>
}

/**
 * Joins what Slack sends to the handlers: find the person, act, answer. A command is acknowledged first, since its
 * answer shows whether it was heard; a button and a modal when what they ask for is kept.
 */
export function register(bolt: Bolt, parts: Parts): void {
  const { app, handlers, people, asking, flight, owed, newReference, log } = parts

  async function act(gesture: Gesture): Promise<void> {
    const { what, slackId, request, channelId, channelName, messageTs } = gesture
    const { respond, triggerId, answer, acknowledge } = gesture
    try {
      const told = {
        slackId,
        request,
        ...(channelId !== undefined && { channelId }),
        ...(channelName !== undefined && { channelName }),
        ...(messageTs !== undefined && { messageTs }),
      }
      const profile = await people.profile(slackId)
      // Where the database is gone, Slack's own word for the language is all there is.
      let language = languageOfLocale(profile.locale) ?? 'en'
      const work = async () => {
        const caller = await callerBehind(app, profile, told)
        language = caller.language
        return answer(caller)
      }
      const outcome = await funnel(work, newReference, log, what)
      if ((await acknowledge?.(outcome, language)) === true) return
      await sendReply(replyOf(outcome, language), told, {
        client: asking,
        ...(respond !== undefined && { respond }),
        ...(triggerId !== undefined && { triggerId }),
      })
    } catch (error) {
      // Nobody can be told: the way back itself is broken. The log is the last resort.
      log.error({ err: error, what, reference: newReference() }, 'an answer could not be given')
    }
  }

  bolt.command(/^\//, async ({ ack, body, respond }) => {
    await ack()
    const { command, text, user_id: slackId, channel_id: channelId, trigger_id: triggerId } = body
    const typed = { command, text: unescapeText(text ?? '') }
    const answer = (caller: Caller) => handlers.answer(app, caller, typed)
    const { channel_name: channelName } = body
    const wayBack = { channelId, channelName, respond, triggerId }
    flight.track(command, act({ what: command, slackId, request: triggerId, ...wayBack, answer }))
  })

  bolt.action<BlockAction>(/.*/, async ({ ack, body, payload, respond }) => {
    const [id = ''] = payload.action_id.split(':')
    const value = 'value' in payload && typeof payload.value === 'string' ? payload.value : ''
    const answer = async (caller: Caller) => {
      const action = handlers.actions.find((candidate) => candidate.id === id)
      if (action === undefined) throw new UserError('refused.outdated-button')
      return action.answer(app, caller, value)
    }
    const press = acknowledgement(ack, id, log)
    const acknowledge = async () => {
      await press.give()
      return false
    }
    const { trigger_id: triggerId, message } = body
    const wayBack = { channelId: body.channel?.id, channelName: body.channel?.name, respond, triggerId }
    const messageTs = message?.ts
    owed.track(id, press.settled)
    flight.track(
      id,
      act({
        what: id,
        slackId: body.user.id,
        request: triggerId,
        ...wayBack,
        messageTs,
        answer,
        acknowledge,
      }),
    )
  })

  bolt.view<ViewSubmitAction>(/.*/, async ({ ack, body, view }) => {
    const { callback_id: id } = view
    const sent = { meta: view.private_metadata, fields: filledIn(view.state.values) }
    const answer = async (caller: Caller) => {
      const submission = handlers.submissions.find((candidate) => candidate.id === id)
      if (submission === undefined) throw new UserError('refused.outdated-button')
      return submission.answer(app, caller, sent)
    }
    const submitting = acknowledgement(ack, id, log)
    const acknowledge = async (outcome: Outcome, language: Language) => {
      const errors = outcome.ok ? undefined : modalErrors(outcome.failure, view.blocks, language)
      if (errors === undefined) {
        await submitting.give()
        return false
      }
      // What the modal shows need not be said again; where it is too late for that, it is said in a message.
      return submitting.give({ response_action: 'errors', errors })
    }
    const { trigger_id: triggerId } = body
    owed.track(id, submitting.settled)
    flight.track(
      id,
      act({ what: id, slackId: body.user.id, request: triggerId, triggerId, answer, acknowledge }),
    )
  })

  for (const event of handlers.events)
    bolt.event(event.type, async ({ body, payload }) => {
      const { event_id: request } = body
      const fields: Record<string, unknown> = { ...payload }
      // Slack has two names for whoever did it.
      const slackId = fields.user ?? fields.user_id
      if (typeof slackId !== 'string') return
      const once = async () => {
        // Slack tells an event again when it did not hear the acknowledgement.
        if (!(await app.isFirstTime(request))) return
        await act({ what: event.type, slackId, request, answer: (caller) => event.run(app, caller, fields) })
      }
      flight.track(
        event.type,
        once().catch((error: unknown) =>
          log.error({ err: error, what: event.type }, 'an event could not be acted upon'),
        ),
      )
    })

  bolt.error(async (error) => log.error({ err: error }, 'Bolt could not handle what Slack sent'))
}

/** What the person typed: with mentions resolved, as the manifest asks, Slack sends three characters as entities. */
function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
