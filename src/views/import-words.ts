import type { Language } from '../domain/language/rules.ts'
import type { Field, Place, Problem, RowFault } from '../domain/standard/importing/given.ts'
import type { Changed, Deduction, Doubt, ImportPlan } from '../domain/standard/importing/import-plan.ts'
import type { Defaults } from '../domain/standard/importing/told-standard.ts'
import type { FileRefusal } from '../files/file-refusal.ts'
import type { FileReadingNotes } from '../files/standard-rows.ts'
import { texts } from '../texts/texts.ts'
import { quoted, quotedApart } from './quoted.ts'

/** What an import would do or did, in numbers. Plain text: whoever puts it into Slack escapes it. */
export function importSummary(plan: ImportPlan, language: Language): string {
  const { added, changed, unchanged, faulty, doubts, repeated } = plan
  return texts(language)('import.summary', {
    added: added.length,
    changed: changed.length,
    unchanged,
    faulty,
    held: heldRows(plan).length,
    repeated,
    doubts: doubts.length,
  })
}

/** How the new records stand, by stage; undefined where there are none. */
export function newByStage({ added }: ImportPlan, language: Language): string | undefined {
  const counts = new Map<string, number>()
  for (const { standard } of added) counts.set(standard.stage, (counts.get(standard.stage) ?? 0) + 1)
  if (counts.size === 0) return undefined
  const stages = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => `${code} × ${count}`)
  return texts(language)('import.new-by-stage', { stages: stages.join(' · ') })
}

/** The rows that are held because they are in doubt. */
function heldRows({ doubts }: ImportPlan): Doubt[] {
  return doubts.filter(({ isHeld }) => isHeld)
}

/** What was concluded and not read, in a sentence; undefined where all was read. */
export function deducedInWords(
  plan: ImportPlan,
  { asOf, source }: Defaults,
  language: Language,
): string | undefined {
  const say = texts(language)
  const list = Object.entries(plan.deduced).map(([deduction, count]) =>
    say(`import.deduced-${deduction as Deduction}`, { count, asOf, source: quoted(source) }),
  )
  return list.length === 0
    ? undefined
    : say('import.deduced', { list: list.join(language === 'zh-CN' ? '；' : '; ') })
}

/** How the file was read: which sheet, which columns, and what was left. */
export function readingInWords(reading: FileReadingNotes, language: Language): string[] {
  const say = texts(language)
  const { sheet, headingLine, columns, left, leftCells } = reading
  const comma = say('list.comma')
  const line = String(headingLine)
  return [
    sheet === undefined
      ? say('import.reading-text', { line })
      : say('import.reading-sheet', { sheet: quoted(sheet), line }),
    say('import.columns', {
      columns: columns
        .map(({ heading, column }) =>
          say('import.column', { heading: quoted(heading), field: columnInWords(column, language) }),
        )
        .join(comma),
    }),
    ...(left.length === 0
      ? []
      : [
          say('import.left', {
            columns: left
              .map(({ heading, meant }) =>
                meant === undefined
                  ? quoted(heading)
                  : say('import.left-meant', { heading: quoted(heading), meant }),
              )
              .join(comma),
          }),
        ]),
    ...leftCells.map(({ column, count, example }) =>
      say('import.left-cells', { field: columnInWords(column, language), count, example: quoted(example) }),
    ),
  ]
}

/** Which lists of a workbook were not read, and what to do; undefined where there is no other. */
export function unreadInWords({ unreadLists }: FileReadingNotes, language: Language): string | undefined {
  if (unreadLists.length === 0) return undefined
  const say = texts(language)
  const named = unreadLists.slice(0, mostPlaces).map((sheet) => `“${quoted(sheet)}”`)
  const sheets = named.join(say('list.comma'))
  const left = unreadLists.length - named.length
  return say('import.unread-lists', {
    count: unreadLists.length,
    sheets: left === 0 ? sheets : say('list.more', { names: sheets, count: left }),
  })
}

