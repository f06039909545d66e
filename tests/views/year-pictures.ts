import type { HomeView, KnownBlock } from '@slack/types'
import type { Language } from '../../src/domain/language/rules.ts'
import { answersOwed, changesWanted, groupDesks, hasPart } from '../../src/domain/plan/desk.ts'
import { pipelinesOf } from '../../src/domain/plan/pipeline.ts'
import { pointsAtRisk } from '../../src/domain/plan/risks.ts'
import { figuresOf, summariseYear } from '../../src/domain/plan/summary.ts'
import type { PlanTrace } from '../../src/domain/plan/trace.ts'
import { yearEnd } from '../../src/domain/plan/year-end.ts'
import { pipelineMessage } from '../../src/views/pipeline-message.ts'
import { convenorDesk, secretariatDesk } from '../../src/views/plan-desk.ts'
import { risksMessage } from '../../src/views/risks-message.ts'
import { yearEndMessage } from '../../src/views/year-end.ts'
import { figureMessage, yearSummary } from '../../src/views/year-summary.ts'
import type { Picture } from './gallery.ts'
import type { PlanFacts } from './plan-pictures.ts'

/** A part of a Home tab, alone. */
const shown = (blocks: KnownBlock[]): HomeView => ({ type: 'home', blocks })

/** Every view of a plan across its year. */
export function yearPictures(facts: PlanFacts, language: Language): Record<string, Picture> {
  const { trace, bare, gaps, today, items } = facts
  const { year } = trace.plan
  // Comparing the largest plan as a whole takes its time, and shows no more than its first area does.
  const next = { ...trace.plan, year: year + 1, areas: trace.plan.areas.slice(1, 3) }
  const end = yearEnd(trace, next)
  const closedWhy = new Map(end.closed.map(({ goal }) => [goal.id, goal.id]))
  const figures = figuresOf(Object.values(items))
  const codes = [...new Set(trace.goals.flatMap(({ goal }) => goal.groups.map(({ group }) => group)))]
  const desks = groupDesks(trace, [...codes, 'WG0'], today)
  const [desk] = desks.filter(hasPart)
  if (desk === undefined) throw new Error('no group has a part in the plan')
  const home = (of: PlanTrace) => ({
    desks: groupDesks(of, codes, today),
    gaps,
    risks: pointsAtRisk(of, today),
    today,
    waiting: answersOwed(of),
    wanted: changesWanted(of),
    otherYears: [{ year: of.plan.year + 1, waiting: 2 }],
  })
  return {
    'plan risks': risksMessage(trace, pointsAtRisk(trace, today), today, language),
    'plan risks, none': risksMessage(trace, [], today, language),
    'plan pipeline': pipelineMessage(pipelinesOf(trace), year, language),
    'plan pipeline, none': pipelineMessage([], year, language),
    'year summary': yearSummary(summariseYear(trace), facts.kinds, today, language),
    'year summary, nothing done': yearSummary(summariseYear(bare), facts.kinds, today, language),
    ...Object.fromEntries(
      figures
        .slice(0, 6)
        .map((figure) => [
          `figure ${figure.kind.id} ${figure.counter.id}`,
          figureMessage(figure, year, language),
        ]),
    ),
    'year end': yearEndMessage(trace, end, next, { kinds: [], isSecretariat: true, closedWhy }, language),
    'year end, no goal yet': yearEndMessage(
      bare,
      yearEnd(bare, next),
      next,
      { kinds: [], isSecretariat: true, closedWhy },
      language,
    ),
    'year end, for anybody': yearEndMessage(
      trace,
      end,
      undefined,
      { kinds: [], isSecretariat: false, closedWhy },
      language,
    ),
    'home of the secretariat': shown(secretariatDesk(trace, { ...home(trace), desks }, language)),
    'home of the secretariat, no goal yet': shown(secretariatDesk(bare, home(bare), language)),
    'home of a convenor': shown(convenorDesk(trace, desk, language)),
  }
}
