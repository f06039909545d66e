import { numberCounted } from '../../designation/count.ts'
import { narrowDigits } from './narrow-digits.ts'

/** A label in front of a paragraph, and what kind of label it is. */
export type Label = {
  /** As it is printed. */
  printed: string
  /** Labels of one style number one level: `一、`, `（一）`, `1.`, `•`. */
  style: string
  /** What it counts; none for a bullet. */
  number?: number
  /** Words can begin so too (`3 experts`, `A. Smith`): it is a label only where others of its style count on from it. */
  isDoubtful: boolean
}

const han = '[一二三四五六七八九十]'
const counted = `(${han}{1,3})`
const separator = String.raw`\s*[.．:：、,，)–—-]?\s*`
/** A number that a quantity begins with is no label. */
const noQuantity = String.raw`(?!\s*(?:million|billion|percent|per cent|times|years?|months?|weeks?|days?|GHz|MHz|[kMG]?bit|%|倍|万|亿|元|个(?!人|性|体)|项(?!目)|年(?!度)|月(?!度)|日(?!常)|号|次(?!生)|名(?!称|录)|份|家(?!庭|电)|位(?!置)|种(?!子|植)|成(?!立|果|员|效|本)|米|公里))`
/** A year, or a generation of networks, with which a text begins may follow the full stop of its label. */
const numberedText = /^(\d{1,2})[.．](?=(?:19|20)\d\d\s*年|[2-6]G(?![A-Za-z\d]))/
const words =
  'part|area|focus area|key area|work area|priority area|chapter|section|priority|theme|pillar|goal|objective|task|workstream|action|item|point'
const wordNumbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const romanDigits = 'ivxl'

type Pattern = {
  pattern: RegExp
  style: string | ((groups: readonly string[]) => string)
  number?: (text: string) => number | undefined
  isDoubtful?: boolean
}

