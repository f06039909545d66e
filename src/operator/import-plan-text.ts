import { type Language, nameIn } from '../domain/language/rules.ts'
import type { PlanComparison, PointPair } from '../domain/plan/compare.ts'
import type { PlanPreview } from '../domain/plan/importing.ts'
import type { Found, Place, PointReading } from '../domain/plan/reading/outline.ts'
import { type Point, pointsOf } from '../domain/plan/rules.ts'
import { planPlaceInWords } from '../views/plan-refusal-words.ts'
import { quoted } from '../views/quoted.ts'
import { topicInWords } from '../views/topic-words.ts'
import type { PlanOutcome, ReadPlanFile } from './import-plan.ts'

/** A terminal shows so many of each kind; `--json` has all. */
const mostShown = { places: 12, points: 50 }

/** A plan as it was read, and what it would change, as an operator reads it. */
export function planText(file: ReadPlanFile, preview: PlanPreview): string {
  const { plan, language, left, leftColumns, leftDues } = file
  const points = pointsOf(plan)
  const days = [
    ...(plan.approvedOn === undefined ? [] : [`approved ${plan.approvedOn}`]),
    ...(plan.releasedOn === undefined ? [] : [`released ${plan.releasedOn}`]),
  ]
  return [
    [`${nameIn(plan.names, language)} (${plan.year})`, ...days].join(' · '),
    ...plan.areas.flatMap((area) => [
      `${area.number}  ${nameIn(area.names, language)}`,
      ...area.points.flatMap((point, at) => [
        ...headingLine(point, area.points[at - 1], language),
        ...pointLines(file, point),
      ]),
    ]),
    ...(left.length === 0 ? [] : [`left out, as they belong to no point: ${placesInWords(left)}`]),
    ...(leftColumns.length === 0 ? [] : [`columns left out: ${leftColumns.map(quoted).join(', ')}`]),
    ...(leftDues.length === 0 ? [] : [`deadlines that name no day: ${duesInWords(leftDues)}`]),
    `${counted(plan.areas.length, 'area')}, ${counted(points.length, 'point')}; ${comparedInWords(plan.year, preview)}`,
    ...changeLines(preview, file),
  ].join('\n')
}

function duesInWords(dues: ReadPlanFile['leftDues']): string {
  const told = dues
    .slice(0, mostShown.places)
    .map(({ place, text }) => `${planPlaceInWords(place, 'en')} “${quoted(text)}”`)
  return [...told, ...(dues.length > told.length ? [`${dues.length - told.length} more`] : [])].join(', ')
}

/** The heading under which a point stands, above the first of those below it. */
function headingLine({ under }: Point, before: Point | undefined, language: Language): string[] {
  if (under === undefined) return []
  const heading = nameIn(under, language)
  return before?.under !== undefined && nameIn(before.under, language) === heading ? [] : [`  ${heading}`]
}

function pointLines({ kinds, language }: ReadPlanFile, { number, texts, reading }: Point): string[] {
  const nameOfKind = new Map(kinds.map((kind) => [kind.id, nameIn(kind.names, 'en')]))
  const found = reading === undefined ? [] : foundInWords(reading, (id) => nameOfKind.get(id) ?? id)
  return [
    `  ${number}  ${nameIn(texts, language)}`,
    ...(found.length === 0 ? [] : [`       ${found.join('; ')}`]),
  ]
}

/** What a sentence was read to ask for, each with the words on which that rests. */
function foundInWords(reading: PointReading, nameOfKind: (id: string) => string): string[] {
  const some = (label: string, found: readonly Found[], nameOf: (value: string) => string) =>
    found.length === 0
      ? []
      : [`${label}: ${found.map((one) => withWords(nameOf(one.value), one)).join(', ')}`]
  return [
    ...some('work', reading.kinds, nameOfKind),
    ...some('topics', reading.topics, (id) => topicInWords(id, 'en')),
    ...some('touches', reading.groups, (code) => code),
    ...some('days', reading.dates, (day) => day),
    ...(reading.urgent.length === 0 ? [] : [urgentInWords(reading)]),
  ]
}

/** Words of the heading are told for such, also where they are no more than what they name. */
function withWords(what: string, { words, isOfHeading }: Found): string {
  if (isOfHeading === true) return `${what} (from the heading: “${words.join('”, “')}”)`
  const others = words.filter((word) => word.toLowerCase() !== what.toLowerCase())
  return others.length === 0 ? what : `${what} (“${others.join('”, “')}”)`
}

function urgentInWords({ urgent, isUrgentByHeading }: PointReading): string {
  return `urgent: ${urgent.join(', ')}${isUrgentByHeading === true ? ' (from the heading)' : ''}`
}

function placesInWords(places: readonly Place[]): string {
  const named = places.slice(0, mostShown.places).map((place) => planPlaceInWords(place, 'en'))
  const more = places.length - named.length
  return more === 0 ? named.join(', ') : `${named.join(', ')} and ${more} more`
}

function comparedInWords(year: number, { sameYear, earlier, isSame }: PlanPreview): string {
  if (isSame) return `the plan of ${year} is on record just so: nothing to change`
  if (sameYear !== undefined) return `against the plan of ${year} on record: ${countsInWords(sameYear)}`
  if (earlier === undefined) return `no plan of ${year} or before is on record: all of it is new`
  return `no plan of ${year} is on record; against that of ${earlier.year}: ${countsInWords(earlier.comparison)}`
}

function countsInWords({ kept, translated, changed, added, dropped }: PlanComparison): string {
  const inOther = translated.length === 0 ? '' : ` ${translated.length} in another language,`
  return `${kept.length} kept,${inOther} ${changed.length} changed, ${added.length} new, ${dropped.length} dropped`
}

