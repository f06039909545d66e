import type { PartialDay } from '../../calendar/day.ts'
import { decideMove } from '../../stage/move.ts'
import { stageSystem } from '../../stage/system.ts'
import { designationOf, keyOfCanonical } from '../names.ts'
import { moved } from '../recording-rules.ts'
import type { Standard } from '../rules.ts'
import type { Given } from './given.ts'
import type { Deduction } from './import-plan.ts'
import type { GivenStage } from './stage-given.ts'

type Told = { standard: Standard; deduced: Deduction[] }

/** When the file says what it says, and what it is called, where a row tells neither. */
export type Defaults = { asOf: PartialDay; source: string }

/** The new record that a row tells of. */
export function newStandard(
  given: Given,
  {
    id,
    designation,
    stage: at,
    defaults,
  }: { id: string; designation: string; stage: GivenStage & { ok: true }; defaults: Defaults },
): Told {
  const deduced: Deduction[] = []
  if (given.id === undefined) deduced.push('id')
  if (at.isSystemDeduced) deduced.push('stages')
  if (at.from === 'status') deduced.push('stage-from-status')
  if (at.from === 'name') deduced.push('stage-from-name')
  if (given.asOf === undefined) deduced.push('as-of')
  if (given.source === undefined) deduced.push('source')
  const { titleZh: zh, titleEn: en, stageText: _text, status: _status, ...rest } = given
  const empty = { otherNames: [], replaces: [], twins: [], topics: [], history: [], ...defaults }
  const standard: Standard = {
    ...empty,
    ...rest,
    id,
    designation,
    titles: { ...(zh !== undefined && { zh }), ...(en !== undefined && { en }) },
    stages: at.stages,
    stage: at.stage,
  }
  if (standard.fast !== true) delete standard.fast
  standard.otherNames = standard.otherNames.filter(
    (name) => keyOfCanonical(name) !== keyOfCanonical(designation),
  )
  settlePublication(standard, given, deduced)
  return { standard, deduced }
}

/**
 * The record as it is after what a row tells of it. What the row is silent about stays; names and earlier stages are
 * only added to; where the stage changes, the day and the source of the old one do not go on with the new one.
 * @param calledAnew whether the row's designation becomes the present one, and the present one a former name
 */
export function toldAgain(
  before: Standard,
  given: Given,
  {
    stage: at,
    calledAnew,
    defaults,
  }: { stage: GivenStage & { ok: true }; calledAnew: boolean; defaults: Defaults },
): Told {
  const deduced: Deduction[] = []
  const {
    titleZh,
    titleEn,
    stageText: _text,
    status: _status,
    id: _id,
    designation,
    otherNames = [],
    history = [],
    ...rest
  } = given
  const moves = at.stage !== before.stage || at.stages !== before.stages
  if (moves && at.from === 'status') deduced.push('stage-from-status')
  if (moves && given.asOf === undefined) deduced.push('as-of')
  if (moves && given.source === undefined) deduced.push('source')
  const reached = moves ? { ...movedTo(before, at, given.stageSince), ...defaults } : before
  const standard: Standard = {
    ...reached,
    ...rest,
    titles: titlesTold(before, titleZh, titleEn),
    stages: at.stages,
    stage: at.stage,
  }
  if (standard.fast !== true) delete standard.fast
  if (calledAnew && designation !== undefined) standard.designation = designation
  standard.otherNames = namesWith(standard.designation, before.otherNames, [
    ...(standard.designation === before.designation ? [] : [before.designation]),
    ...otherNames,
  ])
  standard.history = historyWith(reached.history, history)
  settlePublication(standard, given, deduced, before)
  return { standard, deduced }
}

/** The record at its new stage, as when a person records the move; in another system of stages its way begins anew. */
function movedTo(before: Standard, at: GivenStage & { ok: true }, on: PartialDay | undefined): Standard {
  if (at.stages !== before.stages) {
    const { stageSince: _since, ...rest } = before
    return { ...rest, stages: at.stages, stage: at.stage }
  }
  const verdict = decideMove(before.stage, at.stage, before)
  const move = { to: at.stage, ...(on !== undefined && { on }) }
  return moved(before, move, verdict.ok ? verdict.kind : 'leap')
}

/** A Chinese name that was marked as nobody's but ours is the source's own once a source tells it. */
function titlesTold(
  { titles }: Standard,
  zh: string | undefined,
  en: string | undefined,
): Standard['titles'] {
  const { zhIsTranslation, ...rest } = titles
  const isStillOurs = zhIsTranslation !== undefined && (zh === undefined || zh === titles.zh)
  return {
    ...rest,
    ...(zh !== undefined && { zh }),
    ...(en !== undefined && { en }),
    ...(isStillOurs && { zhIsTranslation }),
  }
}

function namesWith(present: string, recorded: readonly string[], further: readonly string[]): string[] {
  const seen = new Set([keyOfCanonical(present)])
  return [...recorded, ...further].filter((name) => {
    const key = keyOfCanonical(name)
    return !seen.has(key) && seen.add(key)
  })
}

function historyWith(recorded: Standard['history'], told: Standard['history']): Standard['history'] {
  const known = new Set(recorded.map(({ stage, on }) => `${stage}@${on}`))
  const further = told.filter(({ stage, on }) => !known.has(`${stage}@${on}`))
  return further.length === 0
    ? recorded
    : [...recorded, ...further].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/**
 * A draft is not published, and an amendment of 2021 did not come out in 2017: the day that a source gives them is that
 * of the text which they amend. Of a text that has just come out, the day of its publication is that of its stage.
 */
function settlePublication(standard: Standard, given: Given, deduced: Deduction[], before?: Standard): void {
  if (given.publishedOn === undefined) return
  if (stageSystem(standard.stages).isDraft(standard.stage) || isOfBase(standard, given.publishedOn)) {
    deduced.push('publication-left')
    if (before?.publishedOn === undefined) delete standard.publishedOn
    else standard.publishedOn = before.publishedOn
  } else if (standard.stageSince === undefined && ['60', '60.60'].includes(standard.stage)) {
    deduced.push('since-from-publication')
    standard.stageSince = given.publishedOn
  }
}

/** Whether a day is not of the year in which the supplement says that it came out. */
function isOfBase({ designation }: Standard, publishedOn: PartialDay): boolean {
  const read = designationOf(designation)
  const supplement = read?.scheme === 'iso' ? read.supplements.at(-1) : undefined
  return supplement?.year !== undefined && String(supplement.year) !== publishedOn.slice(0, 4)
}