const patterns: readonly Pattern[] = [
  {
    pattern: /^第\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*(部分|章|节|篇|条)\s*[、：:．.]?\s*/,
    style: ([, , unit = '']) => `第${unit}`,
    number: numberCounted,
  },
  {
    // What `Goal A` has below it: `Action A.1`.
    pattern: new RegExp(String.raw`^(?:${words})\s+(?:[a-h]\.?|\d{1,2}\.)(\d{1,2})\s*[:：–—-]\s*`, 'i'),
    style: 'word numbers',
    number: Number,
  },
  {
    pattern: new RegExp(
      String.raw`^(?:${words})\s+(\d{1,2}|[ivx]{1,5}|[a-h]|${wordNumbers.join('|')})(?:\s*[.:：)–—-]\s*|\s*$|\s+(?=[A-Z][^.;]*$))`,
      'i',
    ),
    style: 'word',
    number: anyNumber,
  },
  {
    pattern: new RegExp(`^[（(]\\s*${counted}\\s*[)）]${separator}`),
    style: '（一）',
    number: numberCounted,
  },
  { pattern: /^([㈠-㈩])\s*[、．.]?\s*/, style: '（一）', number: (text) => codeFrom(text, '㈠') },
  { pattern: new RegExp(`^${counted}\\s*[)）]\\s*`), style: '一）', number: numberCounted },
  {
    // Not `一、二级`, where two are named at once.
    pattern: new RegExp(
      `^${counted}\\s*[、．.](?!${han}{1,2}(?:[级类期线流层季批档]|[、和及]))\\s*|^${counted}\\s*[.．]\\s*`,
    ),
    style: '一、',
    number: numberCounted,
  },
  {
    pattern: new RegExp(`^${counted}\\s+(?=\\S)`),
    style: '一、',
    number: numberCounted,
    isDoubtful: true,
  },
  { pattern: /^([①-⑳])\s*[、．.]?\s*/, style: '①', number: (text) => codeFrom(text, '①') },
  { pattern: /^([❶-❿])\s*/, style: '①', number: (text) => codeFrom(text, '❶') },
  { pattern: /^([⑴-⒇])\s*/, style: '(1)', number: (text) => codeFrom(text, '⑴') },
  { pattern: /^([⒈-⒛])\s*/, style: '1.', number: (text) => codeFrom(text, '⒈') },
  { pattern: /^[（(]\s*(\d{1,3})\s*[)）](?:\s*[、．.])?\s*/, style: '(1)', number: Number },
  { pattern: numberedText, style: '1.', number: Number },
  {
    pattern: new RegExp(
      String.raw`^(\d{1,2}[.．]\d{1,2}(?:[.．]\d{1,2}){0,2})(?![\d])[.．、]?${noQuantity}\s*(?=[^\d\s%])`,
    ),
    style: ([, number = '']) => `${number.split(/[.．]/).length} numbers`,
    number: (text) => Number(text.split(/[.．]/).at(-1)),
    isDoubtful: true,
  },
  {
    pattern: /^(\d{1,3})\s*[.．、](?!\d)\s*/,
    style: '1.',
    number: Number,
  },
  { pattern: /^(\d{1,3})\s*[)）]\s*/, style: '1)', number: Number },
  {
    pattern: new RegExp(String.raw`^(\d{1,2})${noQuantity}\s+(?=[\p{Lu}\p{Script=Han}“"《])`, 'u'),
    style: '1.',
    number: Number,
    isDoubtful: true,
  },
  {
    pattern: /^[（(]\s*([a-z]{1,5})\s*[)）]\s*/i,
    style: ([, text = '']) => lettered('(', text),
    number: letterNumber,
    isDoubtful: true,
  },
  {
    pattern: /^([a-z]{1,5})[)）]\s*/i,
    style: ([, text = '']) => lettered(')', text),
    number: letterNumber,
    isDoubtful: true,
  },
  {
    pattern: /^([a-z]|[ivxl]{2,5})\.\s+/i,
    style: ([, text = '']) => lettered('.', text),
    number: letterNumber,
    isDoubtful: true,
  },
  { pattern: /^[•●∙・]\s*|^·\s*/, style: '•' },
  { pattern: /^[○◦]\s*|^o\s+/, style: '◦' },
  { pattern: /^[■▪◾]\s*/, style: '▪' },
  { pattern: /^[□▫◽]\s*/, style: '▫' },
  { pattern: /^[◆◇❖]\s*/, style: '◆' },
  { pattern: /^[➢➤►▶▸‣⁃]\s*/, style: '‣' },
  { pattern: /^[✓✔☑]\s*/, style: '✓' },
  { pattern: /^[-–−]\s+/, style: '-' },
  { pattern: /^—\s+/, style: '—' },
  { pattern: /^\*\s+/, style: '*' },
  { pattern: /^\+\s+/, style: '+' },
]

/** Bullets all count alike: nothing. */
const bulletStyles: readonly string[] = ['•', '◦', '▪', '▫', '◆', '‣', '✓', '-', '—', '*', '+']

/** The label with which a paragraph begins, and what follows it; undefined where it begins with none. */
export function readLabel(text: string): { label: Label; rest: string } | undefined {
  const narrow = narrowDigits(text)
  for (const { pattern, style, number, isDoubtful = false } of patterns) {
    const found = pattern.exec(narrow)
    if (found === null) continue
    const groups = found.map((group) => group ?? '')
    const value = number?.(groups.slice(1).find((group) => group !== '') ?? '')
    const kind = typeof style === 'string' ? style : style(groups)
    if (kind === '' || (number !== undefined && value === undefined)) continue
    const label: Label = { printed: text.slice(0, found[0].length).trim(), style: kind, isDoubtful }
    return {
      label: value === undefined ? label : { ...label, number: value },
      rest: text.slice(found[0].length),
    }
  }
  return undefined
}

