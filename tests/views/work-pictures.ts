import type { OpenCounts } from '../../src/domain/assignment/rules.ts'
import type { Goal } from '../../src/domain/goal/rules.ts'
import type { Language, Names } from '../../src/domain/language/rules.ts'
import type { Organisation } from '../../src/domain/member/rules.ts'
import type { Point } from '../../src/domain/plan/rules.ts'
import { tracePlan } from '../../src/domain/plan/trace.ts'
import type { WorkKind } from '../../src/domain/work/kind.ts'
import { kindsOfWork } from '../../src/domain/work/kinds.ts'
import type { WorkItem } from '../../src/domain/work/rules.ts'
import { addAssignmentModal } from '../../src/views/add-assignment-modal.ts'
import { addWorkModal } from '../../src/views/add-work-modal.ts'
import { assignmentWhy, whyOfOne } from '../../src/views/assignment-why.ts'
import { dropWorkModal, reopenWorkModal } from '../../src/views/drop-work-modal.ts'
import { finishAssignmentModal } from '../../src/views/finish-assignment-modal.ts'
import { finishWorkModal } from '../../src/views/finish-work-modal.ts'
import { reviseWorkModal } from '../../src/views/revise-work-modal.ts'
import { takeStepModal } from '../../src/views/take-step-modal.ts'
import { workCard } from '../../src/views/work-card.ts'
import type { WorkPlace } from '../../src/views/work-places.ts'
import type { Facts, Picture } from './gallery.ts'
import { today } from './gallery.ts'

