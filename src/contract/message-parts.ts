import { unescaped } from './unescaped.ts'

/** What a message consists of: words without Slack's marks, and whom or what it mentions; `label` is as the message says it. */
export type MessagePart =
  | { kind: 'words'; text: string }
  | { kind: 'person' | 'channel' | 'people'; id: string; label?: string }

const token = /<([^<>]*)>/gu
const emoji = /(^|\s):[a-z+-][\w+'-]*:(?::skin-tone-[2-6]:)?(?=[\s,.;!?，。；！？]|$)/gu
const marked = /(^|[\s(（“])([*_~])(\S(?:[^\n]*?\S)?)\2(?=[\s,.;:!?)，。；：！？）”]|$)/gmu

/**
 * Reads a message's text as Slack sends it. What its writer typed is escaped there, so that only Slack's own marks stand in
 * angle brackets: no typed `<@U…>` is a mention. Links are read by their labels with the address behind, dates as Slack would
 * write them where it can't; a call of everybody says nothing.
 */
export function messageParts(text: string): MessagePart[] {
  const parts: MessagePart[] = []
  let at = 0
  for (const found of text.matchAll(token)) {
    parts.push({ kind: 'words', text: unescaped(text.slice(at, found.index)) }, partOf(found[1] ?? ''))
    at = found.index + found[0].length
  }
  return [...parts, { kind: 'words', text: unescaped(text.slice(at)) }]
}

/** Words in which nothing is bold, quoted or an emoji any more, on one line. */
export function withoutMarks(words: string): string {
  const bare = words
    .replaceAll(/^(?:>+|•)\s?/gmu, '')
    .replaceAll('`', '')
    .replaceAll(emoji, '$1')
  return bare.replaceAll(marked, '$1$3').replaceAll(marked, '$1$3').replaceAll(/\s+/gu, ' ').trim()
}

function partOf(inside: string): MessagePart {
  const [what = '', ...behind] = inside.split('|')
  const label = unescaped(behind.join('|')).trim()
  const mention = /^(?:([@#])|!subteam\^)([A-Z0-9]+)$/u.exec(what)
  if (mention !== null) {
    const [, sign, id = ''] = mention
    const kind = sign === '@' ? 'person' : sign === '#' ? 'channel' : 'people'
    return { kind, id, ...(label !== '' && { label }) }
  }
  // A call of everybody in a channel is no part of what it says; a date falls back on its label.
  if (what.startsWith('!')) return { kind: 'words', text: what.startsWith('!date^') ? label : '' }
  const address = unescaped(what)
  const plain = address.replace(/^(?:mailto:|tel:)/u, '')
  const isSame = label === '' || address.replace(/^https?:\/\//u, '').startsWith(label)
  if (address !== plain) return { kind: 'words', text: label === '' ? plain : label }
  return { kind: 'words', text: isSame ? address : `${label} (${address})` }
}
