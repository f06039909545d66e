import type { Message } from '../../src/contract/reply.ts'
import type { GoalNews, ToldGoal } from '../../src/domain/goal/news-facts.ts'
import type { Goal } from '../../src/domain/goal/rules.ts'
import type { Language } from '../../src/domain/language/rules.ts'
import type { PlanChangeKind } from '../../src/domain/plan/change.ts'
import { goalNewsMessage } from '../../src/views/goal-news-message.ts'
import type { PlanFacts } from './plan-pictures.ts'

const zone = 'Asia/Shanghai'
const at = new Date('2024-05-03T02:00:00Z')

/** What a convenor is told of goals that were given up, reached, carried on or changed: one of them, and all. */
export function goalNewsPictures({ offers, kinds }: PlanFacts, language: Language): Record<string, Message> {
  const { answered } = offers
  const [goal] = answered?.goals ?? []
  if (answered === undefined || goal === undefined) throw new Error('nothing to tell of')
  const { group, goals, byNames } = answered
  const why = goals.find(({ part }) => part.why !== undefined)?.part.why ?? 'The meeting of 3 May'
  const called: GoalNews['called'] = new Map(kinds.map(({ id, names }) => [id, names]))
  const news = (told: ToldGoal[]): Message =>
    goalNewsMessage({ group, told, called, ...(byNames && { byNames }) }, zone, language)
  const told = (kind: PlanChangeKind): ToldGoal[] =>
    goals.map(({ goal, part }, nth) => {
      const before = goals[(nth + 1) % goals.length]?.goal.texts ?? goal.texts
      const next: Goal = {
        ...goal,
        id: `${goal.id}0`.slice(-64),
        year: 2025,
        groups: nth === 0 ? [part] : [],
      }
      const change = {
        id: nth,
        year: goal.year,
        kind,
        subject: goal.id,
        before: kind === 'goal-changed' || kind === 'point-changed' ? before : goal.texts,
        after: goal.texts,
        ...(kind === 'goal-changed' && {
          fields: [
            { field: 'due' as const, before: ['2024-06-30'], after: ['2024-09-30'] },
            { field: 'kinds' as const, before: [], after: kinds.slice(0, 9).map(({ id }) => id) },
            { field: 'groups' as const, before: ['WG8'], after: ['WG8', 'WG5'] },
          ],
        }),
        why,
        touched: [],
        at,
      }
      const ended: Goal = { ...goal, shareAtEnd: 0.365 }
      return { change, goal: ended, part, ...(kind === 'goal-carried' && { next }) }
    })
  const gone = told('goal-changed').map(({ part: _part, ...rest }) => rest)
  return {
    'goal news, given up': news(told('goal-dropped').slice(0, 1)),
    'goal news, given up, all': news(told('goal-dropped')),
    'goal news, a sentence changed': news(told('point-changed').slice(0, 1)),
    'goal news, a sentence dropped': news(told('point-dropped').slice(0, 1)),
    'goal news, sentences dropped, all': news(told('point-dropped')),
    'goal news, reached': news(told('goal-closed').slice(0, 1)),
    'goal news, carried on': news(told('goal-carried')),
    'goal news, changed': news(told('goal-changed').slice(0, 1)),
    'goal news, changed, all': news(told('goal-changed')),
    'goal news, not asked any more': news(gone.slice(0, 1)),
  }
}