/** How a goal is broken down and how the work below it goes on, as people see it. */
export function workPictures(facts: Facts, language: Language): Record<string, Picture> {
  const { assignments, typed, hits } = facts
  const titles: Names[] = assignments.map((one) => one.titles)
  const named = (at: number): Names => titles[at % titles.length] ?? {}
  const group = facts.group.code
  const goalOf = (at: number): Goal => ({
    id: `g${at + 1}`,
    year: 2024,
    texts: named(at),
    points: ['2024-2.3'],
    kinds: ['standard'],
    groups: [{ group, state: 'accepted' }],
    state: 'open',
    isTouched: true,
  })
  const point: Point = { id: '2024-2.3', number: '2.3', texts: named(1) }
  const goal = goalOf(0)
  const here: WorkPlace = { goal, group }
  const beside: WorkPlace = { goal, group: facts.groups.find(({ code }) => code !== group)?.code ?? 'WG2' }
  const organisations = assignments.flatMap(({ owner }): Organisation[] =>
    owner.kind === 'organisation' ? [{ id: owner.id, names: owner.names }] : [],
  )
  const once = [...new Map(organisations.map((one) => [one.id, one])).values()]
  const many = Array.from({ length: 101 }, (_, at) => ({ id: `o-${at}`, names: named(at) }))
  const open = assignments.filter(({ state }) => state === 'open')
  const itemOf = (kind: WorkKind, more: Partial<WorkItem> = {}): WorkItem => ({
    id: 'w3',
    titles: named(2),
    kind: kind.id,
    goals: ['g1'],
    group,
    standards: [],
    topics: ['data-security', typed],
    startsOn: '2026-11-02',
    dueOn: '2026-12-31',
    steps: kind.steps.slice(0, 1).map(({ id }) => ({ step: id, on: '2026-11-10', note: typed })),
    planned: kind.steps.slice(2, 3).map(({ id }) => ({ step: id, on: '2026-12-01' })),
    evidence: {},
    state: 'open',
    ...more,
  })
  const standard = kindCalled('standard')
  const study = kindCalled('study')
  const bid = kindCalled('hosting-bid')
  /** A committee's own kind, with names as long as they come. */
  const own: WorkKind = {
    ...study,
    id: 'own',
    names: named(3),
    steps: Array.from({ length: 12 }, (_, at) => ({ id: `s-${at}`, names: named(at) })),
    evidence: study.evidence.map((field, at) => ({ ...field, names: named(at) })),
  }
  const given = Object.fromEntries(
    study.evidence.map(({ id, type }) => [
      id,
      { day: '2026-11-20', number: '40', link: 'https://example.org/study', text: typed.slice(0, 500) }[type],
    ]),
  )
  const card = (kind: WorkKind, more: Partial<WorkItem>, makes = hits.slice(0, 0)) => {
    const item = itemOf(kind, more)
    const plan = {
      year: 2024,
      names: named(0),
      areas: [{ number: 2, names: named(0), points: [point] }],
    }
    const owed = assignments.slice(0, 30).map((one) => ({ ...one, items: [item.id] }))
    const trace = tracePlan({
      plan,
      goals: [goal],
      items: [item],
      assignments: owed,
      kinds: [kind],
      standardsOf: () => makes,
    })
    const [traced] = trace.goals[0]?.items ?? []
    if (traced === undefined) throw new Error('no work')
    const [lead] = once
    const reader = { isSecretariat: false, leads: () => true }
    return workCard(trace, traced, { ...(lead && { lead }), today, reader }, language)
  }
  const explained = open.slice(0, 30).map((assignment, at) => ({
    assignment,
    reasons: Array.from({ length: at % 6 }, (_, way) => ({
      goal: goalOf(way),
      points: way === 3 ? [] : [point, { ...point, number: '2.4' }, { ...point, number: '2.5' }],
      ...(way % 2 === 0 && { item: itemOf(study) }),
    })),
  }))
  const counts: OpenCounts = { overdue: open.length, soon: 0, later: 0, undated: 0 }
  const places = Array.from({ length: 120 }, (_, at): WorkPlace => ({ goal: goalOf(at), group }))
  const kinds = kindsOfWork
  return {
    'add work': addWorkModal({ places: [here], kinds, organisations: once, kind: 'standard' }, language),
    'add work, to one of two groups': addWorkModal(
      { places: [here, beside], kinds: [own, ...kinds], organisations: [] },
      language,
    ),
    'add work, from a message': addWorkModal(
      {
        places: [here, ...places.slice(1)],
        kinds,
        organisations: many,
        kind: 'study',
        title: typed,
        topics: typed,
      },
      language,
    ),
    'add an assignment to work': addAssignmentModal({ item: itemOf(study) }, once, language),
    'add an assignment to a goal': addAssignmentModal({ places: [here, beside] }, many, language),
    'add an assignment to work, told in words': addAssignmentModal({ item: itemOf(study) }, many, language, {
      task: typed,
      dueOn: '2026-12-15',
      ...(many[0] !== undefined && { organisation: many[0] }),
    }),
    'take a step': takeStepModal(itemOf(standard), standard, { today }, language),
    'take a step of an own kind': takeStepModal(itemOf(own), own, { today, step: 's-3' }, language),
    'finish work': finishWorkModal(itemOf(study), study, today, language),
    'finish work again': finishWorkModal(itemOf(study, { evidence: given }), study, today, language),
    'finish work of an own kind': finishWorkModal(itemOf(own), own, today, language),
    'finish work with an outcome': finishWorkModal(itemOf(bid), bid, today, language),
    'finish work of a kind that is gone': finishWorkModal(itemOf(bid), undefined, today, language),
    'give up work': dropWorkModal(itemOf(study), language),
    'change work': reviseWorkModal(
      itemOf(study, { steps: [] }),
      {
        seen: 0,
        goals: [goalOf(0), goalOf(1), ...Array.from({ length: 120 }, (_, at) => goalOf(at + 2))],
        kinds,
        organisations: once,
        designations: ['GB/T 43697-2024', 'GB/T 22239-2019'],
      },
      language,
    ),
    'change work that has begun': reviseWorkModal(
      itemOf(study, { lead: many[0]?.id ?? '' }),
      { seen: 2, goals: [goal], kinds, organisations: many, designations: [] },
      language,
    ),
    'reopen work': reopenWorkModal(itemOf(study, { state: 'done' }), language),
    'mark an assignment as done': finishAssignmentModal(open.slice(0, 100), today, language),
    'mark the only assignment as done': finishAssignmentModal(open.slice(0, 1), today, language),
    'why assignments': assignmentWhy({ explained, counts, today }, 'lotus', language),
    ...Object.fromEntries(
      explained
        .slice(0, 2)
        .map((one, at) => [`why one assignment, ${at + 1}`, whyOfOne(one, today, 'lotus', language)]),
    ),
    ...Object.fromEntries(
      open.slice(0, 1).map((one) => {
        const withdrawn = { reasons: [], assignment: { ...one, state: 'withdrawn' as const } }
        return ['why one assignment, withdrawn', whyOfOne(withdrawn, today, undefined, language)]
      }),
    ),
    'work, under way': card(study, {}),
    'work, of an own kind': card(own, {}),
    'work, done': card(study, { state: 'done', doneOn: '2026-11-20', evidence: given }),
    'work, given up': card(study, { state: 'dropped' }),
    'work, that makes a standard': card(standard, {}, hits.slice(0, 2)),
    'work, that makes no standard yet': card(standard, {}),
  }
}

function kindCalled(id: string): WorkKind {
  const found = kindsOfWork.find((kind) => kind.id === id)
  if (found === undefined) throw new Error(`no kind ${id}`)
  return found
}
