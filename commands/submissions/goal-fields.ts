import { z } from 'zod'
import type { App } from '../../src/app.ts'
import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import { isDay } from '../../src/domain/calendar/day.ts'
import type { GoalGiven } from '../../src/domain/goal/service.ts'
import type { Names } from '../../src/domain/language/rules.ts'
import { pointsOf } from '../../src/domain/plan/rules.ts'
import {
  goalDayBlock,
  goalEnBlock,
  goalGroupsBlock,
  goalKindsBlock,
  goalPointsBlock,
  goalZhBlock,
  longestGoal,
  mostOptions,
} from '../../src/views/goal-modal.ts'

const words = z.string().trim().max(longestGoal).optional()
const chosen = z.array(z.string().min(1).max(150)).max(mostOptions)

/** What the modals of goals have in common. Groups are not asked for where there are too many for a menu. */
export const goalFields = {
  [goalZhBlock]: words,
  [goalEnBlock]: words,
  [goalPointsBlock]: z.string().trim().min(1).max(500),
  [goalGroupsBlock]: chosen.optional(),
  [goalKindsBlock]: chosen.optional(),
  [goalDayBlock]: z.string().refine(isDay).optional(),
}
const whole = z.object(goalFields)

/** What was filled in, looked up; `groups` is absent where they were not asked for. */
export type GoalFilledIn = Omit<GoalGiven, 'groups'> & { groups?: string[] }

/**
 * A goal as it was filled in for a year's plan. `before`: the words that stood there, and the groups that have a part in
 * it.
 * @throws FieldErrors for what is missing or not known
 */
export async function goalFilledIn(
  app: App,
  year: number,
  fields: z.infer<typeof whole>,
  before: { texts?: Names; groups: readonly string[] },
): Promise<GoalFilledIn> {
  const faults: Record<string, UserError> = {}
  const texts = wordsOf(fields, before.texts)
  if (texts === undefined) faults[goalZhBlock] = new UserError('goal.no-words')
  const points = await pointsNamed(app, year, fields[goalPointsBlock])
  if ('unknown' in points)
    faults[goalPointsBlock] = new UserError('goal.no-point', { asked: points.unknown, year: String(year) })
  const groups = fields[goalGroupsBlock]
  const active = new Set([...before.groups, ...(await app.groups.active()).map(({ code }) => code)])
  const strange = groups?.find((code) => !active.has(code))
  if (strange !== undefined) faults[goalGroupsBlock] = new UserError('goal.no-group', { asked: strange })
  const kinds = fields[goalKindsBlock] ?? []
  const known = new Set((await app.work.kinds()).map(({ id }) => id))
  const odd = kinds.find((id) => !known.has(id))
  if (odd !== undefined) faults[goalKindsBlock] = new UserError('goal.no-kind', { asked: odd })
  if (texts === undefined || 'unknown' in points || Object.keys(faults).length > 0)
    throw new FieldErrors(faults)
  const dueOn = fields[goalDayBlock]
  return {
    year,
    texts,
    points: points.ids,
    kinds,
    ...(groups !== undefined && { groups }),
    ...(dueOn !== undefined && { dueOn }),
  }
}

/** Undefined where there are none. A translation that nobody has touched is still one that no source confirms. */
function wordsOf(fields: z.infer<typeof whole>, before: Names | undefined): Names | undefined {
  const zh = fields[goalZhBlock] || undefined
  const en = fields[goalEnBlock] || undefined
  if (zh === undefined && en === undefined) return undefined
  const isStillTranslated = before?.zhIsTranslation === true && before.zh === zh
  return {
    ...(zh !== undefined && { zh }),
    ...(en !== undefined && { en }),
    ...(isStillTranslated && { zhIsTranslation: true }),
  }
}

async function pointsNamed(
  app: App,
  year: number,
  text: string,
): Promise<{ ids: string[] } | { unknown: string }> {
  const plan = (await app.plans.all()).find((one) => one.year === year)
  if (plan === undefined) throw new UserError('refused.outdated-button')
  const byNumber = new Map(pointsOf(plan).map(({ point }) => [point.number, point.id]))
  const numbers = text
    .normalize('NFKC')
    .split(/[\s,;、]+/u)
    .filter((number) => number !== '')
  const unknown = numbers.find((number) => !byNumber.has(number))
  if (unknown !== undefined || numbers.length === 0) return { unknown: unknown ?? text }
  return { ids: [...new Set(numbers.flatMap((number) => byNumber.get(number) ?? []))] }
}
