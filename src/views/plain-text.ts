import type { KnownBlock } from '@slack/types'

/** What stands for Slack's ids of channels and users, where it is known. */
type Names = ReadonlyMap<string, string>

/** Blocks as a terminal shows them: their words, buttons in brackets, and facts with their labels in front. */
export function plainText({ blocks }: { blocks: readonly KnownBlock[] }, names: Names = new Map()): string {
  return blocks
    .map((block) => wordsOf(block, names))
    .filter((words) => words !== '')
    .join('\n')
}

function wordsOf(block: KnownBlock, names: Names): string {
  switch (block.type) {
    case 'header':
      return block.text.text
    case 'section': {
      const text = block.text === undefined ? [] : [unmark(block.text.text, names)]
      const button = block.accessory?.type === 'button' ? [`[${block.accessory.text.text}]`] : []
      return [...text, ...(block.fields ?? []).map((field) => fact(field.text, names)), ...button].join('\n')
    }
    case 'context':
      return block.elements.map((element) => ('text' in element ? unmark(element.text, names) : '')).join(' ')
    case 'actions':
      return block.elements
        .flatMap((element) => {
          if (element.type === 'button') return `[${element.text.text}]`
          return element.type === 'static_select' && element.placeholder
            ? `[${element.placeholder.text}]`
            : []
        })
        .join(' ')
    default:
      return ''
  }
}

/** A bold label over its value becomes `Label: value`, further lines of the value below it. */
function fact(field: string, names: Names): string {
  const [, label, value] = /^\*([^*\n]+)\*\n([\s\S]+)$/.exec(field) ?? []
  if (label === undefined || value === undefined) return unmark(field, names)
  return unmark(`${label}: ${value.replaceAll('\n', '\n  ')}`, names)
}

/** Slack's mrkdwn without its marks; what was escaped is itself again, and code is left as it was typed. */
function unmark(text: string, names: Names): string {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : withoutMarks(part, names)))
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

function withoutMarks(text: string, names: Names): string {
  return text
    .replaceAll(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll(
      /<[#@]([A-Z0-9]+)(?:\|([^>]*))?>/g,
      (_, id: string, label?: string) => names.get(id) ?? label ?? id,
    )
    .replaceAll(/<([^|>]+)\|([^>]*)>/g, '$2 ($1)')
    .replaceAll(/(^|\s)([*_~])(\S(?:[^\n]*?\S)?)\2(?=[\s,.;:：。，)]|$)/gm, '$1$3')
}
