import { unescapeMrkdwn } from './unescape-mrkdwn.ts'

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'emoji'; name: string }
  | { kind: 'link'; href: string; label: string }
  | { kind: 'user' | 'channel' | 'group'; id: string; label?: string }
  | { kind: 'broadcast'; name: string }
  | { kind: 'date'; at: Date; format: string; fallback: string; href?: string }

const MARKS: Record<string, 'bold' | 'italic' | 'strike'> = { '*': 'bold', _: 'italic', '~': 'strike' }
const TOKEN =
  /<([^<>\n]+)>|`([^`\n]+)`|:([a-z0-9_+-]+(?:::skin-tone-[2-6])?):|(https?:\/\/[^\s<>|]+)|([*_~])/gu
const WORD = /[\p{L}\p{N}]/u

/** Reads the marks, links, mentions, dates and emoji of one run of mrkdwn. Pure. */
export function parseInline(source: string): Inline[] {
  const found: Inline[] = []
  let done = 0
  const say = (until: number) => {
    if (until > done) found.push({ kind: 'text', text: unescapeMrkdwn(source.slice(done, until)) })
  }
  const token = new RegExp(TOKEN)
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const [whole, angle, code, emoji, address, mark] = match
    const at = match.index
    if (mark !== undefined) {
      const end = closingMark(source, at, mark)
      const kind = MARKS[mark]
      if (end < 0 || !kind) continue
      say(at)
      found.push({ kind, children: parseInline(source.slice(at + 1, end)) })
      done = end + 1
    } else {
      const inline = readToken(angle, code, emoji, address)
      if (!inline) continue
      say(at)
      found.push(inline)
      done = at + whole.length
      if (inline.kind === 'link' && address) done = at + inline.label.length
    }
    token.lastIndex = done
  }
  say(source.length)
  return found
}

function readToken(
  angle: string | undefined,
  code: string | undefined,
  emoji: string | undefined,
  address: string | undefined,
): Inline | null {
  if (angle !== undefined) return readAngle(angle)
  if (code !== undefined) return { kind: 'code', text: unescapeMrkdwn(code) }
  if (emoji !== undefined) return { kind: 'emoji', name: emoji }
  if (address === undefined) return null
  const bare = address.replace(/[.,;:!?)\]}'"*_~，。；：！？）》」]+$/u, '')
  return { kind: 'link', href: unescapeMrkdwn(bare), label: bare }
}

function readAngle(angle: string): Inline | null {
  const [target = '', label] = splitOnce(angle, '|')
  const named = label === undefined ? {} : { label: unescapeMrkdwn(label) }
  if (/^@[UWB]\w+$/.test(target)) return { kind: 'user', id: target.slice(1), ...named }
  if (/^#[CGD]\w+$/.test(target)) return { kind: 'channel', id: target.slice(1), ...named }
  if (target.startsWith('!subteam^')) return { kind: 'group', id: target.slice(9), ...named }
  if (target.startsWith('!date^')) return readDate(target, label ?? '')
  if (/^!(here|channel|everyone)$/.test(target)) return { kind: 'broadcast', name: target.slice(1) }
  if (!/^(https?:|mailto:|tel:)/.test(target)) return null
  const href = unescapeMrkdwn(target)
  return { kind: 'link', href, label: named.label || href.replace(/^(mailto|tel):/, '') }
}

function readDate(target: string, fallback: string): Inline {
  const [, seconds = '0', format = '', href] = target.split('^')
  const date = { kind: 'date' as const, at: new Date(Number(seconds) * 1000), format, fallback }
  return href && /^https?:/.test(href) ? { ...date, href: unescapeMrkdwn(href) } : date
}

/** Where the pair of a mark ends, by Slack's rule that marks stand at the edges of words; −1 for none. */
function closingMark(source: string, at: number, mark: string): number {
  const before = source[at - 1]
  if (before !== undefined && (WORD.test(before) || before === mark)) return -1
  if (/[\s]/.test(source[at + 1] ?? ' ') || source[at + 1] === mark) return -1
  for (let end = source.indexOf(mark, at + 2); end > 0; end = source.indexOf(mark, end + 1)) {
    const inside = source.slice(at, end)
    if (inside.includes('\n')) return -1
    if (insideToken(inside)) continue
    const after = source[end + 1]
    const closes = !/\s/.test(source[end - 1] ?? ' ') && (after === undefined || !WORD.test(after))
    if (closes && after !== mark) return end
  }
  return -1
}

/** Whether a `<…>` or a run of code is still open at the end of the text. */
function insideToken(text: string): boolean {
  const open = text.lastIndexOf('<')
  return (open >= 0 && open > text.lastIndexOf('>')) || (text.split('`').length - 1) % 2 === 1
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
