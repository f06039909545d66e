import type { Language } from '../../src/domain/language/rules.ts'
import type { Member } from '../../src/domain/member/rules.ts'
import type { NoticeContent } from '../../src/domain/notice/planning.ts'
import type { Ask } from '../../src/domain/reminder/asks.ts'
import type { GroupAhead, PeopleAhead, RunAhead } from '../../src/domain/run/ahead.ts'
import { reminderMessage } from '../../src/views/reminder-message.ts'
import { reportMessage } from '../../src/views/report-message.ts'
import { runAheadMessage } from '../../src/views/run-ahead-message.ts'
import { shownMessage } from '../../src/views/shown-message.ts'
import type { Facts, Picture } from './gallery.ts'

const on = '2026-11-30'
const at = new Date('2026-11-30T01:00:00Z')
const slot = { at, on, nominalOn: on }

/** Some are in quiet hours at half past nine, until the afternoon or the next day; two of them in every five. */
function heard(index: number): { at: Date; isLater?: true } {
  if (index % 5 === 2) return { at: new Date('2026-11-30T07:00:00Z'), isLater: true }
  if (index % 5 === 3) return { at: new Date('2026-11-30T17:00:00Z'), isLater: true }
  return { at: new Date('2026-11-30T01:30:00Z') }
}

/** What the next run would say, before it is said and held, and what came of asking people. */
export function runPictures(
  facts: Facts,
  content: Record<'reminder' | 'digest', NoticeContent>,
  language: Language,
): Record<string, Picture> {
  const [person] = facts.people
  if (person === undefined || content.reminder.kind !== 'reminder') throw new Error('nobody holds anything')
  const names = new Map([[person.id, person.names]])
  const hold = { kind: 'reminder' as const, on, by: person.id, at, why: facts.typed.slice(0, 200) }
  const groups = facts.groups.map((group, index): GroupAhead => {
    // The largest committee has many groups of one code, which no message of this bot would.
    const code =
      facts.groups[index - 1]?.code === group.code ? `${group.code.slice(0, 28)}-${index}` : group.code
    const one = { group: { ...group, code, language }, slot }
    if (index % 5 === 1) return { ...one, say: false, why: 'snoozed', until: '2026-12-07' }
    if (index % 5 === 3) return { ...one, say: false, why: index % 2 === 0 ? 'nothing-due' : 'no-channel' }
    if (index % 5 === 4) return { ...one, slot: { ...slot, on: '2026-12-01' }, say: false, why: 'moved' }
    const held = index === 0 ? { held: { ...hold, recipient: group.code } } : {}
    const back = index === 0 ? { isBack: true as const } : {}
    // Every fifth comes late, as an outage lay on its own day.
    const late = index % 5 === 2 ? { isLate: true as const, slot: { ...slot, nominalOn: '2026-11-26' } } : {}
    return { ...one, say: true, content: content.reminder, ...held, ...back, ...late }
  })
  const asks: Ask[] = [
    { kind: 'overdue', assignment: 'a1' },
    { kind: 'overdue', assignment: 'a2' },
    { kind: 'given', assignment: 'a3' },
    { kind: 'acknowledge', step: 'convenor', group: 'WG8', reminder: 'n-1' },
  ]
  const many = Array.from(
    { length: 200 },
    (_, index): Member => ({ ...person, id: `${person.id.slice(0, 59)}-${index}` }),
  )
  const people = (members: readonly Member[]): PeopleAhead => ({
    when: 'ahead',
    hour: '09:30',
    zone: 'Asia/Shanghai',
    asked: members.map((member, index) => ({
      member,
      asks,
      ...heard(index),
      ...(index === 1 && { held: { ...hold, kind: 'asks' as const, recipient: member.id } }),
    })),
    unasked: (['cap', 'snoozed', 'away', 'not-in-slack', 'quiet-until-day-off'] as const).flatMap((why) =>
      members.slice(0, 9).map((member) => ({ member, asks, why })),
    ),
    unanswered: groups
      .slice(0, 2)
      .map(({ group }) => ({ group, reminders: [], since: '2026-11-20', open: 3 })),
    waiting: [],
  })
  const run: RunAhead = {
    kind: 'reminder',
    on,
    groups,
    others: 2,
    unscheduled: 1,
    people: people(many.slice(0, 5)),
    heldWhole: [],
  }
  const first = { groups: 1, people: 1 }
  const hers = { mayHold: true, names }
  const digests: RunAhead = {
    kind: 'digest',
    on,
    groups: groups.flatMap((one) => (one.say ? [{ ...one, content: content.digest }] : [])),
    others: 0,
    unscheduled: 0,
    heldWhole: [],
  }
  const whole = { ...run, heldWhole: [{ ...hold, recipient: '*' }] }
  const quiet = { ...people([]), unasked: [], unanswered: [] }
  const [group] = facts.groups
  if (group === undefined) throw new Error('no group')
  const committee = {
    id: 'tc900',
    names: { en: 'Example' },
    formerNames: [],
    zone: 'Asia/Shanghai',
    languages: [language],
  }
  const report = {
    kind: 'reminder' as const,
    on,
    said: [],
    silent: [],
    unreached: [],
    ambiguous: [],
    waiting: [],
  }
  const called = many.slice(0, 20).map((member) => member.names)
  return {
    'run ahead': runAheadMessage(run, first, { ...hers, told: 'WG8' }, language),
    'run ahead, of the chair': runAheadMessage(run, first, { mayHold: false, names }, language),
    'run ahead, all held': runAheadMessage(whole, first, hers, language),
    'run ahead, many people, the last page': runAheadMessage(
      { ...run, people: people(many) },
      { groups: 99, people: 99 },
      hers,
      language,
    ),
    'run ahead, digests': runAheadMessage(digests, first, hers, language),
    'run ahead, nothing on a day off': runAheadMessage(
      { ...run, groups: [], people: { ...quiet, when: 'day-off' } },
      first,
      hers,
      language,
    ),
    'run ahead, people asked already': runAheadMessage(
      {
        ...run,
        groups: [],
        people: {
          ...quiet,
          when: 'over',
          waiting: many.slice(0, 8).map((member, index) => ({ member, at: heard(2 + (index % 2)).at })),
        },
      },
      first,
      hers,
      language,
    ),
    'a message shown': shownMessage(
      reminderMessage(content.reminder, { group: { ...group, language }, slotOn: on, saidOn: on }),
      'WG8',
    ),
    'report, of people alone': reportMessage(
      {
        ...report,
        asked: { people: 12, things: 31, waiting: 1, held: called.slice(0, 2), unreached: called },
      },
      committee,
      { id: 'n-2', slotOn: on, saidOn: on },
    ),
  }
}
