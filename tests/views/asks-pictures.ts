import type { Decided, Life } from '../../src/domain/assignment/life.ts'
import type { Assignment } from '../../src/domain/assignment/rules.ts'
import type { AuditEntry } from '../../src/domain/audit/rules.ts'
import type { Committee } from '../../src/domain/committee/rules.ts'
import type { ReminderState } from '../../src/domain/delivery/told.ts'
import type { Language } from '../../src/domain/language/rules.ts'
import type { AskKind } from '../../src/domain/reminder/ask.ts'
import type { AcknowledgeAsked, Asked } from '../../src/domain/reminder/asked.ts'
import type { ReminderContent } from '../../src/domain/reminder/rules.ts'
import { asksMessage } from '../../src/views/asks-message.ts'
import type { GroupFrame } from '../../src/views/notice-frame.ts'
import { reminderMessage } from '../../src/views/reminder-message.ts'
import { snoozeModal } from '../../src/views/snooze-modal.ts'
import { unansweredMessage } from '../../src/views/unanswered-message.ts'
import { updateAssignmentModal } from '../../src/views/update-assignment-modal.ts'
import type { Facts, Picture } from './gallery.ts'
import { today } from './gallery.ts'

const zone = 'Asia/Shanghai'
const said = new Date('2026-11-23T01:00:00Z')
const later = new Date('2026-11-24T02:00:00Z')