/** The label that a file gives for an item of a list; one of no known style keeps its depth for its style. */
export function readGivenLabel(printed: string, depth: number): Label {
  const text = printed.trim()
  const read = readLabel(`${text} X`) ?? readLabel(`${text}. X`)
  if (read?.rest === 'X') return { ...read.label, printed: text, isDoubtful: false }
  return { printed: text, style: `depth ${depth}`, isDoubtful: false }
}

function codeFrom(text: string, first: string): number {
  return (text.codePointAt(0) ?? 0) - (first.codePointAt(0) ?? 0) + 1
}

/** Letters and Roman numbers look alike (`i`, `v`): a lone one counts as Roman, and `mendLetters` puts it right. */
function lettered(mark: string, text: string): string {
  const isUpper = text === text.toUpperCase()
  if (text.length > 1 && romanNumber(text) === undefined) return ''
  const kind = romanNumber(text) === undefined ? (isUpper ? 'A' : 'a') : isUpper ? 'I' : 'i'
  return `${mark === '(' ? '(' : ''}${kind}${mark === '.' ? '.' : ')'}`
}

function letterNumber(text: string): number | undefined {
  return romanNumber(text) ?? (text.length === 1 ? lettersNumber(text) : undefined)
}

/** Which letter of the alphabet it is, from 1. */
function lettersNumber(text: string): number {
  return (text.toLowerCase().codePointAt(0) ?? 0) - 96
}

function romanNumber(text: string): number | undefined {
  const values = [1, 5, 10, 50]
  const digits = [...text.toLowerCase()].map((digit) => values[romanDigits.indexOf(digit)] ?? 0)
  if (digits.length === 0 || digits.includes(0)) return undefined
  const sum = digits.reduce((total, digit, at) => total + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0)
  return sum > 0 ? sum : undefined
}

function anyNumber(text: string): number | undefined {
  if (/^\d/.test(text)) return Number(text)
  const word = wordNumbers.indexOf(text.toLowerCase())
  return word >= 0 ? word + 1 : letterNumber(text)
}

/**
 * The labels in the order of the document, with each `i)` and `v)` that follows an `h)` or `u)` read as a letter: alone
 * they look like Roman numbers.
 */
export function mendLetters(labels: readonly (Label | undefined)[]): (Label | undefined)[] {
  const last = new Map<string, number>()
  return labels.map((label) => {
    if (label === undefined) return label
    const letterStyle = label.style.replace('i', 'a').replace('I', 'A')
    const letters = /[a-z]/i.exec(label.printed)?.[0] ?? ''
    const asLetter = letters === '' ? 0 : lettersNumber(letters)
    const isLetter =
      letterStyle !== label.style &&
      /^\(?[iI][).]$/.test(label.style) &&
      /^[^a-z]*[a-z][^a-z]*$/i.test(label.printed) &&
      asLetter > 1 &&
      last.get(letterStyle) === asLetter - 1
    const mended = isLetter ? { ...label, style: letterStyle, number: asLetter } : label
    if (mended.number !== undefined) last.set(mended.style, mended.number)
    return mended
  })
}

/**
 * The styles of the doubtful labels that count on, as labels do: two of them at least, one of them first, and most of
 * them next to the one before.
 */
export function countingStyles(labels: readonly Label[]): ReadonlySet<string> {
  const numbers = new Map<string, number[]>()
  for (const { style, number } of labels) {
    if (number !== undefined) numbers.set(style, [...(numbers.get(style) ?? []), number])
  }
  const counting = [...numbers].filter(([, list]) => {
    const inOrder = list.filter((number, at) => number === 1 || number === (list[at - 1] ?? -1) + 1)
    return list.length > 1 && list.includes(1) && inOrder.length * 2 >= list.length
  })
  return new Set(counting.map(([style]) => style))
}

/** Whether the label is a bullet of a kind. */
export function isBullet(label: Label | undefined): boolean {
  return label !== undefined && bulletStyles.includes(label.style.split(' ')[0] ?? '')
}
