import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import { context } from './blocks.ts'

/** A message as its hearer would read it, below a line about that; its buttons are left out: nothing stands yet. */
export function shownMessage(message: Message, about: string): Message {
  const blocks = message.blocks.flatMap((block): KnownBlock[] => {
    if (block.type === 'actions') return []
    if (block.type !== 'section') return [block]
    const { accessory: _accessory, ...bare } = block
    return [bare]
  })
  return { text: about, blocks: [context(about), ...blocks] }
}
