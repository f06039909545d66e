import { addDays, type PartialDay } from '../calendar/day.ts'
import { stageSystem } from '../stage/system.ts'
import { designationOf } from '../standard/names.ts'
import type { Standard } from '../standard/rules.ts'
import { type End, endOf } from './period.ts'
import type { RunningClock } from './running-clock.ts'

/** From the issue of the plan to the approval file: 国家标准管理办法, and the notice of 2025 on keeping to it. */
const limitMonths = { recommended: 18, mandatory: 24 } as const
/** An extension is to be asked for so many days before the limit, by the same rules. */
const askAheadDays = 30
const commentDays = 60
/** 标准化法: a standard is reviewed within five years, as a rule. */
const reviewMonths = 60

/** Clocks of a national standard of China. */
export function gbClocks(standard: Standard): RunningClock[] {
  return [...limitClocks(standard), ...comment(standard), ...review(standard)]
}

/** The national limit for the approval file of a project; undefined where none runs, or from when is not known. */
export function nationalLimit(standard: Standard): End | undefined {
  return limitClocks(standard).find(({ kind }) => kind !== 'gb-ask-by')
}

/**
 * The limit and the last day to ask for an extension, until the approval file is handed in. Where it was extended,
 * nothing is said of another extension.
 */
function limitClocks(standard: Standard): RunningClock[] {
  const { plannedOn, extendedTo, stage, stages } = standard
  if (stages !== 'gb' || plannedOn === undefined) return []
  const nature = natureOf(standard)
  const system = stageSystem(stages)
  if (nature === undefined || !system.isDraft(stage) || system.level(stage) >= 50) return []
  const period = { months: limitMonths[nature] }
  const end = endOf(plannedOn, period)
  if (end === undefined) return []
  const base = { nature: 'limit', from: plannedOn, period } as const
  if (extendedTo !== undefined && extendedTo > end.on)
    return [{ ...base, kind: 'gb-limit-extended', on: extendedTo, latest: extendedTo }]
  return [
    { ...base, kind: nature === 'mandatory' ? 'gb-limit-24' : 'gb-limit-18', ...end },
    {
      ...base,
      kind: 'gb-ask-by',
      on: addDays(end.on, -askAheadDays),
      latest: addDays(end.latest, -askAheadDays),
    },
  ]
}

/**
 * Recommended or mandatory, as its plan number or its designation says; undefined for a guidance document (GB/Z), of
 * which the rule says nothing, and where neither is known.
 */
export function natureOf({
  designation,
  otherNames,
}: Pick<Standard, 'designation' | 'otherNames'>): keyof typeof limitMonths | undefined {
  for (const name of [designation, ...otherNames]) {
    const letter = /^\d{8}-([A-Z])-\d{3}$/.exec(name)?.[1]
    if (letter === 'T' || name.startsWith('GB/T ')) return 'recommended'
    if (letter === 'Q' || /^GB \d/.test(name)) return 'mandatory'
    if (letter !== undefined || name.startsWith('GB/Z ')) return undefined
  }
  return undefined
}

function comment({ stage, stageSince }: Standard): RunningClock[] {
  if (stage !== '30' || stageSince === undefined) return []
  const period = { days: commentDays }
  const end = endOf(stageSince, period)
  return end === undefined ? [] : [{ kind: 'gb-comment', nature: 'period', from: stageSince, period, ...end }]
}

/**
 * The law speaks of the standards that the state's authorities issue. A guidance document (GB/Z), a committee's guide or
 * report and the texts of associations and enterprises are none of these, and an amendment sheet is reviewed with its text.
 */
function isReviewedByLaw({ designation }: Standard): boolean {
  const read = designationOf(designation)
  if (read?.scheme === 'plan') return read.nature !== 'Z'
  return read?.scheme === 'national' && read.amendment === undefined && !/^(?:GB\/Z|[TQ]\/)/.test(read.prefix)
}

/** From its publication, or from the review that confirmed it last. */
function review(standard: Standard): RunningClock[] {
  const { stage, stageSince, publishedOn, history } = standard
  if (stage !== '60' || !isReviewedByLaw(standard)) return []
  const wasReviewed = history.some((past) => past.stage === '90')
  const from: PartialDay | undefined = wasReviewed ? stageSince : (publishedOn ?? stageSince)
  const period = { months: reviewMonths }
  const end = from === undefined ? undefined : endOf(from, period)
  if (from === undefined || end === undefined) return []
  return [{ kind: 'gb-review', nature: 'period', from, period, ...end }]
}
