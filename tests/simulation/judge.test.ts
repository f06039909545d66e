import { describe, expect, test } from 'vitest'
import type { RecordedCall } from '../../src/sandbox/index.ts'
import { texts } from '../../src/texts/texts.ts'
import { asksMessage } from '../../src/views/asks-message.ts'
import { assignment } from '../domain/assignment/arbitraries.ts'
import { type Committee, channelOf, makeCommittee, type Person } from './committee.ts'
import type { Deed, Diary } from './diary.ts'
import { judge } from './judge.ts'
import { type Asking, readSaid } from './said.ts'

// WG1's convenor is p001, p003 and p005 are its deputies, p007 is a member; all live in Shanghai. It is January 2026.
const committee = calm()
const made: Deed = {
  at: new Date('2026-01-05T02:00:00Z'),
  by: 'p001',
  assignment: 'a1',
  does: {
    kind: 'make',
    title: 'T0001 of WG1',
    group: 'WG1',
    owner: { kind: 'member', id: 'p007' },
    dueOn: '2026-01-09',
  },
}

/** What is broken, by the rules' ids, where this was posted and done. */
function broken(
  record: readonly RecordedCall[],
  {
    deeds = [],
    more = {},
    world = committee,
  }: { deeds?: Deed[]; more?: Partial<Diary>; world?: Committee } = {},
): string[] {
  const diary: Diary = { deeds: [made, ...deeds], answers: [], putOffs: [], refused: {}, ...more }
  const { checks } = judge({ committee: world, diary, said: readSaid(record) })
  return checks.filter((check) => check.broken.length > 0).map(({ id }) => id)
}

/** One message in person; what is owed is asked for in time, so that nothing else is broken. */
const fine = [
  asked('2026-01-06T01:30:00Z', 'p007', 'given'),
  asked('2026-01-12T01:30:00Z', 'p007', 'overdue'),
  asked('2026-01-19T01:30:00Z', 'p007', 'overdue'),
  asked('2026-02-02T01:30:00Z', 'p007', 'overdue'),
]

const reopened: Deed = {
  at: new Date('2026-01-13T03:00:00Z'),
  by: 'p001',
  assignment: 'a1',
  does: { kind: 'reopen' },
}
const partDone: Deed[] = [
  {
    at: new Date('2026-01-12T03:00:00Z'),
    by: 'p007',
    assignment: 'a1',
    does: { kind: 'block', waitsFor: { kind: 'member', id: 'p005' } },
  },
  { at: new Date('2026-01-13T03:00:00Z'), by: 'p005', assignment: 'a1', does: { kind: 'part-done' } },
]
/** What is owed, is owed again once it has been quiet for long enough. */
const late = asked('2026-01-21T01:30:00Z', 'p007', 'overdue')
const withoutOwner: Committee = {
  ...committee,
  people: committee.people.map((person) =>
    person.member.id === 'p007'
      ? {
          ...person,
          member: {
            ...person.member,
            roles: person.member.roles.map((role) => ({ ...role, until: '2026-01-07' })),
          },
        }
      : person,
  ),
}

/** p007 puts that off on 11 January, until the 22nd. */
const putOff = (about: string) => ({
  at: new Date('2026-01-11T03:00:00Z'),
  by: 'p007',
  until: '2026-01-22',
  about: [about],
  isOfNewest: true,
})

describe('the count', () => {
  test('finds nothing where all is as it should be', () => {
    expect(broken(fine)).toEqual([])
  })

  test('finds nothing where whoever has put off one thing is asked another', () => {
    expect(broken(fine, { more: { putOffs: [putOff('decide a1'), putOff('own a2')] } })).toEqual([])
  })

  test.each<[what: string, record: RecordedCall[], given: Parameters<typeof broken>[1]]>([
    [
      'taken up again',
      [...fine.slice(0, 2), asked('2026-01-14T01:30:00Z', 'p007', 'decided'), late],
      { deeds: [done('2026-01-12T03:00:00Z', 'finish'), reopened] },
    ],
    [
      'going on',
      [...fine.slice(0, 2), asked('2026-01-14T01:30:00Z', 'p007', 'on'), late],
      { deeds: partDone },
    ],
    [
      'without an owner',
      [...fine.slice(0, 1), asked('2026-01-08T01:30:00Z', 'p001', 'unowned')],
      { world: withoutOwner },
    ],
  ])('finds nothing where whoever is to hear of what is %s heard of it', (_what, record, given) => {
    expect(broken(record, given)).toEqual([])
  })

  test.each<[id: string, record: RecordedCall[], given?: Parameters<typeof broken>[1]]>([
    [
      'cap',
      [...fine, ...['13', '14', '15'].map((day) => asked(`2026-01-${day}T01:30:00Z`, 'p007', undefined))],
    ],
    ['once-a-day', [...fine, asked('2026-01-12T05:00:00Z', 'p007', undefined)]],
    ['day-off', [...fine, asked('2026-01-17T01:30:00Z', 'p007', undefined)]],
    ['quiet', [...fine, asked('2026-01-14T13:00:00Z', 'p007', undefined)]],
    [
      'away',
      [...fine, asked('2026-01-14T01:30:00Z', 'p005', undefined)],
      {
        world: {
          ...committee,
          absences: [{ id: 'b1', member: 'p005', from: '2026-01-14', until: '2026-01-14' }],
        },
      },
    ],
    [
      'put-off',
      [...fine, asked('2026-01-14T01:30:00Z', 'p007', 'overdue')],
      { more: { putOffs: [putOff('own a1')] } },
    ],
    ['settled', fine, { deeds: [done('2026-01-16T03:00:00Z', 'finish')] }],
    ['settled', fine, { deeds: [done('2026-01-16T03:00:00Z', 'withdraw')] }],
    ['settled', fine, { deeds: [done('2026-01-16T03:00:00Z', 'update')] }],
    ['settled', fine, { deeds: [done('2026-01-08T03:00:00Z', 'decline')] }],
    ['settled', [...fine, asked('2026-01-14T01:30:00Z', 'p005', 'overdue')]],
    ['in-a-row', [...fine, asked('2026-01-20T01:30:00Z', 'p007', 'overdue')]],
    ['owed', fine.slice(0, 1)],
    ['owed', fine.slice(0, 2)],
    ['settled', [...fine, asked('2026-01-14T01:30:00Z', 'p007', 'on')]],
    ['settled', [...fine, asked('2026-01-14T01:30:00Z', 'p001', 'unowned')]],
    ['told', fine.slice(0, 2), { deeds: [done('2026-01-12T03:00:00Z', 'finish'), reopened] }],
    ['told', fine.slice(0, 2), { deeds: partDone }],
    ['told', fine.slice(0, 1), { world: withoutOwner }],
    ['order', [...fine, reminded('12'), escalated('14', 'p003', 'deputies')]],
    ['order', [...fine, reminded('12'), escalated('13', 'p001', 'convenor')]],
    [
      'order',
      [...fine, reminded('12'), escalated('14', 'p001', 'convenor')],
      {
        more: {
          answers: [
            {
              at: new Date('2026-01-13T02:00:00Z'),
              by: 'p003',
              group: 'WG1',
              notice: 'n-12',
              does: 'acknowledge',
            },
          ],
        },
      },
    ],
    ['goes-on', [...fine, reminded('08')]],
    ['reminders', [...fine, reminded('12'), reminded('12')]],
    ['reminders', [...fine, reminded('17')]],
  ])('finds what breaks %s', (id, record, given) => {
    expect(broken(record, given)).toContain(id)
  })
})

