import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import { isDay } from '../../src/domain/calendar/day.ts'
import { type Language, type Names, nameIn } from '../../src/domain/language/rules.ts'
import type { Correction } from '../../src/domain/plan/correcting.ts'
import { knownTopics } from '../../src/domain/plan/reading/topics.ts'
import type { Plan, Point } from '../../src/domain/plan/rules.ts'
import type { WorkKind } from '../../src/domain/work/kind.ts'
import type { WorkingGroup } from '../../src/domain/working-group/rules.ts'
import { type PlanPart, topicsFilledIn } from '../../src/views/correct-plan-modal.ts'

/** What was filled in, by field; those of other parts are absent. */
export type PlanPartFields = {
  title?: string | undefined
  year?: string | undefined
  what?: 'point' | 'no-point' | 'continuation' | undefined
  text?: string | undefined
  kinds?: string[] | undefined
  groups?: string[] | string | undefined
  topics?: string | undefined
  dates?: string | undefined
  urgent?: string[] | undefined
}

type KnownToCorrection = {
  kinds: readonly WorkKind[]
  called: (text: string) => Promise<WorkingGroup | undefined>
}

/** What is put right, and in which of the plan's languages it was shown. */
type Meant = { correction: Correction; language: Language }

const commas = /[,，、;；\n]+/u

/**
 * What a person means by what they filled in.
 * @throws FieldErrors that tell what can't be taken, by field
 */
export async function correctionMeant(
  plan: Plan,
  part: PlanPart,
  fields: PlanPartFields,
  known: KnownToCorrection,
  language: Language,
): Promise<Meant> {
  const { title } = fields
  if (part.kind === 'point') return pointMeant(part.point, fields, known, language)
  if (title === undefined) throw new FieldErrors({ title: new UserError('modal.missing') })
  if (part.kind === 'area') {
    const { number, names } = part.area
    return { correction: { of: 'area', number, title }, language: shownIn(names, language) }
  }
  return {
    correction: { of: 'plan', title, year: yearMeant(fields.year ?? '') },
    language: shownIn(plan.names, language),
  }
}

async function pointMeant(
  point: Point,
  fields: PlanPartFields,
  known: KnownToCorrection,
  language: Language,
): Promise<Meant> {
  const { number } = point
  const { what, text, kinds = [], topics = '', urgent = [] } = fields
  const shown = shownIn(point.texts, language)
  if (what === 'no-point' || what === 'continuation')
    return { correction: { of: what, number }, language: shown }
  if (text === undefined) throw new FieldErrors({ text: new UserError('modal.missing') })
  if (kinds.some((id) => !known.kinds.some((kind) => kind.id === id)))
    throw new FieldErrors({ kinds: new UserError('modal.unfit') })
  const isAsShown = topics.trim() === topicsFilledIn(point, language)
  const correction: Correction = {
    of: 'point',
    number,
    text: text.replaceAll(/\s+/gu, ' '),
    kinds: unique(kinds),
    topics: isAsShown
      ? (point.reading?.topics ?? []).map(({ value }) => value)
      : unique(partsOf(topics).map(topicMeant)),
    groups: await groupsMeant(fields.groups ?? [], known),
    dates: unique(partsOf(fields.dates ?? '').map(dayMeant)),
    isUrgent: urgent.length > 0,
  }
  return { correction, language: shown }
}

/** The language in which a reader sees it: their own, or the only one that there is. */
function shownIn(names: Names, language: Language): Language {
  const isOwn = (language === 'zh-CN' ? names.zh : names.en) !== undefined
  if (isOwn || nameIn(names, language) === '') return language
  return language === 'zh-CN' ? 'en' : 'zh-CN'
}

function yearMeant(text: string): number {
  const year = Number(text.normalize('NFKC').replace(/年度?$/u, ''))
  if (Number.isInteger(year) && year >= 1980 && year <= 2200) return year
  throw new FieldErrors({ year: new UserError('correct-plan.no-year', { text }) })
}

/** A known topic by its id or its name in either language; else its own words. */
function topicMeant(words: string): string {
  const wanted = words.toLowerCase()
  const found = knownTopics.find(({ id, names }) =>
    [id, names.zh, names.en].some((name) => name?.toLowerCase() === wanted),
  )
  return found?.id ?? words
}

async function groupsMeant(given: string[] | string, known: KnownToCorrection): Promise<string[]> {
  const codes: string[] = []
  for (const text of typeof given === 'string' ? partsOf(given) : given) {
    const group = await known.called(text)
    if (group === undefined)
      throw new FieldErrors({ groups: new UserError('correct-plan.no-group', { text }) })
    codes.push(group.code)
  }
  return unique(codes)
}

function dayMeant(text: string): string {
  const [, year, month = '', date = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text.normalize('NFKC')) ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (year !== undefined && isDay(day)) return day
  throw new FieldErrors({ dates: new UserError('correct-plan.no-day', { text }) })
}

function partsOf(text: string): string[] {
  return text
    .split(commas)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
