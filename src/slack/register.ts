import type { BlockAction, App as Bolt, ViewSubmitAction } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { App } from '../app.ts'
import type { Action } from '../contract/action.ts'
import type { Caller } from '../contract/caller.ts'
import type { Completion } from '../contract/completion.ts'
import { UserError } from '../contract/errors.ts'
import type { SlackEvent } from '../contract/event.ts'
import type { Log } from '../contract/log.ts'
import type { Reply } from '../contract/reply.ts'
import type { Shortcut } from '../contract/shortcut.ts'
import type { Submission } from '../contract/submission.ts'
import { type Language, languageOfLocale } from '../domain/language/rules.ts'
import { acknowledgement } from './acknowledgement.ts'
import { filledIn } from './filled-in.ts'
import { funnel, type Outcome, replyOf } from './funnel.ts'
import type { Gesture } from './gesture.ts'
import type { InFlight } from './in-flight.ts'
import { modalErrors } from './modal-errors.ts'
import { placeIn } from './modal-place.ts'
import { callerBehind, type People } from './people.ts'
import { registerCommands } from './register-commands.ts'
import { registerCompletions } from './register-completions.ts'
import { registerEvents } from './register-events.ts'
import { registerShortcuts } from './register-shortcuts.ts'
import { sendReply, type WayBack } from './reply.ts'

/** Everything that people can do, as `commands/index.ts` lists it. */
export type Handlers = {
  answer(app: App, caller: Caller, typed: { command: string; text: string }): Promise<Reply>
  actions: readonly Action[]
  submissions: readonly Submission[]
  events: readonly SlackEvent[]
  shortcuts: readonly Shortcut[]
  completions: readonly Completion[]
  /** What the caller sees on the Home tab, as it stands now. */
  home(app: App, caller: Caller): Promise<Reply>
}

type Parts = {
  app: App
  handlers: Handlers
  people: People
  asking: WebClient
  saying: WebClient
  /** What was begun; and what Slack still waits to be told of. */
  flight: InFlight
  owed: InFlight
  newReference: () => string
  log: Log
}

/**
 * Joins what Slack sends to the handlers: find the person, act, answer. A command is acknowledged with its answer, or
 * without where that takes long, since an answer shows whether it was heard; a button and a modal when what they ask
 * for is kept.
 */
export function register(bolt: Bolt, parts: Parts): void {
  const { app, handlers, people, asking, saying, flight, owed, newReference, log } = parts

  async function act(gesture: Gesture): Promise<void> {
    const { what, slackId, request, channelId, channelName, messageTs, isOnHome } = gesture
    const { respond, triggerId, thread, aloudUnder, view, links, answer, acknowledge } = gesture
    try {
      const told = {
        slackId,
        request,
        ...(channelId !== undefined && { channelId }),
        ...(channelName !== undefined && { channelName }),
        ...(messageTs !== undefined && { messageTs }),
        ...(isOnHome === true && { isOnHome }),
      }
      const profile = await people.profile(slackId)
      // Where the database is gone, Slack's own word for the language is all there is.
      let language = languageOfLocale(profile.locale) ?? 'en'
      let caller: Caller | undefined
      const work = async () => {
        caller = await callerBehind(app, profile, told)
        language = caller.language
        return answer(caller)
      }
      const outcome = await funnel(work, newReference, log, what)
      if ((await acknowledge?.(outcome, language)) === true) return
      const way = { asking, saying, respond, triggerId, thread, aloudUnder, view, links }
      try {
        await sendReply(replyOf(outcome, language), told, way)
      } finally {
        // What is kept shows on the Home tab, whether or not the answer arrived.
        if (caller !== undefined && isOnHome === true && mayShowOnHome(outcome)) await showHome(caller, way)
      }
    } catch (error) {
      // Nobody can be told: the way back itself is broken. The log is the last resort.
      log.error({ err: error, what, reference: newReference() }, 'an answer could not be given')
    }
  }

  async function showHome(caller: Caller, way: WayBack): Promise<void> {
    try {
      await sendReply(await handlers.home(app, caller), caller, way)
    } catch (error) {
      log.warn({ err: error }, 'the Home tab could not be shown anew')
    }
  }

  const answerTyped = (caller: Caller, typed: { command: string; text: string }) =>
    handlers.answer(app, caller, typed)
  registerCommands(bolt, { now: app.now, flight, owed, log, answer: answerTyped, act })

  bolt.action<BlockAction>(/.*/, async ({ ack, body, payload, respond }) => {
    const [id = ''] = payload.action_id.split(':')
    const value = chosenIn(payload)
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
    const { trigger_id: triggerId, message, view } = body
    const place = placeIn(view?.private_metadata ?? '')
    const channelId = body.channel?.id ?? place.channelId
    const isOnHome = view?.type === 'home' ? true : place.isOnHome
    const wayBack = { channelId, channelName: body.channel?.name, respond, triggerId }
    const messageTs = message?.ts
    const thread = threadIn(body)
    owed.track(id, press.settled)
    flight.track(
      id,
      act({
        what: id,
        slackId: body.user.id,
        request: triggerId,
        ...wayBack,
        messageTs,
        isOnHome,
        thread,
        view,
        answer,
        acknowledge,
      }),
    )
  })

  bolt.view<ViewSubmitAction>(/.*/, async ({ ack, body, view }) => {
    const { callback_id: id } = view
    const { meta, channelId, isOnHome } = placeIn(view.private_metadata)
    const sent = { meta, fields: filledIn(view.state.values) }
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
      act({
        what: id,
        slackId: body.user.id,
        request: triggerId,
        triggerId,
        channelId,
        isOnHome,
        answer,
        acknowledge,
      }),
    )
  })

  registerEvents(bolt, handlers.events, { app, flight, log, act })
  registerShortcuts(bolt, handlers.shortcuts, { app, flight, act })
  registerCompletions(bolt, handlers.completions, { app, people, owed, flight, log, newReference })

  bolt.error(async (error) => log.error({ err: error }, 'Bolt could not handle what Slack sent'))
}

/** The thread in which a button stands; the message that began one stands in the channel. */
function threadIn({ message, container }: BlockAction): string | undefined {
  const thread: unknown = message?.thread_ts ?? container.thread_ts
  return typeof thread === 'string' && thread !== message?.ts ? thread : undefined
}

/** What a button carries, or what was chosen from a menu. */
function chosenIn(payload: object): string {
  const chosen = 'selected_option' in payload ? payload.selected_option : payload
  const isObject = typeof chosen === 'object' && chosen !== null
  return isObject && 'value' in chosen && typeof chosen.value === 'string' ? chosen.value : ''
}

/** Whoever is asked for more has changed nothing yet; whoever is refused may have looked at what is not so any more. */
function mayShowOnHome(outcome: Outcome): boolean {
  if (!outcome.ok) return outcome.failure.kind !== 'bug'
  const { kind } = outcome.reply
  return kind === 'nothing' || kind === 'ephemeral' || kind === 'replace'
}
