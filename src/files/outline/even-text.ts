/** Han characters, kana, and the marks and full-width forms that are set among them. */
const cjk = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3001-\\u303f\\uff00-\\uffef]'
const unseen = /\ufeff|(?![\s\u0085])[\p{Cf}\p{Cc}]/gu
const breakAmongCjk = new RegExp(`(?<=${cjk})[^\\S\\n]*\\n\\s*(?=${cjk})`, 'gu')
const endsInCjk = new RegExp(`${cjk}$`, 'u')
const beginsWithCjk = new RegExp(`^${cjk}`, 'u')

/**
 * A text as it is printed, on one line: blanks of all kinds evened, what can't be seen taken out. Where a line of the
 * file breaks among Chinese characters there is no blank, as none is printed.
 */
export function evenText(text: string): string {
  return text
    .replace(unseen, '')
    .replace(breakAmongCjk, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim()
}

/** The lines of one paragraph put together: blanks between words of letters alone, and none behind a hyphen. */
export function joinedLines(lines: readonly string[]): string {
  return lines
    .map((line, at) => {
      const before = lines[at - 1]
      if (before === undefined) return line
      const end = before.slice(-2)
      const isClose = endsInCjk.test(end) || beginsWithCjk.test(line) || /\p{L}-$/u.test(end)
      return isClose ? line : ` ${line}`
    })
    .join('')
}

/** How many columns a character takes where letters are all of one width. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) columns += isWide(character.codePointAt(0) ?? 0) ? 2 : 1
  return columns
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    code >= 0x1f300
  )
}
