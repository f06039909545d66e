import { describe, expect, test } from 'vitest'
import { byOperator, type DoneBy } from '../../../src/domain/audit/rules.ts'
import { factsOf } from '../../../src/domain/delivery/facts.ts'
import type { NoticeFacts } from '../../../src/domain/delivery/told.ts'
import type { Notice } from '../../../src/domain/notice/rules.ts'
import type { NoticeChange } from '../../../src/domain/store.ts'
import { twinCatalogue } from '../../../src/domain/twin/catalogue.ts'
import { testDatabase } from '../../database.ts'
import { doneBy } from '../../done-by.ts'
import { newNotice, newReport } from '../../store/records.ts'
import { assignment } from '../assignment/arbitraries.ts'
import { type Opened, openCommittee } from '../committee/small-committee.ts'

const { database } = await testDatabase()
const zone = 'Asia/Shanghai'
const now = new Date('2026-11-02T03:00:00Z')
const sentAt = new Date('2026-11-02T01:00:00Z')
const said: NoticeChange = { state: 'sent', channelId: 'C8', ts: '1.1', sentAt, shownRevision: 0 }

let count = 0
/** A committee whose secretariat has a channel, with a reminder for WG8 (`n`), which has come to that. */
async function opened(change: NoticeChange = { state: 'pending' }): Promise<Opened> {
  count += 1
  const one = await openCommittee(database, `facts-${count}`, now.toISOString())
  const committee = await one.store.committee.get()
  if (committee === undefined) throw new Error('no committee')
  await one.store.committee.put({ ...committee, channel: '#secretariat' })
  await one.app.committees.importAssignments([assignment('a', { dueOn: '2026-11-06' })])
  await one.store.notices.add(newNotice('n', 2))
  const [claimed] = await one.store.notices.claim(now, 60_000, { say: 1, look: 0, edit: 0 })
  if (claimed === undefined) throw new Error('nothing was claimed')
  await one.store.notices.settle('n', claimed.claim, change)
  return one
}

async function known({ store }: Opened, id: string): Promise<Notice> {
  const notice = await store.notices.byId(id)
  if (notice === undefined) throw new Error(`${id} is not on record`)
  return notice
}

const facts = async (one: Opened, id: string): Promise<NoticeFacts> =>
  factsOf(one.store, twinCatalogue(), await known(one, id), now)

describe('a group hears', () => {
  test('what is so, where it is', async () => {
    const one = await opened()
    await one.store.groups.linkChannel('WG8', 'C8')
    const [a] = await one.store.assignments.inGroup('WG8', '2020-01-01')
    expect(await facts(one, 'n')).toStrictEqual({
      say: true,
      told: {
        to: 'group',
        group: await one.store.groups.byCode('WG8'),
        content: { kind: 'reminder', overdue: [], soon: [a], others: 0 },
      },
      place: { channel: '#wg8', channelId: 'C8' },
      zone,
    })
  })

  test('of what stands the list that it was said with, done or not', async () => {
    const one = await opened({ ...said, assignments: ['a'] })
    await one.app.committees.importAssignments([
      assignment('a', { dueOn: '2026-11-06', state: 'done', doneOn: '2026-11-02' }),
      assignment('b', { dueOn: '2026-11-03' }),
    ])
    expect(await facts(one, 'n')).toMatchObject({
      say: true,
      told: { content: { overdue: [], soon: [{ id: 'a', state: 'done' }], others: 1 } },
    })
  })

  test('of what stands the list as it would have been, where nobody put on record what was said', async () => {
    const one = await opened(said)
    expect(await facts(one, 'n')).toMatchObject({
      say: true,
      told: { content: { overdue: [], soon: [{ id: 'a' }], others: 0 } },
    })
  })

  test('nothing where it has no channel', async () => {
    const one = await opened()
    const group = await one.store.groups.byCode('WG8')
    if (group === undefined) throw new Error('no group')
    const { channel: _, ...muted } = group
    await one.store.groups.put(muted)
    expect(await facts(one, 'n')).toStrictEqual({ say: false, why: 'no-channel', place: {}, zone })
  })

  test('of a group that is not on record nothing can be known', async () => {
    const one = await opened()
    const lost = { ...(await known(one, 'n')), group: 'GONE' }
    await expect(factsOf(one.store, twinCatalogue(), lost, now)).rejects.toThrow(
      'notice n is for a group that is not on record',
    )
  })
})

