import type { KnownBlock } from '@slack/types'

/** Blocks as a terminal shows them: their words, buttons in brackets, and facts with their labels in front. */
export function plainText({ blocks }: { blocks: readonly KnownBlock[] }): string {
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
      const text = block.text === undefined ? [] : [unmark(block.text.text)]
      const button = block.accessory?.type === 'button' ? [`[${block.accessory.text.text}]`] : []
      return [...text, ...(block.fields ?? []).map((field) => fact(field.text)), ...button].join('\n')
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

/** A bold label over its value becomes `Label: value`, further lines of the value below it. */
function fact(field: string): string {
  const [, label, value] = /^\*([^*\n]+)\*\n([\s\S]+)$/.exec(field) ?? []
  if (label === undefined || value === undefined) return unmark(field)
  return unmark(`${label}: ${value.replaceAll('\n', '\n  ')}`)
}

/** Slack's mrkdwn without its marks; what was escaped is itself again, and code is left as it was typed. */
function unmark(text: string): string {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : withoutMarks(part)))
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

function withoutMarks(text: string): string {
  return text
    .replaceAll(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll(/<([^|>]+)\|([^>]*)>/g, '$2 ($1)')
    .replaceAll(/(^|\s)([*_~])(\S(?:[^\n]*?\S)?)\2(?=[\s,.;:：。，)]|$)/gm, '$1$3')
}
