/** Code whose comments, and whose texts too, are blanks: every offset and line stays where it was. */
export type BlankedCode = {
  /** Without comments; what stands in quotes is still there. */
  withTexts: string
  /** Without comments, and with nothing between quotes, backticks or the slashes of a regular expression. */
  alone: string
}

type Mode = 'code' | 'line-comment' | 'block-comment' | "'" | '"' | '`' | 'regex' | 'regex-class'

/** What may stand before a regular expression; after anything else a slash divides or closes a tag. */
const beforeRegex = /(?:^|[(,=:[!&|?{;+\-*%>~^]|\b(?:return|case|typeof|of|in|await|yield|throw|void))\s*$/

/** Blanks out what is not code. It reads TypeScript as this project writes it, and JSX without loose quotes. */
export function blankedCode(source: string): BlankedCode {
  let withTexts = ''
  let alone = ''
  let mode: Mode = 'code'
  /** For each `${` that is open, how many braces have been opened in it since. */
  const holes: number[] = []
  const put = (text: string, isCode: boolean, isText = false) => {
    const blank = text.replaceAll(/[^\n]/g, ' ')
    withTexts += isCode || isText ? text : blank
    alone += isCode ? text : blank
  }
  for (let i = 0; i < source.length; i++) {
    const char = source[i] ?? ''
    const pair = source.slice(i, i + 2)
    if (mode === 'code') {
      if (pair === '//' || pair === '/*') {
        mode = pair === '//' ? 'line-comment' : 'block-comment'
        put(pair, false)
        i++
      } else if (char === "'" || char === '"' || char === '`') {
        mode = char
        put(char, true)
      } else if (char === '/' && beforeRegex.test(alone.slice(-40))) {
        mode = 'regex'
        put(char, true)
      } else if (char === '}' && holes.at(-1) === 0) {
        holes.pop()
        mode = '`'
        put(char, true)
      } else {
        const open = holes.length - 1
        if (open >= 0 && (char === '{' || char === '}'))
          holes[open] = (holes[open] ?? 0) + (char === '{' ? 1 : -1)
        put(char, true)
      }
    } else if (mode === 'line-comment') {
      if (char === '\n') mode = 'code'
      put(char, false)
    } else if (mode === 'block-comment') {
      if (pair === '*/') {
        mode = 'code'
        put(pair, false)
        i++
      } else put(char, false)
    } else if (char === '\\') {
      put(pair, false, true)
      i++
    } else if (mode === '`') {
      if (pair === '${') {
        holes.push(0)
        mode = 'code'
        put(pair, true)
        i++
      } else {
        put(char, char === '`', true)
        if (char === '`') mode = 'code'
      }
    } else if (char === '\n') {
      // Neither a quoted text nor a regular expression goes on: it was none.
      mode = 'code'
      put(char, true)
    } else if (mode === 'regex' || mode === 'regex-class') {
      const ends = mode === 'regex' && char === '/'
      if (char === '[') mode = 'regex-class'
      else if (char === ']') mode = 'regex'
      if (ends) mode = 'code'
      put(char, ends, true)
    } else {
      put(char, char === mode, true)
      if (char === mode) mode = 'code'
    }
  }
  return { withTexts, alone }
}
