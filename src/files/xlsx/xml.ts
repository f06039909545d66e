/** Called for each tag in its order, with the text that stands before it. */
export type TagVisitor = (tag: {
  name: string
  attributes: string
  isEnd: boolean
  isEmpty: boolean
  before: string
}) => void

const tags = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g

/**
 * Goes through the tags of a workbook's XML, names without their prefixes. It reads what spreadsheet programs write;
 * documents of one's own kind of entities are refused before.
 */
export function eachTag(xml: string, visit: TagVisitor): void {
  let end = 0
  for (const found of xml.matchAll(tags)) {
    const [whole, slash, name = '', attributes = '', empty] = found
    visit({
      name,
      attributes,
      isEnd: slash === '/',
      isEmpty: empty === '/',
      before: xml.slice(end, found.index),
    })
    end = found.index + whole.length
  }
}

/** An attribute's value, by its name without prefix; undefined where it is absent. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found === null ? undefined : plainText(found[1] ?? found[2] ?? '')
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The text that XML stands for: entities, and a workbook's own `_x000D_` for what XML can't hold. */
export function plainText(xml: string): string {
  if (!/[&_]/.test(xml)) return xml
  return xml
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) =>
      name === undefined
        ? character(Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16), whole)
        : (named[name] ?? whole),
    )
    .replace(/_x([0-9A-Fa-f]{4})_/g, (whole, hex) => character(Number.parseInt(hex, 16), whole))
}

function character(code: number, otherwise: string): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : otherwise
}
