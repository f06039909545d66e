import { offered } from '../blocks/elements.ts'
import type { Core } from '../core.ts'
import { channelRef, interactionBase, slackMessage, slackView } from '../delivery/payloads.ts'
import type { ActionRequest, OptionsRequest, PageError } from '../protocol.ts'
import { findElement, findPlace, type Place } from './find-element.ts'

type Json = Record<string, unknown>
type Failure = { ok: false; error: PageError }

/** A button is pressed, a menu chosen: `block_actions`. */
export async function press(core: Core, request: ActionRequest): Promise<{ ok: true } | Failure> {
  const found = findPlace(core, request.as, request.container)
  if (found === undefined) return gone(request.container.type)
  const element = findElement(found.blocks, request.blockId, request.actionId)
  if (element === undefined) return { ok: false, error: 'bad_request' }
  const state = knownState(found, request.state)
  const place = found.in === 'view' ? { ...found, view: { ...found.view, values: state } } : found
  // A view that is updated still has what the person typed so far.
  if (place.in === 'view') core.modals.replace(place.view)
  // A link button is a link; Slack sends its press to the app as well.
  const action = {
    ...elementFields(element),
    ...request.value,
    action_id: request.actionId,
    block_id: request.blockId,
    type: element.type,
    action_ts: core.workspace.nextTs(),
  }
  const payload = {
    type: 'block_actions',
    ...interactionBase(core, request.as),
    ...placeFields(core, place),
    ...responseUrl(core, place, request.as),
    trigger_id: core.triggers.give(request.as, place.in === 'view' ? modalId(place) : undefined),
    state: { values: state },
    actions: [action],
  }
  const ack = await core.deliver.gesture('interactive', payload, false)
  return ack.ok ? { ok: true } : ack
}

/** An external select asks for its options: `block_suggestion`. */
export async function suggest(
  core: Core,
  request: OptionsRequest,
): Promise<{ ok: true; options: unknown[] } | Failure> {
  const place = findPlace(core, request.as, request.container)
  if (place === undefined) return gone(request.container.type)
  const element = findElement(place.blocks, request.blockId, request.actionId)
  if (element === undefined) return { ok: false, error: 'bad_request' }
  const payload = {
    type: 'block_suggestion',
    ...interactionBase(core, request.as),
    ...placeFields(core, place),
    action_id: request.actionId,
    block_id: request.blockId,
    value: request.value,
  }
  const ack = await core.deliver.gesture('interactive', payload, true)
  if (!ack.ok) return ack
  const faults: string[] = []
  offered(ack.body, '', (message, at) => faults.push(`${message} [json-pointer:${at}]`))
  if (faults.length > 0) {
    core.log(`options for ${request.actionId} were refused: ${faults.join('; ')}`)
    return { ok: false, error: 'bot_error' }
  }
  const { options, option_groups: groups } = ack.body as { options?: unknown[]; option_groups?: Json[] }
  return { ok: true, options: options ?? groups?.flatMap((group) => group.options as unknown[]) ?? [] }
}

/** Of the inputs told by the page, those that the place has; no page can make up others. */
export function knownState(place: Place, told: Record<string, Json>): Record<string, Json> {
  const known: Record<string, Json> = {}
  for (const [blockId, actions] of Object.entries(told))
    for (const [actionId, value] of Object.entries(actions)) {
      const element = findElement(place.blocks, blockId, actionId)
      if (element === undefined || typeof value !== 'object' || value === null) continue
      known[blockId] = { ...known[blockId], [actionId]: { ...value, type: element.type } }
    }
  return known
}

function gone(type: 'message' | 'view'): Failure {
  return { ok: false, error: type === 'message' ? 'message_gone' : 'view_gone' }
}

function modalId(place: Place): string | undefined {
  return place.in === 'view' && place.view.type === 'modal' ? place.view.id : undefined
}

function elementFields(element: Json): Json {
  const { text, value, style, url, placeholder, confirm } = element
  const shown = { text, value, style, url, placeholder, confirm }
  return Object.fromEntries(Object.entries(shown).filter(([, each]) => each !== undefined))
}

function placeFields(core: Core, place: Place): Json {
  if (place.in === 'view')
    return { container: { type: 'view', view_id: place.view.id }, view: slackView(core, place.view) }
  const { message } = place
  const isEphemeral = 'seenBy' in message
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: isEphemeral,
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    },
    channel: channelRef(core, message.channel),
    // Slack does not send an ephemeral message back.
    ...(isEphemeral ? {} : { message: slackMessage(core, message) }),
  }
}

function responseUrl(core: Core, place: Place, user: string): Json {
  if (place.in === 'view') return {}
  const { message } = place
  return {
    response_url: core.responseUrls.give({
      channel: message.channel,
      user,
      original: { ts: message.ts, ephemeral: 'seenBy' in message },
      ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
    }),
  }
}
