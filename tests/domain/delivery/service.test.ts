import { describe, expect, test } from 'vitest'
import type { ClaimedNotice } from '../../../src/domain/store.ts'
import { testDatabase } from '../../database.ts'
import { assignment } from '../assignment/arbitraries.ts'
import { type Opened, openCommittee } from '../committee/small-committee.ts'

const { database } = await testDatabase()
const monday9 = '2026-11-23T01:00:00Z'
const said = { kind: 'said', channelId: 'C8', ts: '1.1' } as const

let count = 0
async function planned(): Promise<Opened> {
  count += 1
  const one = await openCommittee(database, `deliveries-${count}`, '2026-11-20T04:00:00Z')
  await one.app.committees.importAssignments([
    assignment('late', { dueOn: '2026-11-20' }),
    assignment('soon', { dueOn: '2026-11-30' }),
    assignment('far', { dueOn: '2027-06-01' }),
  ])
  one.clock.set(monday9)
  await one.app.notices.planDue('reminder')
  return one
}

async function claim({ app }: Opened): Promise<ClaimedNotice> {
  const { claimed } = await app.deliveries.claim(5)
  const [one, ...others] = claimed
  if (one === undefined || others.length > 0) throw new Error(`${claimed.length} claimed`)
  return one
}

const claimedBy = async ({ app }: Opened) => (await app.deliveries.claim(5)).claimed

const done = (one: Opened, id: string) =>
  one.app.committees.importAssignments([
    assignment(id, { dueOn: '2026-11-20', state: 'done', doneOn: '2026-11-23' }),
  ])

test('what is queued is read again before it is said', async () => {
  const one = await planned()
  await done(one, 'late')
  expect(await one.app.deliveries.facts(await claim(one))).toMatchObject({
    say: true,
    told: { content: { overdue: [], soon: [{ id: 'soon' }], others: 1 } },
  })
})

test('a notice that has nothing left to say is withdrawn', async () => {
  const one = await planned()
  await done(one, 'late')
  await done(one, 'soon')
  await done(one, 'far')
  const claimed = await claim(one)
  expect(await one.app.deliveries.facts(claimed)).toStrictEqual({
    say: false,
    why: 'no-open-assignments',
    place: { channel: '#wg8' },
    zone: 'Asia/Shanghai',
  })
  expect(await one.app.deliveries.withdraw(claimed, 'no-open-assignments')).toBe(true)
  expect(await one.store.notices.byId(claimed.id)).toMatchObject({
    state: 'withdrawn',
    reason: 'no-open-assignments',
  })
})

describe('a message that stands', () => {
  async function acknowledged(): Promise<Opened> {
    const one = await planned()
    await one.app.deliveries.settle(await claim(one), said, ['late', 'soon'])
    await done(one, 'late')
    await one.app.committees.importAssignments([assignment('new', { dueOn: '2026-11-24' })])
    one.clock.set('2026-11-25T01:00:00Z')
    await one.app.notices.acknowledge({ notice: 'n-1', member: 'lotus' })
    return one
  }

  test('keeps its list, shows what was done since, and tells who acknowledged it', async () => {
    const one = await acknowledged()
    expect(await one.app.deliveries.facts(await claim(one))).toMatchObject({
      say: true,
      told: {
        to: 'group',
        group: { code: 'WG8' },
        acknowledged: { names: { en: 'Lotus Sample' }, at: one.clock.now() },
        content: { overdue: [{ id: 'late', state: 'done' }], soon: [{ id: 'soon' }], others: 2 },
      },
    })
  })

  test('is edited again after a refusal, and stays sent when that is given up', async () => {
    const one = await acknowledged()
    const refused = { kind: 'refused', error: 'ratelimited', forGood: false } as const
    await one.app.deliveries.settle(await claim(one), refused, [])
    expect(await claimedBy(one)).toStrictEqual([])
    one.clock.set('2026-11-25T01:10:00Z')
    const again = await claim(one)
    expect(again).toMatchObject({ state: 'sent', attempts: 2, reason: 'ratelimited' })
    await one.app.deliveries.settle(again, { ...refused, error: 'message_not_found', forGood: true }, [])
    expect(await one.store.notices.byId('n-1')).toMatchObject({
      state: 'sent',
      reason: 'message_not_found',
      ts: '1.1',
      assignments: ['late', 'soon'],
    })
    one.clock.set('2026-12-25T01:10:00Z')
    expect(await claimedBy(one)).toStrictEqual([])
  })
})

test('what nobody can tell is left to a person and not said again', async () => {
  const one = await planned()
  await one.app.deliveries.settle(await claim(one), { kind: 'unknown', error: 'no_answer' }, [])
  one.clock.set('2026-11-23T01:10:00Z')
  const again = await claim(one)
  expect(again).toMatchObject({ task: 'look', uncertainSince: new Date(monday9) })
  const unreadable = { kind: 'refused', error: 'missing_scope', forGood: true } as const
  await one.app.deliveries.looked(again, unreadable, [])
  one.clock.set('2026-11-24T01:10:00Z')
  // The secretariat is asked instead.
  expect(await claimedBy(one)).toMatchObject([{ kind: 'decision', period: again.id, task: 'say' }])
  expect(await one.store.notices.byId(again.id)).toMatchObject({
    state: 'ambiguous',
    reason: 'missing_scope',
    uncertainSince: new Date(monday9),
  })
})

test('the key names this workspace', async () => {
  const one = await planned()
  expect(one.app.deliveries.key(await claim(one))).toBe(`${one.store.workspace}/reminder/WG8/2026-11-23`)
})
