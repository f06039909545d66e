import { describe, expect, test } from 'vitest'
import { byOperator } from '../../../src/domain/audit/rules.ts'
import type { DeliveryOutcome } from '../../../src/domain/notice/rules.ts'
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
  const committee = await one.store.committee.get()
  if (committee === undefined) throw new Error('no committee')
  await one.store.committee.put({ ...committee, channel: '#secretariat' })
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
        state: { acknowledged: { names: { en: 'Lotus Sample' }, at: one.clock.now() } },
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

const minute = 60_000
const day = 24 * 60 * minute
const lost: DeliveryOutcome = { kind: 'unknown', error: 'no_answer' }
const forGood: DeliveryOutcome = { kind: 'refused', error: 'is_archived', forGood: true }
const hidden = { kind: 'unreadable', error: 'no_metadata' } as const

/** A notice that may or may not stand: its answer was lost, and the channel does not tell. */
async function inDoubt(): Promise<Opened> {
  const one = await planned()
  await one.app.deliveries.settle(await claim(one), lost, [])
  one.clock.pass(minute)
  await one.app.deliveries.looked(await claim(one), hidden, [])
  return one
}

const reasonOf = async ({ store }: Opened, id = 'n-1') => {
  const { state, reason } = (await store.notices.byId(id)) ?? {}
  return reason === undefined ? state : `${state} ${reason}`
}

/** The questions to the secretariat: what each is about, its state and revision. */
const questions = async ({ store }: Opened) =>
  (await store.notices.latest(20))
    .filter(({ kind }) => kind === 'decision')
    .map(({ period, state, revision }) => `${period} ${state} ${revision}`)

describe('the secretariat', () => {
  test('is asked once about what may or may not stand', async () => {
    const one = await inDoubt()
    expect(await reasonOf(one)).toBe('ambiguous no_metadata')
    expect(await questions(one)).toEqual(['n-1 pending 0'])
  })

  test('is not asked about a failure of the run, which its report tells', async () => {
    const one = await planned()
    await one.app.deliveries.settle(await claim(one), forGood, [])
    expect(await reasonOf(one)).toBe('failed is_archived')
    expect(await questions(one)).toEqual([])
  })

  test('is asked about a failure of what was sent by hand, which no report tells', async () => {
    const one = await planned()
    await one.app.deliveries.settle(await claim(one), said, [])
    one.clock.pass(minute)
    const group = await one.app.groups.called('WG8')
    if (group === undefined) throw new Error('no group')
    await one.app.notices.sendNow('reminder', group, { ...byOperator, request: 'gesture' }, { again: true })
    const byHand = await claim(one)
    await one.app.deliveries.settle(byHand, forGood, [])
    expect(await questions(one)).toEqual([`${byHand.id} pending 0`])
  })

  test('is not asked about a question', async () => {
    const one = await inDoubt()
    one.clock.pass(minute)
    const question = await claim(one)
    await one.app.deliveries.settle(question, forGood, [])
    // First it is told in person, where there is somebody.
    expect(await reasonOf(one, question.id)).toBe('pending is_archived')
    one.clock.pass(minute)
    await one.app.deliveries.settle(await claim(one), forGood, [])
    expect(await reasonOf(one, question.id)).toBe('failed is_archived')
    expect(await questions(one)).toEqual(['n-1 failed 0'])
  })

  test('is asked anew where a question was settled before it was said, and it is in doubt again', async () => {
    const one = await inDoubt()
    await one.app.decisions.make('n-1', 'retry', byOperator)
    one.clock.pass(minute)
    const claimed = await claimedBy(one)
    expect(claimed.map(({ task, kind }) => `${task} ${kind}`)).toEqual(['look reminder', 'say decision'])
    const [look, question] = claimed
    if (look === undefined || question === undefined) throw new Error('not claimed')
    expect(await one.app.deliveries.facts(question)).toMatchObject({ say: false, why: 'settled' })
    await one.app.deliveries.withdraw(question, 'settled')
    await one.app.deliveries.looked(look, { kind: 'absent' }, [])
    one.clock.pass(2 * minute)
    await one.app.deliveries.settle(await claim(one), lost, [])
    one.clock.pass(minute)
    await one.app.deliveries.looked(await claim(one), hidden, [])
    expect((await questions(one))[0]).toMatch(/^n-1 pending /)
    expect(await one.store.notices.byId(question.id)).toMatchObject({ attempts: 0 })
  })

  test('sees in its question and in the report what has become of a notice', async () => {
    const one = await inDoubt()
    one.clock.pass(15 * minute)
    await one.app.notices.planReports()
    const revisions = async () =>
      Object.fromEntries(
        (await one.store.notices.latest(20))
          .filter(({ group }) => group === undefined)
          .map(({ kind, revision }) => [kind, revision]),
      )
    expect(await revisions()).toEqual({ decision: 0, 'reminder-report': 0 })
    await one.app.decisions.make('n-1', 'retry', byOperator)
    expect(await revisions()).toEqual({ decision: 1, 'reminder-report': 1 })
    const look = (await claimedBy(one)).find(({ task }) => task === 'look')
    if (look === undefined) throw new Error('nobody looks')
    await one.app.deliveries.looked(look, { kind: 'found', channelId: 'C8', ts: '1.1' }, [])
    expect(await revisions()).toEqual({ decision: 2, 'reminder-report': 2 })
  })
})

