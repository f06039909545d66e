import type { RespondFn } from '@slack/bolt'
import type { ModalView, PlainTextElement } from '@slack/types'
import type { ChatUnfurlArguments, WebClient } from '@slack/web-api'
import type { Caller } from '../contract/caller.ts'
import type { Message, Reply } from '../contract/reply.ts'
import { withPlace } from './modal-place.ts'

/** A view in which something was done; its hash tells whether it is still as it was. */
export type ViewPlace = { type: string; id: string; hash: string; title: PlainTextElement }
/** A message whose links are told of: posted already, or still being written. */
export type LinkPlace = { channel: string; ts: string } | { unfurl_id: string; source: 'composer' }

/** The ways back to the person that a gesture opens. */
export type WayBack = {
  /** For what may be asked twice; and for what must not be said twice. */
  asking: WebClient
  saying: WebClient
  respond?: RespondFn | undefined
  triggerId?: string | undefined
  /** The thread in which it was done: the answer goes there. */
  thread?: string | undefined
  /** The message under which an answer that helps everybody is said for all to see. */
  aloudUnder?: string | undefined
  view?: ViewPlace | undefined
  links?: LinkPlace | undefined
}

type Place = Pick<Caller, 'slackId' | 'channelId' | 'isOnHome'>

/** Brings a handler's answer to Slack. */
export async function sendReply(reply: Reply, place: Place, way: WayBack): Promise<void> {
  switch (reply.kind) {
    case 'nothing':
      return
    case 'ephemeral':
      return reply.aloud !== undefined && way.aloudUnder !== undefined && place.channelId !== undefined
        ? post(place.channelId, way.aloudUnder, reply.aloud, way)
        : tell(reply.message, place, way)
    case 'replace':
      if (way.respond === undefined) return inPlace(reply.message, place, way)
      await way.respond({ response_type: 'ephemeral', replace_original: true, ...reply.message })
      return
    case 'modal':
      return show(withPlace(reply.view, place), way)
    case 'update':
      if (way.view === undefined) throw new Error('no modal is open that could be changed')
      await way.asking.views.update({
        view_id: way.view.id,
        hash: way.view.hash,
        view: withPlace(reply.view, place),
      })
      return
    case 'home':
      await way.asking.views.publish({ user_id: place.slackId, view: reply.view })
      return
    case 'unfurl':
      if (way.links === undefined) throw new Error('no message has links that could be shown')
      await way.asking.chat.unfurl({ ...way.links, unfurls: unfurlsOf(reply.cards) })
      return
  }
}

/** A modal behind which another one stands is shown on top of it; Slack takes three. */
async function show(view: ModalView, { asking, triggerId, view: below }: WayBack): Promise<void> {
  if (triggerId === undefined) throw new Error('a modal needs a trigger')
  if (below?.type === 'modal') await asking.views.push({ trigger_id: triggerId, view })
  else await asking.views.open({ trigger_id: triggerId, view })
}

/** Whoever pressed a button in a modal that shows a message sees the other message there. */
async function inPlace(message: Message, place: Place, way: WayBack): Promise<void> {
  const { view } = way
  if (view?.type !== 'modal') return tell(message, place, way)
  const { id, hash, title } = view
  const shown = withPlace({ type: 'modal', title, blocks: message.blocks }, place)
  await way.asking.views.update({ view_id: id, hash, view: shown })
}

/** Tells the person alone. */
async function tell(message: Message, place: Place, way: WayBack): Promise<void> {
  const { slackId, channelId } = place
  const { respond, asking, thread, view, triggerId } = way
  const inThread = thread === undefined ? {} : { thread_ts: thread }
  // Whoever did it looks at the modal, and a message would stand behind it.
  if (view?.type === 'modal' && triggerId !== undefined) {
    const { title } = view
    const shown = withPlace({ type: 'modal', title, blocks: message.blocks }, place)
    await asking.views.push({ trigger_id: triggerId, view: shown })
  }
  // A Home tab has no room for an answer, and a message would stand on another tab.
  else if (view?.type === 'home' && triggerId !== undefined) {
    const title: PlainTextElement = { type: 'plain_text', text: 'Rapporteur' }
    const shown = withPlace({ type: 'modal', title, blocks: message.blocks }, place)
    await asking.views.open({ trigger_id: triggerId, view: shown })
  } else if (respond !== undefined)
    await respond({ response_type: 'ephemeral', replace_original: false, ...inThread, ...message })
  else if (channelId === undefined) await post(slackId, undefined, message, way)
  // Between two nobody else reads along, and what is posted is still there tomorrow.
  else if (channelId.startsWith('D')) await post(channelId, thread, message, way)
  else await aside(message, { slackId, channelId }, inThread, way)
}

/** Where the bot is not in the channel, or the person no longer, the answer comes in person. */
async function aside(
  message: Message,
  { slackId, channelId }: { slackId: string; channelId: string },
  inThread: { thread_ts?: string },
  way: WayBack,
): Promise<void> {
  try {
    await way.saying.chat.postEphemeral({ channel: channelId, user: slackId, ...inThread, ...message })
  } catch (failure) {
    if (!isNotThere(failure)) throw failure
    await post(slackId, undefined, message, way)
  }
}

function isNotThere(failure: unknown): boolean {
  const error = failure instanceof Error && 'data' in failure ? failure.data : undefined
  const word = typeof error === 'object' && error !== null && 'error' in error ? error.error : undefined
  return word === 'not_in_channel' || word === 'user_not_in_channel' || word === 'channel_not_found'
}

async function post(
  channel: string,
  thread: string | undefined,
  message: Message,
  { saying }: WayBack,
): Promise<void> {
  await saying.chat.postMessage({
    channel,
    ...(thread !== undefined && { thread_ts: thread }),
    ...message,
    unfurl_links: false,
    unfurl_media: false,
  })
}

function unfurlsOf(
  cards: Extract<Reply, { kind: 'unfurl' }>['cards'],
): Extract<ChatUnfurlArguments, { unfurls: unknown }>['unfurls'] {
  return Object.fromEntries(Object.entries(cards).map(([url, blocks]) => [url, { blocks }]))
}
