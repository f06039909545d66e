import { numberCounted } from '../../designation/count.ts'
import type { Label } from './read-label.ts'
import { sentences } from './sentences.ts'

/** Points that stand in one paragraph, each behind a label that counts on: `1、…；2、…`, `一是…；二是…`, `(a) …; (b) …`. */
export type LabelRun = {
  /** The words before the first label. */
  lead: string
  items: { label: string; text: string }[]
  /** What stands behind the last one's sentence. */
  rest: string
}

type Family = {
  pattern: RegExp
  number: (text: string) => number | undefined
  /** It can't be taken for anything else, and may stand behind a comma or a word. */
  isPlain?: boolean
}

const han = '([一二三四五六七八九十]{1,2})'
const letter = (text: string) => text.charCodeAt(0) - 96
const roman = (text: string) =>
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].indexOf(text) + 1
const sign = (first: string) => (text: string) => text.charCodeAt(0) - first.charCodeAt(0) + 1

const families: readonly Family[] = [
  { pattern: new RegExp(`${han}是`, 'g'), number: numberCounted },
  { pattern: new RegExp(`${han}要(?!求|点|素|件|领)`, 'g'), number: numberCounted },
  { pattern: new RegExp(`第${han}[，、,：:]`, 'g'), number: numberCounted },
  { pattern: new RegExp(`[（(]\\s?${han}\\s?[)）]`, 'g'), number: numberCounted, isPlain: true },
  { pattern: /[（(]\s?(\d{1,2})\s?[)）]/g, number: Number, isPlain: true },
  { pattern: /([①-⑳])/g, number: sign('①'), isPlain: true },
  { pattern: /([⑴-⒇])/g, number: sign('⑴'), isPlain: true },
  { pattern: /(?<![\d.．(（])(\d{1,2})\s?[)）]/g, number: Number },
  { pattern: /(?<![\d.．])(\d{1,2})、/g, number: Number },
  {
    pattern:
      /(?<![\d.．])(\d{1,2})[.．](?=\s*["“《]?\p{Script=Han}|\s+["“]?\p{L}|(?:20\d\d\s*年|\d{1,2}\s*(?:月|项|所|场|期)))/gu,
    number: Number,
  },
  { pattern: /\(([a-z])\)(?=\s)/g, number: letter, isPlain: true },
  { pattern: /\(([ivx]{1,4})\)(?=\s)/g, number: roman, isPlain: true },
  { pattern: /(?<![\w(])([a-z])\)(?=\s)/g, number: letter },
]

/** So much before a label tells whether it stands at a border. */
const longestBefore = 40
/** No point is said in less. */
const leastCharacters = 4

/**
 * The points of a paragraph in which labels count up from the first at the borders of its sentences or clauses; the
 * outermost where some stand within others. Undefined where it has none.
 *
 * @param own the label of the paragraph itself, which may be the first
 */
export function labelRun(text: string, own?: Label): LabelRun | undefined {
  const runs = families.flatMap((family) => {
    const found = runOf(text, family, own)
    return found === undefined ? [] : [found]
  })
  return runs.reduce<LabelRun | undefined>(
    (first, run) => (first === undefined || run.lead.length < first.lead.length ? run : first),
    undefined,
  )
}

type Found = { label: string; from: number; to: number }

function runOf(text: string, family: Family, own: Label | undefined): LabelRun | undefined {
  const found: Found[] = []
  if (own?.number === 1 && isOfFamily(own, family)) found.push({ label: own.printed, from: 0, to: 0 })
  for (const { 0: label, 1: counted = '', index } of text.matchAll(family.pattern)) {
    if (family.number(counted) !== found.length + 1) continue
    const before = text.slice(Math.max(0, index - longestBefore), index)
    if (isBorder(before, family, found.length === 0))
      found.push({ label, from: index, to: index + label.length })
  }
  const [first] = found
  if (first === undefined || found.length < 2 || isInBrackets(text.slice(0, first.from))) return undefined
  const items = found.map(({ label, to }, at) => ({
    label,
    text: withoutAnd(text.slice(to, found[at + 1]?.from)).trim(),
  }))
  if (items.some(({ text: own }) => own.length < leastCharacters || !/\p{L}{2}/u.test(own))) return undefined
  return { lead: text.slice(0, first.from).trim(), ...withRest(items) }
}

function isOfFamily({ printed }: Label, { pattern, number }: Family): boolean {
  const [found] = [...`${printed} Xx`.matchAll(pattern)]
  return found?.index === 0 && number(found[1] ?? '') === 1
}

function isBorder(before: string, { isPlain = false }: Family, isFirst: boolean): boolean {
  const plain = withoutAnd(before).trimEnd()
  if (plain === '' || /[。；;：:！？!?.．]$/.test(plain)) return true
  if (isPlain) return /[\s，,、]$|\p{Script=Han}$/u.test(before)
  // A list in a cell has its lines behind one another.
  return (!isFirst && /[，,、]$|\p{Script=Han}\s+$/u.test(before)) || (isFirst && /，$/.test(plain))
}

/** What only ties an item to the next: `…; and (c) …`. */
function withoutAnd(text: string): string {
  return text.replace(/(?<=[；;，,]\s*)(?:and|or|以及|并|和|及)\s*$/, '')
}

function isInBrackets(before: string): boolean {
  const count = (marks: RegExp) => before.match(marks)?.length ?? 0
  return count(/[（(]/g) > count(/[)）]/g) || count(/《/g) > count(/》/g) || count(/“/g) > count(/”/g)
}

/** Where clauses are parted, the last ends with its sentence. */
function withRest(items: LabelRun['items']): Pick<LabelRun, 'items' | 'rest'> {
  const last = items.at(-1)
  const areClauses = items.slice(0, -1).every(({ text }) => /[；;，,、]$/.test(text))
  const [first = '', ...others] = sentences(last?.text ?? '')
  if (last === undefined || !areClauses || others.length === 0) return { items, rest: '' }
  const rest = last.text.slice(last.text.indexOf(first) + first.length).trim()
  return { items: [...items.slice(0, -1), { ...last, text: first }], rest }
}
