import type { Language } from '../domain/language/rules.ts'
import type { Risk } from '../domain/plan/risks.ts'
import { texts } from '../texts/texts.ts'
import { partialDayInWords } from './dates.ts'
import { listed } from './listed.ts'
import { shareInWords } from './share-words.ts'

/** Why a point is at risk, as a clause. */
export function riskInWords(risk: Risk, language: Language): string {
  const say = texts(language)
  const day = (on: string) => partialDayInWords(on, language)
  switch (risk.why) {
    case 'no-goal':
      return say('risks.no-goal')
    case 'not-accepted':
      return say('risks.not-accepted', { goals: listed(risk.goals, language) })
    case 'not-broken-down':
      return say('risks.not-broken-down', { goals: listed(risk.goals, language) })
    case 'kinds-missing':
      return say('risks.kinds-missing', { goals: listed(risk.goals, language) })
    case 'goals-late':
      return say('risks.goals-late', { goals: listed(risk.goals, language), since: day(risk.since) })
    case 'goals-soon':
      return say('risks.goals-soon', {
        goals: listed(risk.goals, language),
        count: risk.goals.length,
        on: day(risk.on),
      })
    case 'day-passed':
      return say('risks.day-passed', { on: day(risk.on) })
    case 'assignments-late':
      return say('risks.assignments-late', { count: risk.count, since: day(risk.since) })
    case 'steps-late':
      return say('risks.steps-late', { count: risk.count, since: day(risk.since) })
    case 'work-late':
      return say('risks.work-late', { items: listed(risk.items, language), since: day(risk.since) })
    case 'standards-late':
      return say('risks.standards-late', {
        standards: listed(risk.standards, language),
        since: day(risk.since),
      })
    case 'still':
      return risk.since === undefined
        ? say('risks.still-ever')
        : say('risks.still', { since: day(risk.since) })
    case 'behind':
      return say('risks.behind', {
        share: shareInWords(risk.share, language),
        elapsed: shareInWords(risk.elapsed, language),
      })
  }
}