describe('what a person wants said again', () => {
  /** Claims the reminder a minute later, whatever else there is. */
  async function nextReminder(one: Opened): Promise<ClaimedNotice> {
    one.clock.pass(minute)
    const reminder = (await claimedBy(one)).find(({ kind }) => kind === 'reminder')
    if (reminder === undefined) throw new Error('no reminder was claimed')
    return reminder
  }

  test('is looked for first, and said where that can’t be done', async () => {
    const one = await inDoubt()
    await one.app.decisions.make('n-1', 'retry', byOperator)
    one.clock.pass(minute)
    const look = (await claimedBy(one)).find(({ kind }) => kind === 'reminder')
    expect(look).toMatchObject({ task: 'look', mayRepeat: true, attempts: 1 })
    if (look === undefined) throw new Error('nobody looks')
    await one.app.deliveries.looked(look, hidden, [])
    expect(await claim(one)).toMatchObject({ id: 'n-1', task: 'say' })
  })

  test.each([hidden, { kind: 'absent' } as const])(
    'is said also where it is older than a week and the look came to %j',
    async (looked) => {
      const one = await inDoubt()
      one.clock.pass(8 * day)
      await one.app.decisions.make('n-1', 'retry', byOperator)
      await one.app.deliveries.looked(await nextReminder(one), lost, [])
      await one.app.deliveries.looked(await nextReminder(one), looked, [])
      const again = await nextReminder(one)
      expect(again).toMatchObject({ task: 'say', attempts: 1 })
      expect(one.app.deliveries.isTooLate(again)).toBe(false)
    },
  )

  test('is said once more and not again: if that is lost too, it is asked about anew', async () => {
    const one = await inDoubt()
    await one.app.decisions.make('n-1', 'retry', byOperator)
    await one.app.deliveries.looked(await nextReminder(one), hidden, [])
    await one.app.deliveries.settle(await nextReminder(one), lost, [])
    await one.app.deliveries.looked(await nextReminder(one), hidden, [])
    expect(await reasonOf(one)).toBe('ambiguous no_metadata')
  })
})

describe('a message that stands twice', () => {
  test('whose second was said under a claim that was lost is taken back', async () => {
    const one = await planned()
    const lostClaim = await claim(one)
    one.clock.pass(2 * minute)
    await one.app.deliveries.looked(await claim(one), { kind: 'found', channelId: 'C8', ts: '1.1' }, ['late'])
    expect(await one.app.deliveries.settle(lostClaim, { ...said, ts: '1.2' }, [])).toBe(false)
    one.clock.pass(minute)
    const stray = await claim(one)
    expect(stray).toMatchObject({ task: 'edit', state: 'sent', ts: '1.1', strays: ['1.2'] })
    await one.app.deliveries.tookBack(stray, '1.2', said)
    expect(await one.store.notices.byId('n-1')).toMatchObject({
      state: 'sent',
      ts: '1.1',
      strays: [],
      assignments: ['late'],
    })
    one.clock.pass(day)
    expect(await claimedBy(one)).toStrictEqual([])
  })

  test.each<[string, DeliveryOutcome, string[]]>([
    ['is tried again where Slack is away', lost, ['1.2']],
    ['is tried again where Slack is held', { kind: 'barred', error: 'token_revoked' }, ['1.2']],
    ['is left standing where Slack refuses for good', { ...forGood, error: 'cant_delete_message' }, []],
  ])('and %s', async (_what, outcome, strays) => {
    const one = await planned()
    await one.app.deliveries.settle(await claim(one), said, ['late'])
    await one.store.notices.addFurther('n-1', { channelId: 'C8', ts: '1.2' })
    one.clock.pass(minute)
    await one.app.deliveries.tookBack(await claim(one), '1.2', outcome)
    expect(await one.store.notices.byId('n-1')).toMatchObject({ state: 'sent', ts: '1.1', strays })
  })

  test('keeps the one that was known where the second is said under a claim that holds', async () => {
    const one = await planned()
    const claimed = await claim(one)
    await one.store.notices.addFurther('n-1', { channelId: 'C8', ts: '1.0' })
    expect(await one.app.deliveries.settle(claimed, said, ['late'])).toBe(true)
    expect(await one.store.notices.byId('n-1')).toMatchObject({ state: 'sent', ts: '1.0', strays: ['1.1'] })
  })
})

test('what there was no time to send is put back as it was', async () => {
  const one = await planned()
  const claimed = await claim(one)
  one.clock.pass(45_001)
  expect(one.app.deliveries.isInTime(claimed)).toBe(false)
  await one.app.deliveries.putBack(claimed)
  one.clock.pass(minute)
  const again = await claim(one)
  expect(again).toMatchObject({ task: 'say', attempts: 2 })
  await one.app.deliveries.settle(again, said, [])
  await one.store.notices.revise('n-1')
  one.clock.pass(minute)
  await one.app.deliveries.putBack(await claim(one))
  expect(await one.store.notices.byId('n-1')).toMatchObject({ state: 'sent', ts: '1.1' })
})