/** What people are asked in person, what becomes of it, and the states of a group's reminder. */
export function asksPictures(
  facts: Facts,
  { content, frame, committee }: { content: ReminderContent; frame: GroupFrame; committee: Committee },
  language: Language,
): Record<string, Picture> {
  const owed = facts.assignments.filter(({ state }) => state === 'open')
  const [first] = owed
  const [person] = facts.people
  if (first === undefined || person === undefined) throw new Error('nothing is owed')
  const { names: lotus } = person
  const why = facts.typed.slice(0, 500)
  const by = { at: said, by: 'lotus' }
  const names = new Map([['lotus', lotus]])
  const sinceSaid = { at: later, by: 'lotus' }
  const lives: Partial<Record<AskKind, Life>> = {
    given: { given: { ...by, why } },
    answer: { given: by, seen: by },
    decide: { given: by, accepted: by, dueAsked: { ...by, on: '2026-12-31', why } },
    held: { given: by, blocked: { ...by, why, waitsFor: { kind: 'group', id: first.group } } },
    on: { given: by, resumed: { ...by, isPartDone: true } },
    stuck: { given: by, blocked: { ...by, why } },
    decided: { given: by, accepted: by, decided: { ...sinceSaid, kind: 'refused', on: '2026-12-31', why } },
  }
  const kinds: AskKind[] = [
    'decide',
    'unowned',
    'held',
    'on',
    'stuck',
    'overdue',
    'today',
    'decided',
    'given',
    'answer',
    'soon',
  ]
  const asked = kinds.map((kind, index): Asked => {
    const one: Assignment = {
      ...(owed[index % owed.length] ?? first),
      id: `a${index + 1}`,
      life: lives[kind] ?? {},
    }
    return { kind, assignment: one, ...(kind === 'soon' && { insteadOf: lotus }) }
  })
  const group = frame.group
  const acknowledge = (change: Partial<AcknowledgeAsked> = {}): AcknowledgeAsked => ({
    kind: 'acknowledge',
    step: 'convenor',
    group,
    newest: 'n-1',
    since: today,
    open: 3,
    isAnswered: false,
    ...change,
  })
  const message = (some: Asked[], more: Partial<Parameters<typeof asksMessage>[0]> = {}, saidAt?: Date) =>
    asksMessage(
      { asked: some, about: [], gone: 0, saidOn: today, today, names, most: 3, ...more },
      { id: 'n-9', zone, ...(saidAt !== undefined && { saidAt }) },
      language,
    )
  const moved = asked.map((one): Asked => {
    if (one.kind === 'acknowledge') return { ...one, isAnswered: true }
    const { assignment, ...rest } = one
    const life = { accepted: { at: later, by: 'lotus' }, latest: { at: later, by: 'lotus', text: why } }
    return { ...rest, assignment: { ...assignment, life } }
  })
  const stands: Life[] = [
    { accepted: { at: later, by: 'lotus' } },
    { declined: { at: later, by: 'lotus', why } },
    { blocked: { at: later, by: 'lotus', why, waitsFor: { kind: 'group', id: 'WG8' } } },
    { dueAsked: { at: later, by: 'lotus', on: '2026-12-31', why } },
  ]
  const byOthers = stands.map(
    (life, index): Asked => ({
      kind: 'overdue',
      assignment: { ...(owed[index] ?? first), id: `a${index + 1}`, life },
    }),
  )
  const news: Decided[] = [
    { ...sinceSaid, kind: 'refused', on: '2026-12-31', why },
    { ...sinceSaid, kind: 'granted', on: '2026-12-14' },
    { ...sinceSaid, kind: 'set-due', on: '2026-12-30', why },
    { ...sinceSaid, kind: 'reopened', why },
  ]
  const decided = news.map((one, index): Asked => {
    const { dueOn: _due, ...undated } = first
    const isMoved = one.kind === 'granted' || one.kind === 'set-due'
    const dueOn = isMoved ? one.on : one.kind === 'refused' ? '2026-11-20' : undefined
    return {
      kind: index % 2 === 0 ? 'overdue' : 'today',
      assignment: {
        ...undated,
        id: `a${index + 1}`,
        ...(dueOn !== undefined && { dueOn }),
        life: { given: by, decided: one },
      },
    }
  })
  const doneOf = (one: Extract<Asked, { assignment: unknown }>): Asked => ({
    ...one,
    assignment: { ...one.assignment, state: 'done', doneOn: today },
  })
  const done = asked.flatMap((one) => (one.kind === 'acknowledge' ? [] : [doneOf(one)]))
  const many = Array.from(
    { length: 30 },
    (_, index): Asked => ({
      kind: 'overdue',
      assignment: { ...(owed[index % owed.length] ?? first), id: `a${index + 1}` },
    }),
  )
  const deeds = Array.from({ length: 8 }, (_, index) => ({
    entry: {
      id: index,
      subject: { kind: 'assignment' as const, id: first.id },
      what: ['update', 'finish', 'give', 'ask-due'][index % 4] ?? 'update',
      at: later,
      by: 'lotus',
      ...(index % 2 === 0 && { behalf: { kind: 'organisation' as const, id: 'cesi' } }),
      via: 'modal' as const,
      before: {},
      after: {},
      note: why,
    } satisfies AuditEntry,
    titles: first.titles,
  }))
  const decisions = ['decide-due', 'set-due', 'reopen', 'withdraw'].flatMap((what, index) =>
    deeds.slice(index, index + 1).map((deed) => ({ ...deed, entry: { ...deed.entry, what } })),
  )
  const became = ['withdraw', 'finish', 'block', 'accept', 'ask-due'] as const
  const lifeOf = [{}, {}, stands[2], stands[0], stands[3]]
  const listed = [...content.overdue, ...content.soon].map((one, index): Assignment => {
    const what = became[index]
    const state = what === 'withdraw' ? 'withdrawn' : what === 'finish' ? 'done' : 'open'
    return { ...one, id: `w${index}`, state, life: lifeOf[index] ?? {} }
  })
  const ofEach = listed.flatMap(({ id, titles }, index) =>
    deeds.slice(index, index + 1).map(({ entry }) => ({
      entry: { ...entry, subject: { kind: 'assignment' as const, id }, what: became[index] ?? 'update' },
      titles,
    })),
  )
  const called = new Map([
    ['member lotus', lotus],
    ['organisation cesi', { en: 'CESI', zh: '电子标准院' }],
  ])
  const state = (change: Partial<ReminderState>): ReminderState => ({
    isOver: false,
    deeds: [],
    names: called,
    ...change,
  })
  const reminder = (change: Partial<ReminderState>, said: ReminderContent = content) =>
    reminderMessage(said, { ...frame, state: state(change) })
  const answered = { acknowledged: { names: lotus, at: later } }
  return {
    'asks, one of each': message([acknowledge(), ...asked]),
    'asks, of a deputy': message([acknowledge({ step: 'deputies', insteadOf: lotus })]),
    'asks, many': message(many),
    'asks, answered': message([acknowledge({ isAnswered: true }), ...moved], {}, said),
    'asks, of which nothing is open': message([acknowledge({ open: 0 })], {}, said),
    'asks, of which others said how they stand': message(byOthers, { gone: 2 }, said),
    'asks, all gone': message([], { gone: 1 }, said),
    'asks, decided since': message(decided, {}, said),
    'asks, naming what was decided before': message(decided),
    'asks, done': message(done, {}, said),
    'asks, put off': message([acknowledge(), ...asked], { until: '2026-11-30' }, said),
    'asks, some answered': message(
      many.map((one, index) => (index % 3 === 0 && one.kind !== 'acknowledge' ? doneOf(one) : one)),
      {},
      said,
    ),
    'asks, came back': message(asked, { cameBack: '2026-11-30' }, said),
    'asks, put off and done': message(done, { until: '2026-11-30' }, said),
    unanswered: unansweredMessage(
      [acknowledge(), acknowledge({ isAnswered: true }), acknowledge({ open: 0 })],
      committee,
    ),
    'unanswered, many': unansweredMessage(
      Array.from({ length: 60 }, () => acknowledge()),
      committee,
    ),
    'put off until a day': snoozeModal('n-1', '2026-11-30', language),
    'reminder, acknowledged': reminder(answered),
    'reminder, with nothing open': reminder({ isOver: true }),
    'reminder, put off, with nothing open': reminder({
      isOver: true,
      putOff: { names: lotus, until: '2026-11-30', at: later },
    }),
    'reminder, came back': reminder({ cameBack: { names: lotus, until: '2026-11-26', at: later } }),
    'reminder, put off': reminder({ putOff: { names: lotus, until: '2026-11-30', at: later } }),
    'reminder, with what was done': reminder({ ...answered, deeds }),
    'reminder, with what was decided': reminder({ deeds: decisions }),
    'reminder, with what has become of each': reminder(
      { deeds: ofEach },
      { ...content, overdue: listed.slice(0, 3), soon: listed.slice(3) },
    ),
    'update one of several assignments': updateAssignmentModal(owed.slice(0, 3), language),
  }
}