test('reads what the bot’s own messages ask', () => {
  const one = assignment('a1', { dueOn: '2026-01-09' })
  const message = asksMessage(
    {
      asked: [
        { kind: 'overdue', assignment: one },
        { kind: 'given', assignment: { ...one, id: 'a2' } },
      ],
      about: [],
      today: '2026-01-12',
      names: new Map(),
      most: 3,
    } as never,
    { id: 'n-1', zone: 'Asia/Shanghai' },
    'en',
  )
  const [said] = readSaid([
    call('2026-01-12T01:30:00Z', 'U0P007', 's/asks/p007/2026-01-12', message.blocks ?? []),
  ])
  expect(said?.askings).toEqual([
    { kind: 'overdue', assignment: 'a1' },
    { kind: 'given', assignment: 'a2' },
  ])
})

/** Two groups in January, with nobody away, nothing marked and the bot always there. */
function calm(): Committee {
  const { people, ...rest } = makeCommittee({ seed: 1, months: 1, groups: 2, members: 8 })
  const plain = people.map(({ member, slackId, temper, answering }): Person => {
    const { organisation: _none, ...own } = member
    const zone = 'Asia/Shanghai'
    return { member: { ...own, zone }, slackId, zone, temper, answering }
  })
  return { ...rest, people: plain, absences: [], marks: [], outages: [] }
}

function asked(at: string, member: string, kind: Asking['kind'] | undefined): RecordedCall {
  const blocks =
    kind === undefined
      ? []
      : [
          { type: 'section', text: { type: 'mrkdwn', text: `*${texts('en')(`asks.${kind}`)}*` } },
          { type: 'section', text: { type: 'mrkdwn', text: '*a1* T0001 of WG1' } },
          { type: 'actions', elements: [{ type: 'button', action_id: 'assignment.open:a1', value: 'a1' }] },
        ]
  return call(at, `U0${member.toUpperCase()}`, `s/asks/${member}/${at.slice(0, 10)}`, blocks)
}

/** A reminder of WG1 at nine o'clock on that day of January. */
function reminded(day: string): RecordedCall {
  const button = { type: 'button', action_id: 'reminder.acknowledge', value: `n-${day}` }
  return call(`2026-01-${day}T01:00:00Z`, channelOf('WG1'), `s/reminder/WG1/2026-01-${day}`, [
    { type: 'section', text: { type: 'mrkdwn', text: '• T0001 of WG1' } },
    { type: 'actions', elements: [button] },
  ])
}

function escalated(day: string, member: string, step: 'convenor' | 'deputies'): RecordedCall {
  const at = `2026-01-${day}T01:30:00Z`
  const button = { type: 'button', action_id: 'asked.acknowledge:WG1', value: 'n-12' }
  const words = step === 'deputies' ? 'As a deputy you may answer.' : 'It waits for you.'
  return call(at, `U0${member.toUpperCase()}`, `s/asks/${member}/2026-01-${day}`, [
    { type: 'section', text: { type: 'mrkdwn', text: words } },
    { type: 'actions', elements: [button] },
  ])
}

function done(at: string, kind: 'finish' | 'withdraw' | 'update' | 'decline'): Deed {
  return { at: new Date(at), by: 'p007', assignment: 'a1', does: { kind } }
}

function call(at: string, channel: string, key: string, blocks: readonly unknown[]): RecordedCall {
  const metadata = { event_type: 'rapporteur_notice', event_payload: { key } }
  return {
    at,
    sandboxAt: at,
    method: 'chat.postMessage',
    args: { channel, metadata, blocks: [...blocks], text: '' },
    status: 200,
    answer: { ok: true },
    effect: true,
  }
}
