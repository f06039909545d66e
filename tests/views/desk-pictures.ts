import type { AbsencesOf } from '../../src/domain/absence/service.ts'
import type { Life } from '../../src/domain/assignment/life.ts'
import { type Assignment, byDueDay } from '../../src/domain/assignment/rules.ts'
import { addDays } from '../../src/domain/calendar/day.ts'
import type { PersonDesk } from '../../src/domain/desk/service.ts'
import { heardAs, neverQuiet } from '../../src/domain/hearing/rules.ts'
import type { Language } from '../../src/domain/language/rules.ts'
import type { Notice } from '../../src/domain/notice/rules.ts'
import { usualAsking } from '../../src/domain/reminder/asking.ts'
import type { ToldMove } from '../../src/domain/standard/rules.ts'
import { absenceList } from '../../src/views/absence-list.ts'
import { absenceModal } from '../../src/views/absence-modal.ts'
import type { Called } from '../../src/views/assignment-facts.ts'
import { hearingMessage } from '../../src/views/hearing-message.ts'
import { hearingModal } from '../../src/views/hearing-modal.ts'
import { homeView, type OwnDesk } from '../../src/views/home-view.ts'
import { secretariatDesk } from '../../src/views/plan-desk.ts'
import type { Facts, Picture } from './gallery.ts'
import { secretariat, today } from './gallery.ts'

const zone = 'Asia/Shanghai'
const weekEndsOn = '2026-11-29'
const nothing = { first: [], count: 0 }

