import { checkedBlocks } from '../blocks/check-blocks.ts'
import type { Core } from '../core.ts'
import { fromApp } from '../markup.ts'
import type { Block } from '../protocol.ts'
import type { MessageMetadata, StoredMessage } from '../state/changes.ts'
import type { Args } from './args.ts'
import { SlackError } from './method.ts'

export type Content = Pick<StoredMessage, 'text' | 'blocks' | 'attachments' | 'metadata'>

const longestText = 40_000
const longestUpdate = 4000
const mostAttachments = 100

/**
 * What a message says, checked as Slack checks it; metadata too where the workspace keeps none.
 * Throws `no_text`, `msg_too_long`, `invalid_blocks`, `invalid_blocks_format`, `msg_blocks_too_long`,
 * `invalid_attachments`, `too_many_attachments`, `metadata_too_large`, `invalid_metadata_format`.
 */
export function readContent(core: Core, call: Args, kind: 'post' | 'update' = 'post'): Content {
  const text = call.text('text') ?? ''
  // Slack cuts a new message at 40,000 characters; the sandbox refuses it, since nobody means to be cut.
  if ([...text].length > (kind === 'update' ? longestUpdate : longestText))
    throw new SlackError('msg_too_long')
  const blocks = readBlocks(call)
  const attachments = readAttachments(call)
  const metadata = readMetadata(call)
  const isEmpty = text === '' && (blocks?.length ?? 0) === 0 && (attachments?.length ?? 0) === 0
  if (isEmpty) throw new SlackError('no_text')
  return {
    text: fromApp(text),
    ...(blocks === undefined ? {} : { blocks }),
    ...(attachments === undefined ? {} : { attachments }),
    ...(metadata === undefined || !core.keepsMetadata ? {} : { metadata }),
  }
}

/** Slack's advice about a call that it takes all the same. */
export function contentWarnings(call: Args, content: Content): Record<string, unknown> {
  const lacksText = (call.text('text') ?? '') === '' && content.blocks !== undefined
  if (!lacksText) return {}
  const warnings = ['missing_text_in_message']
  return { warning: warnings.join(','), response_metadata: { warnings } }
}

function readBlocks(call: Args): Block[] | undefined {
  const given = call.json('blocks', 'invalid_blocks_format')
  if (given === undefined) return undefined
  if (!Array.isArray(given)) throw new SlackError('invalid_blocks_format')
  return checkedBlocks(given, 'message')
}

function readAttachments(call: Args): unknown[] | undefined {
  const given = call.json('attachments', 'invalid_attachments')
  if (given === undefined) return undefined
  if (!Array.isArray(given) || given.some((each) => typeof each !== 'object' || each === null))
    throw new SlackError('invalid_attachments')
  if (given.length > mostAttachments) throw new SlackError('too_many_attachments')
  return given.map(checkedAttachment)
}

/** An attachment or an unfurled link, its blocks checked. Throws `invalid_blocks`. */
export function checkedAttachment(given: object): Record<string, unknown> {
  if (!('blocks' in given) || !Array.isArray(given.blocks)) return { ...given }
  return { ...given, blocks: checkedBlocks(given.blocks, 'message') }
}

function readMetadata(call: Args): MessageMetadata | undefined {
  const given = call.json('metadata', 'invalid_metadata_format')
  if (given === undefined) return undefined
  const isGood =
    typeof given === 'object' &&
    given !== null &&
    'event_type' in given &&
    typeof given.event_type === 'string' &&
    given.event_type !== '' &&
    'event_payload' in given &&
    typeof given.event_payload === 'object' &&
    given.event_payload !== null &&
    !Array.isArray(given.event_payload)
  if (!isGood) throw new SlackError('invalid_metadata_format')
  if (JSON.stringify(given).length > 16_000) throw new SlackError('metadata_too_large')
  return given as MessageMetadata
}