/** A column of which a field of ours is made goes by that field. */
function columnInWords(column: string, language: Language): string {
  const made: Record<string, Field> = {
    title: 'titleZh',
    plan: 'designation',
    number: 'id',
    adopted: 'twins',
    adoption: 'twins',
  }
  const field = made[column] ?? column
  return isField(field) ? fieldInWords(field, language) : column
}

const megabyte = 1024 * 1024

/** Why a file can't be read at all, and what to do. */
export function refusalInWords(refusal: FileRefusal, language: Language): string {
  const say = texts(language)
  switch (refusal.kind) {
    case 'too-large':
      return say('import.refusal-too-large', {
        size: Math.ceil(refusal.size / megabyte),
        most: Math.floor(refusal.most / megabyte),
      })
    case 'other-kind':
      return say('import.refusal-other-kind', { what: refusal.what })
    case 'not-text':
    case 'damaged':
      return say(`import.refusal-${refusal.kind}`, { line: refusal.line ?? 0 })
    case 'too-many-rows':
    case 'too-many-columns':
      return say(`import.refusal-${refusal.kind}`, { most: refusal.most })
    case 'no-headings': {
      const near = refusal.near.map(({ heading, meant }) =>
        say('import.left-meant', { heading: quoted(heading), meant }),
      )
      return [say('import.refusal-no-headings'), ...near].join(' ')
    }
    default:
      return say(`import.refusal-${refusal.kind}`)
  }
}

/** Why a document of a plan can't be read at all, and what to do: other kinds are read than of lists of standards. */
export function documentRefusalInWords(refusal: FileRefusal, language: Language): string {
  const say = texts(language)
  switch (refusal.kind) {
    case 'too-large':
      return say('import.document-too-large', {
        size: Math.ceil(refusal.size / megabyte),
        most: Math.floor(refusal.most / megabyte),
      })
    case 'other-kind':
      return say('import.document-other-kind', { what: refusal.what })
    case 'unknown-kind':
      return say('import.document-unknown-kind')
    case 'not-text':
      return say('import.document-not-text', { line: refusal.line ?? 0 })
    case 'bomb':
      return say('import.document-bomb')
    case 'too-many-rows':
      return say('import.document-too-many-rows', { most: refusal.most })
    case 'no-headings': {
      const near = refusal.near.map(({ heading, meant }) =>
        say('import.left-meant', { heading: quoted(heading), meant }),
      )
      return [say('import.document-no-headings'), ...near].join(' ')
    }
    default:
      return refusalInWords(refusal, language)
  }
}

/** A fault with its place, what stands there, what should, and the nearest that may have been meant. */
export function faultInWords(fault: RowFault, language: Language): string {
  const say = texts(language)
  const { place, field, value = '', problem } = fault
  const told = {
    place: placeInWords(place, language),
    field: field === undefined ? '' : fieldInWords(field, language),
    value: quoted(value),
  }
  const nearest = 'nearest' in problem ? problem.nearest : undefined
  const sentence = sentenceOf(problem, told, language)
  if (nearest === undefined) return sentence
  const orElse = 'orElse' in problem ? problem.orElse : undefined
  const guess =
    orElse === undefined
      ? say('import.did-you-mean', { nearest })
      : say('import.did-you-mean-either', { nearest, orElse })
  return [sentence, guess].join(language === 'zh-CN' ? '' : ' ')
}