/** Everybody's desk, from the empty one to the one that is full, and what is asked about absences and quiet hours. */
export function deskPictures(facts: Facts, language: Language): Record<string, Picture> {
  const { people, group, hits, typed, assignments } = facts
  const [person] = people
  if (person === undefined) throw new Error('nobody has a desk')
  const committee = secretariat(facts, language)
  const called: Called = ({ id }) => (id === person.id ? person.names : undefined)
  const reader = { today, zone, committee, called }
  const by = { at: new Date('2026-11-20T01:00:00Z'), by: person.id }
  const why = typed.slice(0, 500)
  const open = assignments.filter(({ state }) => state === 'open').sort(byDueDay)
  let taken = 0
  const living = (life: Life, from: number, count: number): Assignment[] =>
    open.slice(from, from + count).map((one) => ({ ...one, id: `${one.id}-${++taken}`, life }))
  const some = <T>(first: T[], most: number) => ({ first: first.slice(0, most), count: first.length })
  const notice: Notice = {
    id: 'n-9',
    kind: 'reminder',
    group: group.code,
    period: today,
    slotAt: by.at,
    slotOn: today,
    assignments: [],
    state: 'sent',
    attempts: 1,
    createdAt: by.at,
    revision: 0,
    shownRevision: 0,
    strays: [],
    mayRepeat: false,
  }
  const proposals = hits.map(
    ({ designation, titles, stages }, at): ToldMove => ({
      id: at + 1,
      standard: `s-${at}`,
      designation,
      titles,
      stages,
      to: stages === 'iso' ? '50.20' : '40',
      kind: 'move',
      state: 'proposed',
      recordedAt: by.at,
      by: person.id,
    }),
  )
  const counts = { overdue: 0, soon: 0, later: 0, undated: 0 }
  for (const { dueOn } of open)
    counts[
      dueOn === undefined ? 'undated' : dueOn < today ? 'overdue' : dueOn <= weekEndsOn ? 'soon' : 'later'
    ] += 1
  const empty: PersonDesk = {
    member: person.id,
    today,
    weekEndsOn,
    decide: {
      leading: { own: [], standingIn: [], leaderless: [] },
      assignments: nothing,
      unowned: nothing,
      held: nothing,
      offers: [],
      reminders: [],
      proposals: [],
      notices: nothing,
      changes: [],
    },
    owed: { today, first: [], counts: { overdue: 0, soon: 0, later: 0, undated: 0 } },
    others: { own: nothing, given: nothing, proposals: [], offers: [] },
    watched: nothing,
  }
  const resting = [
    ...living({ declined: { ...by, why } }, 0, 1),
    ...living({ dueAsked: { ...by, on: '2026-12-31', why } }, 1, 2),
    ...living({ blocked: { ...by, why, waitsFor: { kind: 'group', id: group.code } } }, 3, 2),
    ...living({ blocked: { ...by, why } }, 4, 1),
  ]
  const member: PersonDesk = {
    ...empty,
    owed: { today, first: open.slice(0, 12), counts },
    others: { ...empty.others, own: some(resting, 6) },
    watched: some(
      [
        ...hits.map((standard) => ({ kind: 'standard' as const, standard })),
        { kind: 'topic' as const, topic: 'data-security', count: 12 },
      ],
      10,
    ),
  }
  const goals = facts.groups
    .slice(0, 60)
    .map(({ code }, at) => ({ group: code, year: 2026 - (at % 2), count: 2 }))
  const convenor: PersonDesk = {
    ...member,
    decide: {
      ...empty.decide,
      leading: {
        own: [group.code],
        standingIn: people
          .slice(0, 8)
          .map((one) => ({ group: group.code, member: one, until: '2026-12-04' })),
        leaderless: [],
      },
      assignments: some(
        [
          ...living({ declined: { ...by, why } }, 0, 2),
          ...living({ dueAsked: { ...by, on: '2026-12-31', why } }, 2, 9),
        ],
        5,
      ),
      unowned: some(living({}, 3, 2), 5),
      held: some(living({ blocked: { ...by, why, waitsFor: { kind: 'group', id: group.code } } }, 5, 3), 5),
      offers: goals.slice(0, 8),
      reminders: Array.from({ length: 7 }, (_, at) => ({ ...notice, id: `n-${at}` })),
    },
    others: {
      own: some(resting, 6),
      given: some(
        [...living({ given: by }, 0, 3), ...living({}, 3, 2), ...living({ declined: { ...by, why } }, 5, 4)],
        6,
      ),
      proposals,
      offers: [],
    },
  }
  const secretary: PersonDesk = {
    ...convenor,
    decide: {
      ...convenor.decide,
      proposals,
      notices: some(
        Object.values(facts.questions).filter(({ decided }) => decided === undefined),
        5,
      ),
      changes: goals,
    },
    others: { ...convenor.others, proposals: [], offers: goals },
  }
  const absences: AbsencesOf = {
    today,
    own: Array.from({ length: 9 }, (_, at) => ({
      id: `b-${at}`,
      member: person.id,
      from: addDays(today, 10 * at),
      until: addDays(today, 10 * at + (at % 3)),
      ...(at % 2 === 0 && { standIn: person.id }),
    })),
    standingIn: [{ id: 'b-10', member: person.id, from: today, until: '2026-12-04', standIn: 'other' }],
    ofStandIns: [{ id: 'b-11', member: person.id, from: today, until: addDays(today, 21) }],
  }
  const none: AbsencesOf = { today, own: [], standingIn: [], ofStandIns: [] }
  const usual = heardAs(undefined, usualAsking)
  const own = heardAs(
    { member: person.id, quietHours: { from: '19:00', until: '09:30' }, perWeek: 1 },
    usualAsking,
  )
  const never = heardAs({ member: person.id, quietHours: neverQuiet }, usualAsking)
  const [away] = absences.own
  if (away === undefined) throw new Error('nobody is away')
  const desk = (of: PersonDesk, absences = none, heard = usual): OwnDesk => ({
    desk: of,
    settings: { heard, absences },
    reader,
  })
  const { trace, gaps } = facts.plan
  const plan = secretariatDesk(
    trace,
    { desks: [], gaps, risks: [], today, waiting: 3, wanted: 1, otherYears: [{ year: 2027, waiting: 1 }] },
    language,
  )
  const home = (of: OwnDesk, desks = [plan].slice(1)) =>
    homeView(committee.names, { own: of, desks }, language)
  return {
    'home, nothing waits': home(desk(empty)),
    'home of a member': home(desk(member, { ...none, own: [away] }, own)),
    'home of somebody who leads': home(desk(convenor, absences)),
    'home of the whole secretariat': home(desk(secretary, absences, never), [plan, plan, plan, plan, plan]),
    'home of a stranger': homeView(committee.names, { desks: [] }, language),
    absences: absenceList(absences, { called }, language),
    'absences, none': absenceList(none, { called }, language),
    'absences, one put down': absenceList(
      { ...absences, own: [away] },
      { called, told: { absence: away, what: 'set' } },
      language,
    ),
    'absences, of another, one ended': absenceList(
      none,
      { called, whose: person.names, told: { absence: away, what: 'ended' } },
      language,
    ),
    'absences, of another who stands in': absenceList(
      { ...absences, own: [away] },
      { called, whose: person.names, told: { absence: away, what: 'set' } },
      language,
    ),
    'absence modal': absenceModal({ today, isForOthers: false }, language),
    'absence modal of the secretariat': absenceModal({ today, isForOthers: true }, language),
    'quiet hours, usual': hearingMessage(usual, zone, language),
    'quiet hours, own': hearingMessage(own, zone, language),
    'quiet hours, none': hearingMessage(never, zone, language),
    'quiet hours modal': hearingModal(own, zone, language),
    'quiet hours modal, usual': hearingModal(usual, zone, language),
  }
}
