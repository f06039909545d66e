import type { GestureKind } from '../../src/domain/assignment/gestures.ts'
import type { Decided, Life } from '../../src/domain/assignment/life.ts'
import type { Assignment } from '../../src/domain/assignment/rules.ts'
import type { AuditEntry, Via } from '../../src/domain/audit/rules.ts'
import type { Goal } from '../../src/domain/goal/rules.ts'
import type { Language, Names } from '../../src/domain/language/rules.ts'
import type { WorkItem } from '../../src/domain/work/rules.ts'
import { type AssignmentCardFacts, assignmentCard } from '../../src/views/assignment-card.ts'
import type { Called } from '../../src/views/assignment-facts.ts'
import { assignmentHistory } from '../../src/views/assignment-history.ts'
import { blockAssignmentModal } from '../../src/views/block-assignment-modal.ts'
import { explainAssignmentModal, explained } from '../../src/views/explain-assignment-modal.ts'
import { giveAssignmentModal } from '../../src/views/give-assignment-modal.ts'
import { makeAssignmentModal } from '../../src/views/make-assignment-modal.ts'
import { moveDueModal } from '../../src/views/move-due-modal.ts'
import { withOwnersAway } from '../../src/views/owners-away.ts'
import { updateAssignmentModal } from '../../src/views/update-assignment-modal.ts'
import { withAsked } from '../../src/views/with-asked.ts'
import type { Facts, Picture } from './gallery.ts'
import { today } from './gallery.ts'

/** What its readers may do. */
const readers: Record<string, readonly GestureKind[]> = {
  owner: ['see', 'accept', 'decline', 'give', 'update', 'block', 'unblock', 'ask-due', 'finish', 'reopen'],
  lead: [
    'give',
    'update',
    'block',
    'unblock',
    'ask-due',
    'decide-due',
    'set-due',
    'finish',
    'reopen',
    'withdraw',
  ],
  stranger: [],
}
const both = [...new Set([...(readers.owner ?? []), ...(readers.lead ?? [])])]
const may = (kinds: readonly GestureKind[]) => (kind: GestureKind) => kinds.includes(kind)