describe('the secretariat hears', () => {
  const place = { channel: '#secretariat' }

  test('of a run what is so when it hears it', async () => {
    const one = await opened(said)
    await one.store.notices.add(
      newNotice('m', 2, { group: 'WG9', state: 'withdrawn', reason: 'nothing-due' }),
    )
    await one.store.notices.add(newNotice('other-day', 9, { group: 'WG9' }))
    await one.store.notices.add(newNotice('by-hand', 2, { group: 'WG9', period: 'by-hand' }))
    await one.store.notices.add(newReport('report', 2))
    const [wg8, wg9] = await one.store.groups.all()
    expect(await facts(one, 'report')).toStrictEqual({
      say: true,
      told: {
        to: 'secretariat',
        committee: await one.store.committee.get(),
        report: {
          kind: 'reminder',
          on: '2026-11-02',
          said: [{ notice: 'n', group: wg8 }],
          silent: [{ notice: 'm', group: wg9, why: 'nothing-due' }],
          unreached: [],
          ambiguous: [],
          waiting: [],
        },
      },
      place,
      zone,
    })
  })

  test('of a digest’s run the digests', async () => {
    const one = await opened(said)
    await one.store.notices.add(newNotice('d', 2, { kind: 'digest', group: 'WG9' }))
    await one.store.notices.add(newReport('report', 2, { kind: 'digest-report' }))
    expect(await facts(one, 'report')).toMatchObject({
      told: { report: { kind: 'digest', said: [], waiting: [{ notice: 'd' }] } },
    })
  })

  const doubt: NoticeChange = { state: 'ambiguous', reason: 'no_metadata', uncertainSince: sentAt }
  const question = newReport('question', 2, { kind: 'decision', period: 'n' })

  test('a question about a group’s notice, until it is decided', async () => {
    const one = await opened(doubt)
    await one.store.notices.add(question)
    const told = {
      to: 'secretariat',
      committee: await one.store.committee.get(),
      question: { subject: await known(one, 'n'), group: await one.store.groups.byCode('WG8') },
    }
    expect(await facts(one, 'question')).toStrictEqual({ say: true, told, place, zone })
  })

  test.each<[string, DoneBy & { why?: string }, object]>([
    [
      'a member with a reason',
      { ...doneBy('lotus'), why: 'seen' },
      { why: 'seen', member: 'lotus', names: { zh: '示例清荷', en: 'Lotus Sample' } },
    ],
    ['the operator', byOperator, {}],
  ])('what was decided since by %s', async (_who, by, expected) => {
    const one = await opened(doubt)
    await one.store.notices.add(question)
    const [asked] = await one.store.notices.claim(now, 60_000, { say: 1, look: 0, edit: 0 })
    await one.store.notices.settle('question', asked?.claim ?? '', { ...said, ts: '2.2' })
    await one.app.decisions.make('n', 'keep', by)
    expect(await facts(one, 'question')).toMatchObject({
      say: true,
      told: { question: { subject: { state: 'sent' }, decided: { word: 'keep', at: now, ...expected } } },
    })
  })

  test.each<[string, NoticeChange]>([
    ['stands', said],
    ['waits', { state: 'pending' }],
    ['is looked for', { state: 'sending', uncertainSince: sentAt }],
    ['was let go', { state: 'withdrawn', reason: 'dropped' }],
  ])('no question about what %s by then', async (_what, change) => {
    const one = await opened(change)
    await one.store.notices.add(question)
    expect(await facts(one, 'question')).toStrictEqual({ say: false, why: 'settled', place, zone })
  })

  test('a question about a report of its own, of no group', async () => {
    const one = await opened(said)
    await one.store.notices.add(newReport('report', 2))
    await one.store.notices.add({ ...question, period: 'report' })
    await one.store.notices.decide('report', 'pending', { ...doubt, mayRepeat: false })
    const { told } = (await facts(one, 'question')) as Extract<NoticeFacts, { say: true }>
    expect(told).toMatchObject({ question: { subject: { id: 'report' } } })
    expect(told).not.toHaveProperty('question.group')
  })

  test('in person where it has no channel: the first of its members who is in Slack', async () => {
    const one = await opened(said)
    const committee = await one.store.committee.get()
    if (committee === undefined) throw new Error('no committee')
    const { channel: _, ...muted } = committee
    await one.store.committee.put(muted)
    await one.store.notices.add(newReport('report', 2))
    const place = async () => (await facts(one, 'report')).place
    expect(await facts(one, 'report')).toStrictEqual({ say: false, why: 'no-channel', place: {}, zone })
    const role = 'secretariat' as const
    await one.store.members.put({ id: 'elm', names: { en: 'Elm' }, roles: [{ role }] })
    const former = { id: 'former', names: {}, slackId: 'U1', roles: [{ role, until: '2026-11-01' }] }
    await one.store.members.put(former)
    await one.store.members.put({ id: 'pine', names: { en: 'Pine' }, slackId: 'U2', roles: [] })
    expect(await place()).toStrictEqual({})
    await one.store.members.put({ id: 'pine', names: { en: 'Pine' }, slackId: 'U2', roles: [{ role }] })
    expect(await facts(one, 'report')).toMatchObject({ say: true, place: { channelId: 'U2' } })
  })

  test('of a question about nothing that is on record nothing can be known', async () => {
    const one = await opened()
    await one.store.notices.add({ ...question, period: 'none' })
    await expect(facts(one, 'question')).rejects.toThrow('asks about one that is not on record')
  })
})
