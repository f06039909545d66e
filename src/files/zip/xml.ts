import { Parser } from 'htmlparser2'

/** A tag, its name and those of its attributes without their prefixes; `before` is the text that stands before it. */
export type Tag = {
  name: string
  attributes: Readonly<Record<string, string>>
  isEnd: boolean
  before: string
}

/** Goes through the tags of the XML in a workbook or a document; an empty one begins and ends. */
export function eachTag(xml: string, visit: (tag: Tag) => void): void {
  let before = ''
  const tell = (name: string, attributes: Tag['attributes'], isEnd: boolean) => {
    visit({ name: withoutPrefix(name), attributes, isEnd, before })
    before = ''
  }
  const parser = new Parser(
    {
      onopentag: (name, attributes) => tell(name, unprefixed(attributes), false),
      onclosetag: (name) => tell(name, {}, true),
      ontext: (text) => {
        before += text
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
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
