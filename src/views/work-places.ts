import type { PlainTextOption } from '@slack/types'
import type { Goal } from '../domain/goal/rules.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import { option } from './inputs.ts'

/** Below which goal work hangs, and which of the groups that have taken it on does it. */
export type WorkPlace = { goal: Goal; group: string }

/** Where a modal asks for the place; the value of each option is `{ goal, group }` as JSON. */
export const placeBlock = 'place' as const

/** How a place travels: in a menu, or with a modal. */
export function placeRef({ goal, group }: WorkPlace): { goal: string; group: string } {
  return { goal: goal.id, group }
}

/** Places to choose from; `namesGoals`: they lie below several goals. */
export function placeOptions(places: readonly WorkPlace[], language: Language): PlainTextOption[] {
  const namesGoals = new Set(places.map(({ goal }) => goal.id)).size > 1
  return places.map((place) => {
    const { goal, group } = place
    const text = namesGoals ? `${group} · ${goal.id} ${nameIn(goal.texts, language)}` : group
    return option(JSON.stringify(placeRef(place)), text)
  })
}
