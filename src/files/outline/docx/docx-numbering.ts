import { eachTag } from '../../zip/xml.ts'
import { type Numerals, printedNumber } from '../printed-number.ts'
import { isOn } from './docx-styles.ts'

/** A level of a list as it is laid down. */
type Level = {
  start: number
  format: string
  /** What is printed, with `%1` for the number of the first level. */
  text: string
  /** The level, from 1, after which it begins anew; 0 where it never does. */
  restart?: number
  /** Whether the numbers of the levels above are printed in digits. */
  isLegal: boolean
  style?: string
}

type Scheme = { id: string; levels: Map<number, Level>; styleLink?: string; usesStyle?: string }

type List = { scheme: string; starts: Map<number, number>; levels: Map<number, Level> }

/** Counts the numbered paragraphs of a document and tells the label that is printed before each. */
export type DocxNumbering = {
  /** The label of the next paragraph of a list; undefined where there is no such list. `level` from 0. */
  next(list: string, level: number): string | undefined
  /** The level of a list that is tied to a style. */
  levelOfStyle(list: string, style: string): number | undefined
}

/** The lists of a document, at its beginning. */
export function docxNumbering(xml: string): DocxNumbering {
  const { schemes, lists } = laidDown(xml)
  const schemeOf = (list: List): Scheme | undefined => {
    const scheme = schemes.get(list.scheme)
    if (scheme?.usesStyle === undefined || scheme.levels.size > 0) return scheme
    return [...schemes.values()].find(({ styleLink }) => styleLink === scheme.usesStyle) ?? scheme
  }
  const counts = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  return {
    next(id, at) {
      const list = lists.get(id)
      const scheme = list && schemeOf(list)
      if (list === undefined || scheme === undefined) return undefined
      const levelAt = (depth: number) => list.levels.get(depth) ?? scheme.levels.get(depth)
      const level = levelAt(at)
      if (level === undefined) return undefined
      // Lists that are laid down alike go on counting, one after the other.
      const counted = counts.get(scheme.id) ?? []
      counts.set(scheme.id, counted)
      const start = list.starts.get(at)
      const isFirst = !begun.has(`${id} ${at}`)
      begun.add(`${id} ${at}`)
      const before = counted[at]
      counted[at] = start !== undefined && isFirst ? start : before === undefined ? level.start : before + 1
      for (let below = at + 1; below < mostLevels; below++) {
        const restart = levelAt(below)?.restart ?? below
        if (at < restart) counted[below] = undefined
      }
      if (level.format === 'bullet') return '•'
      return level.text.replace(/%([1-9])/g, (_, digit: string) => {
        const depth = Number(digit) - 1
        const of = levelAt(depth)
        if (of === undefined || of.format === 'none') return ''
        const number = counted[depth] ?? of.start
        return printedNumber(number, level.isLegal ? 'decimal' : (numerals.get(of.format) ?? 'decimal'))
      })
    },
    levelOfStyle(id, style) {
      const list = lists.get(id)
      const scheme = list && schemeOf(list)
      const found = [...(scheme?.levels ?? []), ...(list?.levels ?? [])].find(
        ([, level]) => level.style === style,
      )
      return found?.[0]
    },
  }
}

const mostLevels = 9

const numerals: ReadonlyMap<string, Numerals> = new Map([
  ['decimalZero', 'two-digit'],
  ['decimalFullWidth', 'full-width'],
  ['decimalFullWidth2', 'full-width'],
  ['decimalEnclosedCircle', 'circled'],
  ['decimalEnclosedCircleChinese', 'circled'],
  ['decimalEnclosedParen', 'in-brackets'],
  ['decimalEnclosedFullstop', 'with-stop'],
  ['chineseCounting', 'chinese'],
  ['chineseCountingThousand', 'chinese'],
  ['taiwaneseCounting', 'chinese'],
  ['taiwaneseCountingThousand', 'chinese'],
  ['japaneseCounting', 'chinese'],
  ['ideographDigital', 'chinese-digits'],
  ['taiwaneseDigital', 'chinese-digits'],
  ['japaneseDigitalTenThousand', 'chinese-digits'],
  ['chineseLegalSimplified', 'chinese-legal'],
  ['ideographTraditional', 'heavenly-stems'],
  ['lowerLetter', 'lower-letter-doubled'],
  ['upperLetter', 'upper-letter-doubled'],
  ['lowerRoman', 'lower-roman'],
  ['upperRoman', 'upper-roman'],
])

function laidDown(xml: string): { schemes: Map<string, Scheme>; lists: Map<string, List> } {
  const schemes = new Map<string, Scheme>()
  const lists = new Map<string, List>()
  let scheme: Scheme | undefined
  let list: List | undefined
  let overridden = 0
  let level: Level | undefined
  eachTag(xml, ({ name, attributes, isEnd }) => {
    const value = attributes.val ?? ''
    if (isEnd) {
      if (name === 'abstractNum') scheme = undefined
      else if (name === 'num') list = undefined
      else if (name === 'lvl') level = undefined
      return
    }
    if (name === 'abstractNum') {
      scheme = { id: attributes.abstractNumId ?? '', levels: new Map() }
      schemes.set(scheme.id, scheme)
    } else if (name === 'num') {
      list = { scheme: '', starts: new Map(), levels: new Map() }
      lists.set(attributes.numId ?? '', list)
    } else if (name === 'abstractNumId' && list !== undefined) list.scheme = value
    else if (name === 'lvlOverride') overridden = whole(attributes.ilvl, 0)
    else if (name === 'startOverride') list?.starts.set(overridden, whole(value, 1))
    else if (name === 'styleLink' && scheme !== undefined) scheme.styleLink = value
    else if (name === 'numStyleLink' && scheme !== undefined) scheme.usesStyle = value
    else if (name === 'lvl') {
      // Where no start is laid down it is 0, as the standard has it.
      level = { start: 0, format: 'decimal', text: '', isLegal: false }
      ;(list ?? scheme)?.levels.set(whole(attributes.ilvl, 0), level)
    } else if (level !== undefined) lay(level, name, attributes)
  })
  return { schemes, lists }
}

function lay(level: Level, name: string, { val }: Readonly<Record<string, string>>): void {
  if (name === 'start') level.start = whole(val, 0)
  // Where a program lays down a format that others do not know, the one for those follows.
  else if (name === 'numFmt') level.format = val ?? 'decimal'
  else if (name === 'lvlText') level.text = val ?? ''
  else if (name === 'lvlRestart') level.restart = whole(val, 0)
  else if (name === 'isLgl') level.isLegal = isOn(val)
  else if (name === 'pStyle' && val !== undefined) level.style = val
}

function whole(text: string | undefined, otherwise: number): number {
  const number = Number(text)
  return text !== undefined && Number.isSafeInteger(number) && number >= 0 ? number : otherwise
}