function sentenceOf(problem: Problem, told: Record<string, string>, language: Language): string {
  const say = texts(language)
  switch (problem.kind) {
    case 'missing':
      return say('import.fault-missing', told)
    case 'not':
      return say('import.fault-not', { ...told, wanted: say(`import.wanted-${problem.what}`) })
    case 'too-long':
      return say('import.fault-too-long', { ...told, length: problem.length, most: problem.most })
    case 'too-many':
      return say('import.fault-too-many', { ...told, count: problem.count, most: problem.most })
    case 'ambiguous':
      return say('import.fault-ambiguous', told)
    case 'unread':
      return say('import.fault-unread', { ...told, systems: say('import.wanted-stages') })
    case 'no-system':
      return say('import.fault-no-system', { ...told, systems: say('import.wanted-stages') })
    case 'ahead':
      return say('import.fault-ahead', { ...told, asOf: problem.asOf })
    case 'too-early':
      return say('import.fault-too-early', told)
    case 'itself':
      return say('import.fault-itself', told)
    case 'formula':
      return say('import.fault-formula', told)
    case 'uneven':
      return say('import.fault-uneven', told)
  }
}

/** Something that a person has to look at, and what to do about it. */
export function doubtInWords(doubt: Doubt, language: Language): string {
  const { kind, places, besides = [], designation, other, stages, days, differing = [] } = doubt
  return texts(language)(`import.doubt-${kind}`, {
    places: placesInWords([...places, ...besides], language),
    designation: quoted(designation),
    other: other === undefined ? '' : quoted(other.designation),
    from: stages?.from ?? '',
    to: stages?.to ?? '',
    asOf: stages?.asOf ?? days?.asOf ?? '',
    publishedOn: days?.publishedOn ?? '',
    effectiveOn: days?.effectiveOn ?? '',
    recordedAsOf: stages?.recordedAsOf ?? '',
    differing: differing
      .map(({ field, values }) =>
        texts(language)('import.differing', {
          field: isField(field) ? fieldInWords(field, language) : field,
          values: quotedApart(values)
            .map((value) => `“${value}”`)
            .join(' / '),
        }),
      )
      .join('; '),
  })
}

/** So many places are named; more are counted. */
const mostPlaces = 8

function placesInWords(places: readonly Place[], language: Language): string {
  const say = texts(language)
  const names = places.slice(0, mostPlaces).map((place) => placeInWords(place, language))
  const left = places.length - names.length
  const text = names.join(say('list.comma'))
  return left === 0 ? text : say('list.more', { names: text, count: left })
}

/** A changed record, field by field: `GB/T 22239-2019 · stage: 30 → 40 · target date: nothing → 2026-12-01`. */
export function changeInWords({ before, fields }: Changed, language: Language): string {
  const say = texts(language)
  const changes = fields.map((change) => {
    const [from, to] = quotedApart([change.from, change.to]).map((text) => text || say('import.nothing'))
    return say('import.change', {
      field: fieldInWords(change.field, language),
      from: from ?? '',
      to: to ?? '',
    })
  })
  return [quoted(before.designation), ...changes].join(' · ')
}

/** Where in a file: `line 5`, `Sheet1, row 5` or `Sheet1!C5`. */
export function placeInWords({ line, sheet, column }: Place, language: Language): string {
  const say = texts(language)
  if (sheet === undefined) return say('import.place-line', { line: String(line) })
  return column === undefined
    ? say('import.place-row', { sheet: quoted(sheet), line: String(line) })
    : say('import.place-cell', { sheet: quoted(sheet), cell: `${column}${line}` })
}

/** What a field is called. */
export function fieldInWords(field: Field, language: Language): string {
  return texts(language)(`import.field-${field}`)
}

const fields: ReadonlySet<string> = new Set<Field>([
  ...([
    'id',
    'designation',
    'otherNames',
    'project',
    'titleZh',
    'titleEn',
    'stages',
    'stage',
    'status',
  ] as const),
  ...([
    'stageSince',
    'asOf',
    'source',
    'plannedOn',
    'extendedTo',
    'fast',
    'targetOn',
    'group',
    'lead',
    'publishedOn',
  ] as const),
  ...(['effectiveOn', 'replaces', 'twins', 'topics', 'url', 'history'] as const),
])

/** Whether a column of a file is a field of ours, and not something of which one is made. */
export function isField(name: string): name is Field {
  return fields.has(name)
}
