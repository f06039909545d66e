import { type Inline, parseInline } from './parse-inline.ts'
import { unescapeMrkdwn } from './unescape-mrkdwn.ts'

export type Passage =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'quote'; children: Inline[] }
  | { kind: 'pre'; text: string }

const QUOTE = /^(?:&gt;|>) ?/
const QUOTE_REST = /^(?:&gt;&gt;&gt;|>>>) ?/

/**
 * Reads Slack's mrkdwn. It is not Markdown: there are no headings, lists or `[links](…)`, one asterisk is bold,
 * and what looks like HTML is plain text.
 */
export function parseMrkdwn(text: string): Passage[] {
  return text.split('```').flatMap((part, index, parts): Passage[] => {
    if (index % 2 === 1 && index < parts.length - 1)
      return [{ kind: 'pre', text: unescapeMrkdwn(part.replace(/^\n/, '').replace(/\n$/, '')) }]
    const stray = index % 2 === 1 ? '```' : ''
    return parseLines(`${stray}${trimBesidePre(part, index, parts.length)}`)
  })
}

function trimBesidePre(part: string, index: number, count: number): string {
  const start = index > 0 ? part.replace(/^\n/, '') : part
  return index < count - 1 ? start.replace(/\n$/, '') : start
}

function parseLines(text: string): Passage[] {
  const passages: { kind: 'paragraph' | 'quote'; lines: string[] }[] = []
  let quoteRest = false
  for (const line of text === '' ? [] : text.split('\n')) {
    if (QUOTE_REST.test(line)) quoteRest = true
    const kind = quoteRest || QUOTE.test(line) ? 'quote' : 'paragraph'
    const content = kind === 'quote' ? line.replace(QUOTE_REST, '').replace(QUOTE, '') : line
    const last = passages.at(-1)
    if (last?.kind === kind) last.lines.push(content)
    else passages.push({ kind, lines: [content] })
  }
  return passages.map(({ kind, lines }) => ({ kind, children: parseInline(lines.join('\n')) }))
}
