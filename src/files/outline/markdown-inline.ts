import { Parser } from 'htmlparser2'
import type { Token, Tokens } from 'marked'

/** A line of a paragraph that its author broke, and how many lines of the source stand above it in the paragraph. */
export type InlineLine = { text: string; line: number }

/**
 * The text that a paragraph of Markdown prints: emphasis and links are their text, a picture is none, nor is what
 * is struck out.
 */
export function inlineLines(tokens: readonly Token[]): InlineLine[] {
  const lines: InlineLine[] = [{ text: '', line: 0 }]
  let passed = 0
  const add = (text: string) => {
    const last = lines.at(-1)
    if (last !== undefined) last.text += text
  }
  const visit = (token: Tokens.Generic) => {
    if (token.type === 'br' || (token.type === 'html' && /^<br\b/i.test(token.raw))) {
      passed += breaks(token.raw)
      lines.push({ text: '', line: passed })
    } else if (token.type === 'image' || token.type === 'html' || token.type === 'checkbox')
      passed += breaks(token.raw)
    else if (isStruck(token) || isFootnoteMark(token)) passed += breaks(token.raw)
    else if (token.type === 'del') {
      // A single `~` is one that stands between two numbers.
      add('~')
      for (const inner of token.tokens ?? []) visit(inner)
      add('~')
    } else if (token.tokens !== undefined && token.tokens.length > 0)
      for (const inner of token.tokens) visit(inner)
    else {
      passed += breaks(token.raw)
      const text = String(token.text ?? token.raw)
      add(token.type === 'codespan' ? text : decoded(text))
    }
  }
  for (const token of tokens) visit(token)
  return lines
}

/** The words of a paragraph that is struck out as a whole; undefined where something of it stands. */
export function struckText(tokens: readonly Token[]): string | undefined {
  const struck = tokens.filter(isStruck)
  const isWhole = struck.length > 0 && inlineLines(tokens).every(({ text }) => !/[\p{L}\p{N}]/u.test(text))
  return isWhole ? struck.map(({ raw }) => raw.slice(2, -2)).join(' ') : undefined
}

function isStruck(token: Tokens.Generic): boolean {
  return token.type === 'del' && token.raw.startsWith('~~')
}

/** A footnote of one word is the address of a link to the parser. */
function isFootnoteMark(token: Tokens.Generic): boolean {
  return token.type === 'link' && token.raw.startsWith('[^')
}

function breaks(text: string): number {
  return text.split('\n').length - 1
}

/** `&amp;` as `&`; the parser of Markdown leaves that to whoever prints it. */
function decoded(text: string): string {
  if (!/&[#\w]+;/.test(text)) return text
  let plain = ''
  const parser = new Parser({
    ontext(part) {
      plain += part
    },
  })
  parser.end(text.replaceAll('<', '&lt;'))
  return plain
}
