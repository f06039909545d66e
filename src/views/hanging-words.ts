import type { Language } from '../domain/language/rules.ts'
import { type Hanging, hangingTogether } from '../domain/plan/hanging.ts'
import type { PlanPreview } from '../domain/plan/importing.ts'
import { texts } from '../texts/texts.ts'
import { fitting } from './fitting.ts'
import { firstOf } from './listed.ts'
import { brief } from './mrkdwn.ts'

/** So many goals of a point are named, and so much is told in all. */
const mostGoals = 10
const room = 1_500

/** The warning of goals that would lose their sentence, each point by its number; nothing where there are none. */
export function hangingInWords({ hanging = [] }: PlanPreview, language: Language): string[] {
  if (hanging.length === 0) return []
  const say = texts(language)
  const shown = fitting(hanging, room, (one) => `• *${one.point.number}* ${whatHangs(one, language)}`)
  const told = shown.map(({ text }) => text)
  const rest = hanging.slice(shown.length)
  if (rest.length > 0) {
    const { goals } = hangingTogether(rest)
    told.push(say('hanging.more', { count: rest.length, goals: goals.length }))
  }
  return [`⚠ ${say('hanging.title', { count: hanging.length })}\n${told.join('\n')}`]
}

/** `g3, g4, with 2 pieces of work and 1 assignment`. */
function whatHangs({ goals, items, assignments }: Hanging, language: Language): string {
  return texts(language)('hanging.on', {
    goals: firstOf(goals, mostGoals, (id) => brief(id, 64), language),
    total: items.length + assignments.length,
    items: items.length,
    assignments: assignments.length,
  })
}
