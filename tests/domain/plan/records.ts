import type { Assignment, Owner } from '../../../src/domain/assignment/rules.ts'
import type { Acceptance, Goal } from '../../../src/domain/goal/rules.ts'
import type { Member } from '../../../src/domain/member/rules.ts'
import { type Plan, type Point, pointId } from '../../../src/domain/plan/rules.ts'
import { type PlanTrace, type TraceFacts, tracePlan } from '../../../src/domain/plan/trace.ts'
import { kindsOfWork } from '../../../src/domain/work/kinds.ts'
import type { WorkItem } from '../../../src/domain/work/rules.ts'
import type { WorkingGroup } from '../../../src/domain/working-group/rules.ts'

/** A point at this place of the plan of 2024; its words are Chinese, as a document has them. */
export function point(number: string, zh: string, change: Partial<Point> = {}): Point {
  return { id: pointId(2024, number), number, texts: { zh }, ...change }
}

/** A plan whose areas hold these sentences, each numbered by its place. */
export function planOf(areas: readonly (readonly string[])[], change: Partial<Plan> = {}): Plan {
  const year = change.year ?? 2024
  return {
    year,
    names: { zh: `${year}年工作要点` },
    areas: areas.map((sentences, at) => ({
      number: at + 1,
      names: { zh: `领域${at + 1}` },
      points: sentences.map((zh, index) => {
        const number = `${at + 1}.${index + 1}`
        return { id: pointId(year, number), number, texts: { zh } }
      }),
    })),
    ...change,
  }
}

/** That a group has taken the goal on. */
export function accepted(group: string): Acceptance {
  return { group, state: 'accepted' }
}

/** An open goal that WG8 has taken on. */
export function goal(id: string, points: string[], change: Partial<Goal> = {}): Goal {
  return {
    id,
    year: 2024,
    texts: { zh: `目标${id}` },
    points,
    kinds: [],
    groups: [accepted('WG8')],
    state: 'open',
    isTouched: true,
    ...change,
  }
}

/** A training, which has no steps that count days. */
export function item(id: string, goals: string[], change: Partial<WorkItem> = {}): WorkItem {
  return {
    id,
    titles: { zh: `工作${id}` },
    kind: 'training',
    goals,
    group: 'WG8',
    standards: [],
    topics: [],
    steps: [],
    planned: [],
    evidence: {},
    state: 'open',
    ...change,
  }
}

export const lotus: Owner = { kind: 'member', id: 'lotus', names: { zh: '清荷' } }

/** What lotus owes in WG8. */
export function owed(id: string, change: Partial<Assignment> = {}): Assignment {
  return {
    id,
    titles: { zh: `任务${id}` },
    group: 'WG8',
    owner: lotus,
    state: 'open',
    standards: [],
    goals: [],
    items: [],
    life: {},
    ...change,
  }
}

export function member(id: string, change: Partial<Member> = {}): Member {
  return { id, names: { zh: id }, roles: [{ role: 'member', group: 'WG8' }], ...change }
}

export function group(code: string, change: Partial<WorkingGroup> = {}): WorkingGroup {
  return { code, kind: 'WG', names: { zh: code }, zone: 'Asia/Shanghai', language: 'zh-CN', ...change }
}

/** The trace of a plan with nothing below it but what is given. */
export function traced(facts: Partial<TraceFacts> & Pick<TraceFacts, 'plan'>): PlanTrace {
  return tracePlan({
    goals: [],
    items: [],
    assignments: [],
    kinds: kindsOfWork,
    standardsOf: () => [],
    ...facts,
  })
}
