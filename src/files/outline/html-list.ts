import { type Numerals, printedNumber } from './printed-number.ts'

type Attributes = Readonly<Record<string, string>>

/** A list of a web page as far as it is read. */
export type HtmlList = {
  /** What its items are labelled with; nothing where the page takes their labels away. */
  marks: 'bullet' | Numerals | 'none'
  next: number
}

const types: Record<string, Numerals> = {
  '1': 'decimal',
  a: 'lower-letter',
  A: 'upper-letter',
  i: 'lower-roman',
  I: 'upper-roman',
}

const styles: Record<string, HtmlList['marks']> = {
  none: 'none',
  disc: 'bullet',
  circle: 'bullet',
  square: 'bullet',
  decimal: 'decimal',
  'decimal-leading-zero': 'two-digit',
  'lower-alpha': 'lower-letter',
  'lower-latin': 'lower-letter',
  'upper-alpha': 'upper-letter',
  'upper-latin': 'upper-letter',
  'lower-roman': 'lower-roman',
  'upper-roman': 'upper-roman',
  'cjk-ideographic': 'chinese',
  'simp-chinese-informal': 'chinese',
  'trad-chinese-informal': 'chinese',
  'simp-chinese-formal': 'chinese-legal',
  'cjk-decimal': 'chinese-digits',
  'cjk-heavenly-stem': 'heavenly-stems',
}

/** A list at its beginning. */
export function htmlList(isOrdered: boolean, attributes: Attributes): HtmlList {
  const start = Number.parseInt(attributes.start ?? '', 10)
  return {
    marks:
      styleOf(attributes) ??
      (isOrdered
        ? Object.hasOwn(types, attributes.type ?? '1')
          ? types[attributes.type ?? '1']
          : undefined
        : undefined) ??
      (isOrdered ? 'decimal' : 'bullet'),
    next: Number.isNaN(start) ? 1 : start,
  }
}

/** The label of the list's next item, which is counted; undefined where it has none, and is no item. */
export function htmlLabel(list: HtmlList, attributes: Attributes): string | undefined {
  const value = Number.parseInt(attributes.value ?? '', 10)
  const number = Number.isNaN(value) ? list.next : value
  list.next = number + 1
  const marks = styleOf(attributes) ?? list.marks
  if (marks === 'none') return undefined
  if (marks === 'bullet') return '•'
  return `${printedNumber(number, marks)}${/[一-龥〇]/.test(printedNumber(1, marks)) ? '、' : '.'}`
}

function styleOf({ style = '' }: Attributes): HtmlList['marks'] | undefined {
  const declared = /(?:^|;)\s*list-style(?:-type)?\s*:([^;]*)/i.exec(style)?.[1]?.toLowerCase()
  const word = declared?.split(/[\s!]+/).find((one) => Object.hasOwn(styles, one))
  return word === undefined ? undefined : styles[word]
}
