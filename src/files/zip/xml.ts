import { Parser } from 'htmlparser2'

/** A tag, its name and those of its attributes without their prefixes; `before` is the text that stands before it. */
export type Tag = {
  name: string
  attributes: Readonly<Record<string, string>>
  isEnd: boolean
  before: string
}

/** No program nests its XML so deep; the parser takes the longer for a tag, the more are open. */
const mostDeep = 2_000

/** Thrown to leave a parser that knows no other way to be left. */
class TooDeepError extends RangeError {
  override name = 'TooDeepError'
}

/**
 * Goes through the tags of the XML in a workbook or a document; an empty one begins and ends. What is damaged is gone
 * through as far as it makes sense.
 * @returns whether it was whole: each tag closed in its place, and none nested too deep
 */
export function eachTag(xml: string, visit: (tag: Tag) => void): boolean {
  let before = ''
  let depth = 0
  let isWhole = true
  const tell = (name: string, attributes: Tag['attributes'], isEnd: boolean) => {
    visit({ name: withoutPrefix(name), attributes, isEnd, before })
    before = ''
  }
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth > mostDeep) throw new TooDeepError()
        tell(name, unprefixed(attributes), false)
      },
      onclosetag: (name, isImplied) => {
        depth--
        // The parser takes the end of an empty tag for implied, too.
        if (isImplied && xml[parser.endIndex - 1] !== '/') isWhole = false
        tell(name, {}, true)
      },
      ontext: (text) => {
        before += text
      },
    },
    { xmlMode: true },
  )
  try {
    parser.end(xml)
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error
    return false
  }
  return isWhole
}

function unprefixed(attributes: Record<string, string>): Tag['attributes'] {
  const names = Object.keys(attributes)
  if (!names.some((name) => name.includes(':'))) return attributes
  return Object.fromEntries(names.map((name) => [withoutPrefix(name), attributes[name] ?? '']))
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The text that a workbook means: `_x000D_` stands for what XML can't hold. */
export function plainText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