/** An assignment in each state, as people see it, with what they are asked about it and what is on record. */
export function assignmentPictures(facts: Facts, language: Language): Record<string, Picture> {
  const { typed, people } = facts
  const at = new Date('2026-11-20T01:00:00Z')
  const owed = facts.assignments.filter(({ state }) => state === 'open')
  const titles: Names[] = owed.map((one) => one.titles)
  const named = (index: number): Names => titles[index % titles.length] ?? {}
  const [first] = owed
  const [person] = people
  if (first === undefined || person === undefined) throw new Error('nothing is owed')
  const why = typed.slice(0, 500)
  const by = { at, by: 'lotus' }
  const forOwner = { ...by, behalf: { kind: 'organisation' as const, id: 'cesi' } }
  const called: Called = ({ id }) =>
    id === 'lotus' ? person.names : id === 'cesi' ? { en: 'CESI', zh: '电子标准院' } : undefined
  const assignment: Assignment = { ...first, id: 'a7', standards: facts.hits.map((one) => one.designation) }
  const lives: Record<string, Life> = {
    'not seen': { given: { ...by, why } },
    seen: { given: by, seen: by },
    accepted: { given: { at }, seen: by, accepted: forOwner },
    'under way': { given: by, accepted: by, doing: by, latest: { ...by, text: why } },
    'given back': { given: by, seen: by, declined: { ...by, why } },
    blocked: {
      given: by,
      accepted: by,
      doing: by,
      latest: { ...forOwner, at: new Date('2026-11-21T01:00:00Z'), text: why },
      blocked: { ...by, why, waitsFor: { kind: 'group', id: assignment.group } },
    },
    'going on, as whoever it waited for is done': {
      given: by,
      accepted: by,
      doing: by,
      latest: { ...by, text: why },
      resumed: {
        at: new Date('2026-11-21T01:00:00Z'),
        by: 'lotus',
        behalf: { kind: 'group', id: assignment.group },
        isPartDone: true,
      },
    },
    'another day asked for': { given: by, accepted: by, dueAsked: { ...forOwner, on: '2026-12-31', why } },
  }
  const decisions: Record<string, Decided> = {
    'more time refused': { ...by, kind: 'refused', on: '2026-12-31', why },
    'more time granted': {
      ...by,
      behalf: { kind: 'member', id: 'lotus' },
      kind: 'granted',
      on: '2026-12-31',
    },
    'due day set': { ...by, kind: 'set-due', on: '2026-12-31', why },
    'due day taken off': { ...by, kind: 'set-due', why },
    reopened: { ...by, kind: 'reopened', why },
  }
  const goal = (index: number): Goal => ({
    id: `g${index + 1}`,
    year: 2026,
    texts: named(index),
    points: [],
    kinds: [],
    groups: [],
    state: 'open',
    isTouched: true,
  })
  const item: WorkItem = {
    id: 'w3',
    titles: named(2),
    kind: 'study',
    goals: ['g1'],
    group: assignment.group,
    standards: [],
    topics: [],
    steps: [],
    planned: [],
    evidence: {},
    state: 'open',
  }
  const card = (one: Assignment, kinds: readonly GestureKind[], more: Partial<AssignmentCardFacts> = {}) =>
    assignmentCard(
      {
        assignment: one,
        items: [],
        goals: [],
        today,
        zone: 'Asia/Shanghai',
        called,
        may: may(kinds),
        ...more,
      },
      language,
    )
  const cards = Object.entries(lives).flatMap(([name, life]) =>
    Object.entries({ ...readers, 'owner who leads': both }).map(([reader, kinds]): [string, Picture] => [
      `assignment, ${name}, for its ${reader}`,
      card({ ...assignment, life }, kinds),
    ]),
  )
  const { dueOn: _due, ...undated } = assignment
  const done = {
    ...assignment,
    state: 'done' as const,
    doneOn: '2026-11-20',
    evidence: why,
    life: { done: forOwner },
  }
  const withdrawn = {
    ...assignment,
    state: 'withdrawn' as const,
    life: { decided: { ...by, kind: 'withdrawn', why } } as Life,
  }
  const served = {
    items: Array.from({ length: 3 }, () => ({ item, year: 2026 })),
    goals: Array.from({ length: 3 }, (_, index) => goal(index)),
  }
  const asked = { ...assignment, life: lives['another day asked for'] ?? {} }
  const groups = facts.groups.slice(0, 3).map((one, at) => ({ ...one, code: `${one.code}-${at}` }))
  const parties = { organisations: [{ id: 'cesi', names: named(1) }], groups }
  const vias: Via[] = ['command', 'button', 'modal', 'shortcut', 'spoken', 'cli', 'file']
  const whats = ['make', 'see', 'accept', 'update', 'block', 'unblock', 'ask-due', 'decide-due', 'give']
  const further = ['decline', 'set-due', 'finish', 'reopen', 'withdraw', 'of-old']
  const entries = [...whats, ...further].map(
    (what, index): AuditEntry => ({
      id: index,
      subject: { kind: 'assignment', id: assignment.id },
      what,
      at,
      via: vias[index % vias.length] ?? 'cli',
      ...(index % 4 !== 3 && forOwner),
      before: index % 3 === 0 ? { owner: { kind: 'member', id: 'lotus' }, dueOn: '2026-11-30' } : {},
      after:
        index % 3 === 0
          ? { owner: { kind: 'organisation', id: 'cesi' }, state: 'done', titles: named(1), standards: [why] }
          : { evidence: why },
      ...(index % 2 === 1 && { note: why }),
    }),
  )
  const history = (page: number, some = entries) =>
    assignmentHistory(assignment, some, { page, called, zone: 'Asia/Shanghai' }, language)
  const { organisations } = parties
  return {
    ...Object.fromEntries(cards),
    'assignment, done, for its owner': card(done, readers.owner ?? []),
    'assignment, withdrawn, for its lead': card(withdrawn, readers.lead ?? []),
    ...Object.fromEntries(
      Object.entries(decisions).map(([name, decided]) => [
        `assignment, ${name}`,
        card({ ...assignment, life: { given: by, seen: by, decided } }, readers.owner ?? []),
      ]),
    ),
    'assignment, of no day': card(undated, readers.owner ?? []),
    'assignment, with all that it serves': card(
      { ...assignment, life: { ...lives.blocked, dueAsked: asked.life.dueAsked, seen: by } as Life },
      both,
      served,
    ),
    'history of an assignment': history(1),
    'history of an assignment, its beginning': history(2),
    'history of an assignment, none': history(1, []),
    ...Object.fromEntries(
      explained.map((kind) => [
        `explain an assignment, ${kind}`,
        explainAssignmentModal(asked, { kind, why }, language),
      ]),
    ),
    'give an assignment': giveAssignmentModal([assignment], parties, language),
    'give one of several assignments': giveAssignmentModal(
      [assignment, { ...asked, id: 'a8' }],
      parties,
      language,
    ),
    'update an assignment': updateAssignmentModal(
      [{ ...assignment, life: lives['under way'] ?? {} }],
      language,
    ),
    'block an assignment': blockAssignmentModal(assignment, parties, language),
    'ask for more time': moveDueModal([assignment], { decides: false, on: '2026-12-31', why }, language),
    'set a due day': moveDueModal([asked], { decides: true }, language),
    'asked about': withAsked({ text: 'a7', blocks: [] }, { verb: 'done', name: 'a7' }, language),
    'asked about, ended': withAsked({ text: 'a7', blocks: [] }, { name: 'a7' }, language),
    'given to who is away': withOwnersAway(
      { text: 'a7', blocks: [] },
      [
        { member: person, until: '2026-12-04' },
        { member: person, until: '2026-12-31', standIn: person },
      ],
      today,
      language,
    ),
    'make an assignment': makeAssignmentModal(
      { groups, places: [{ goal: goal(0), group: groups[0]?.code ?? '' }], organisations },
      language,
    ),
    'make an assignment of a message': makeAssignmentModal(
      {
        groups,
        places: [],
        organisations,
        task: typed,
        standards: typed,
        person: 'U0JASMINE',
        from: 'shortcut',
      },
      language,
    ),
    'make an assignment that was told in words': makeAssignmentModal(
      { groups, places: [], organisations, task: typed, person: 'U0JASMINE', dueOn: '2026-12-15' },
      language,
    ),
    'make an assignment for which several were named': makeAssignmentModal(
      { groups, places: [], organisations, task: typed, several: typed },
      language,
    ),
  }
}