function changeLines(
  { sameYear, edits = [], earlier, hanging = [], isSame }: PlanPreview,
  { language }: ReadPlanFile,
): string[] {
  const comparison = sameYear ?? earlier?.comparison
  if (isSame || comparison === undefined) return []
  const { translated, changed, added, dropped } = comparison
  const some = <T>(heading: string, all: readonly T[], line: (one: T) => string): string[] =>
    all.length === 0
      ? []
      : [
          `${heading} (${all.length}):`,
          ...all.slice(0, mostShown.points).map(line),
          ...(all.length > mostShown.points ? [`  … and ${all.length - mostShown.points} more`] : []),
        ]
  const pointLine = ({ number, texts }: Point) => `  ${number}  ${nameIn(texts, language)}`
  return [
    ...some('changed beside the sentences', edits, ({ kind, number, subject, before, after, fields = [] }) =>
      kind === 'point-read'
        ? `  ${number}  ${fields.map((one) => `${one.field}: ${one.before.join(', ')} → ${one.after.join(', ')}`).join('; ')}`
        : `  ${kind === 'plan-renamed' ? 'title' : `area ${subject}`}  ${nameIn(before, language)} → ${nameIn(after, language)}`,
    ),
    ...some('taken for translations, to be checked', translated, ({ before, after }) =>
      [
        `  ${before.number}  ${nameIn(before.texts, language)}`,
        `  = ${after.number}  ${nameIn(after.texts, language)}`,
      ].join('\n'),
    ),
    ...some('changed', changed, ({ before, after }) =>
      [
        `  ${before.number}  ${nameIn(before.texts, language)}`,
        `  → ${after.number}  ${nameIn(after.texts, language)}`,
      ].join('\n'),
    ),
    ...some('new', added, pointLine),
    ...some('dropped, and goals hang on it', hanging, ({ point, goals, items, assignments }) =>
      [
        pointLine(point),
        `       ! ${goals.join(', ')} would lose this sentence, with ${counted(items.length, 'piece')} of work and ${counted(assignments.length, 'assignment')}`,
      ].join('\n'),
    ),
    ...some(
      'dropped',
      dropped.filter(({ id }) => !hanging.some(({ point }) => point.id === id)),
      pointLine,
    ),
  ]
}

/** The plan for a program, each value with the words on which it rests; and what it changes. */
export function planJson(
  { plan, language, left, leftColumns, leftDues }: ReadPlanFile,
  { outcome, preview }: PlanOutcome,
) {
  const told = {
    title: nameIn(plan.names, language),
    year: plan.year,
    areas: plan.areas.map((area) => ({
      number: area.number,
      title: nameIn(area.names, language),
      points: area.points.map((point) => pointJson(point, language)),
    })),
    language,
    changes: changesJson(preview, plan),
    left,
    leftColumns,
    leftDues,
  }
  return outcome === 'dry-run' ? told : { outcome, ...told }
}

function pointJson({ number, under, texts, reading }: Point, language: Language) {
  const {
    kinds = [],
    topics = [],
    groups = [],
    dates = [],
    urgent = [],
    isUrgentByHeading = false,
  } = reading ?? {}
  const values = (found: readonly Found[]) => found.map(({ value }) => value)
  const ofHeading = (found: readonly Found[]) => values(found.filter((one) => one.isOfHeading === true))
  const isOfHeading = isUrgentByHeading || ofHeading([...kinds, ...topics, ...groups]).length > 0
  const words = (found: readonly Found[]) =>
    Object.fromEntries(found.map(({ value, words }) => [value, words]))
  return {
    number,
    ...(under !== undefined && { under: nameIn(under, language) }),
    text: nameIn(texts, language),
    kinds: values(kinds),
    topics: values(topics),
    groups: values(groups),
    dates: values(dates),
    urgent: urgent.length > 0,
    basis: {
      kinds: words(kinds),
      topics: words(topics),
      groups: words(groups),
      dates: words(dates),
      urgent,
      // What the point does not say itself: these words stand in its heading.
      ...(isOfHeading && {
        ofHeading: {
          kinds: ofHeading(kinds),
          topics: ofHeading(topics),
          groups: ofHeading(groups),
          urgent: isUrgentByHeading,
        },
      }),
    },
  }
}

/**
 * `against` is the year of the plan on record with which it was compared, or null: then all of it is new. `hanging`: what
 * hangs on those that are dropped, where goals do.
 */
function changesJson({ sameYear, earlier, hanging = [], isSame }: PlanPreview, plan: ReadPlanFile['plan']) {
  const comparison = sameYear ?? earlier?.comparison
  const numbers = (points: readonly Point[]) => points.map(({ number }) => number)
  if (comparison === undefined)
    return {
      against: null,
      isSame,
      kept: [],
      translated: [],
      changed: [],
      added: numbers(pointsOf(plan).map(({ point }) => point)),
      dropped: [],
    }
  const { kept, translated, changed, added, dropped } = comparison
  const told = ({ number, texts }: Point) => ({ number, ...texts })
  const pairJson = ({ before, after }: PointPair) => ({
    number: after.number,
    before: told(before),
    after: told(after),
  })
  return {
    against: sameYear === undefined ? (earlier?.year ?? null) : plan.year,
    isSame,
    kept: numbers(kept.map(({ after }) => after)),
    translated: translated.map(pairJson),
    changed: changed.map(pairJson),
    added: numbers(added),
    dropped: numbers(dropped),
    ...(sameYear !== undefined && {
      hanging: hanging.map(({ point: { number }, ...hangs }) => ({ number, ...hangs })),
    }),
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
