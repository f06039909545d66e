import type { Message } from '../contract/reply.ts'
import { section } from './blocks.ts'

/** Slack takes no more in a message. */
const mostBlocks = 50

/** A message with a few lines above it, which are read first: `lines` are mrkdwn, `mark` an emoji before them. */
export function withNote(message: Message, lines: readonly string[], mark?: string): Message {
  const before = mark === undefined ? '' : `${mark} `
  return {
    ...message,
    text: `${lines.join(' ')} ${message.text}`,
    blocks: [section(`${before}${lines.join('\n')}`), ...message.blocks].slice(0, mostBlocks),
  }
}
