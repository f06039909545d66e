import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'

/** A message as a terminal shows it: the words of its blocks, buttons in brackets. */
export function plainText({ blocks }: Message): string {
  return blocks
    .map(wordsOf)
    .filter((words) => words !== '')
    .join('\n')
}

function wordsOf(block: KnownBlock): string {
  switch (block.type) {
    case 'header':
      return block.text.text
    case 'section': {
      const texts = [block.text, ...(block.fields ?? [])].flatMap((text) => text?.text ?? [])
      const button = block.accessory?.type === 'button' ? [`[${block.accessory.text.text}]`] : []
      return [...texts.map(unmark), ...button].join('\n')
    }
    case 'context':
      return block.elements.map((element) => ('text' in element ? unmark(element.text) : '')).join(' ')
    case 'actions':
      return block.elements
        .map((element) => (element.type === 'button' ? `[${element.text.text}]` : ''))
        .join(' ')
    default:
      return ''
  }
}

/** Slack's mrkdwn without its marks; what was escaped is itself again. */
function unmark(text: string): string {
  return text
    .replaceAll(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll(/<([^|>]+)\|([^>]*)>/g, '$2 ($1)')
    .replaceAll(/(^|\s)([*_~])(\S(?:[^\n]*?\S)?)\2(?=[\s,.;:：。，)]|$)/gm, '$1$3')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
