import { describe, expect, onTestFinished, test } from 'vitest'
import { channelPauseMs, type Limits, slackLimits } from '../../../src/domain/delivery/pace.ts'
import type { DeliveryOutcome } from '../../../src/domain/notice/rules.ts'
import type { ClaimedNotice, Task } from '../../../src/domain/store.ts'
import { openDatabase } from '../../../src/store/open-store.ts'
import { testDatabase } from '../../database.ts'
import { newNotice, putGroups, settleIn } from '../../store/records.ts'
import { appOn, type Clock, clockAt, type Opened } from '../committee/small-committee.ts'

const { database, url } = await testDatabase()
const second = 1_000
const minute = 60 * second
const start = '2026-11-30T00:00:00Z'

/** One message a second, two at once; an edit every ten seconds. */
const slow: Limits = {
  ...slackLimits(60),
  'chat.postMessage': { perMinute: 60, burst: 2 },
  'chat.update': { perMinute: 6, burst: 1 },
}
const said = { kind: 'said', channelId: 'C', ts: '1.1' } as const
const limited: DeliveryOutcome = {
  kind: 'refused',
  error: 'ratelimited',
  retryAfterMs: 30_000,
  forGood: false,
}
const lost: DeliveryOutcome = { kind: 'unknown', error: 'no_answer' }
const unreached: DeliveryOutcome = { kind: 'unreached', error: 'ECONNREFUSED' }
const barred: DeliveryOutcome = { kind: 'barred', error: 'token_revoked' }

let count = 0
/** A committee of twelve groups, each with a message to be said. */
async function opened(limits = slow): Promise<Opened> {
  count += 1
  const one = appOn(database, `claiming-${count}`, clockAt(start), 'n', limits)
  await settleIn(one.store)
  for (const [index, group] of (await putGroups(one.store, 12)).entries())
    await one.store.notices.add(newNotice(`n-${String(index + 1).padStart(2, '0')}`, 2, { group }))
  return one
}

const idsOf = (claimed: ClaimedNotice[]) => claimed.map(({ id }) => id)

async function claim({ app }: Opened, most = 40): Promise<ClaimedNotice[]> {
  return (await app.deliveries.claim(most)).claimed
}

/** How long after the start it is. */
const msSince = ({ now }: Clock, at: Date | undefined) =>
  at === undefined ? undefined : at.getTime() - now().getTime()

/** Waits for each turn and says all, up to `most`; tells when each was claimed, in seconds from now on. */
async function sayAll(one: Opened, most = 40): Promise<number[]> {
  const from = one.clock.now().getTime()
  const at: number[] = []
  while (at.length < most) {
    const { claimed, again } = await one.app.deliveries.claim(40)
    for (const each of claimed) {
      at.push((one.clock.now().getTime() - from) / second)
      await one.app.deliveries.settle(each, { ...said, channelId: `C${each.group}` }, [])
    }
    if (claimed.length > 0) continue
    if (again === undefined) break
    one.clock.pass(again.getTime() - one.clock.now().getTime())
  }
  return at
}

describe('messages are claimed at Slack’s pace', () => {
  test('as many at once as its burst, then one by one, and the next moment is told', async () => {
    const one = await opened()
    const { claimed, again } = await one.app.deliveries.claim(40)
    expect(idsOf(claimed)).toEqual(['n-01', 'n-02'])
    // What may be claimed next is asked for only where there is time.
    expect(again).toBeUndefined()
    const next = await one.app.deliveries.claim(40)
    expect(next.claimed).toEqual([])
    expect(msSince(one.clock, next.again)).toBe(second)
    expect(await sayAll(one)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  test('no more than whoever asks can take', async () => {
    const one = await opened(slackLimits(60_000))
    expect(await claim(one, 5)).toHaveLength(5)
    expect(await claim(one, 5)).toHaveLength(5)
    expect(await claim(one, 5)).toHaveLength(2)
  })

  test('shared by all processes, each with a connection of its own', async () => {
    const one = await opened()
    const others = await Promise.all(
      ['a', 'b', 'c'].map(async (ids) => {
        const own = await openDatabase(url, { max: 2 })
        onTestFinished(() => own.close())
        return appOn(own, one.store.workspace, one.clock, ids, slow)
      }),
    )
    const taken: string[] = []
    for (let elapsed = 0; elapsed < 5; elapsed++) {
      const claims = await Promise.all([one, ...others].map((each) => claim(each)))
      const now = claims.flatMap(idsOf)
      expect(now).toHaveLength(elapsed === 0 ? 2 : 1)
      taken.push(...now)
      one.clock.pass(second)
    }
    expect(new Set(taken).size).toBe(6)
  })

  test('edits and looks at their own, which is no other’s', async () => {
    const one = await opened()
    expect(await sayAll(one, 4)).toEqual([0, 0, 1, 2])
    one.clock.pass(channelPauseMs)
    for (const id of ['n-01', 'n-02', 'n-03']) await one.store.notices.revise(id)
    const tasks = (await claim(one)).map(({ id, task }) => `${task} ${id}`)
    expect(tasks).toEqual(['edit n-01', 'say n-05'])
    one.clock.pass(9 * second)
    expect((await claim(one)).map(({ task }) => task)).toEqual(['say', 'say'])
    one.clock.pass(second)
    expect((await claim(one)).map(({ id, task }) => `${task} ${id}`)).toEqual(['edit n-02', 'say n-08'])
  })

  test('a clock that is put back by a day keeps nobody waiting for a day', async () => {
    const one = await opened()
    expect(await sayAll(one, 4)).toHaveLength(4)
    one.clock.pass(-24 * 60 * minute)
    const { claimed, again } = await one.app.deliveries.claim(40)
    expect(claimed.length > 0 || (msSince(one.clock, again) ?? 0) <= minute).toBe(true)
  })

  test('nothing that is due leaves nothing to wait for', async () => {
    const one = await opened(slackLimits(60_000))
    await sayAll(one)
    expect(await one.app.deliveries.claim(40)).toEqual({ claimed: [] })
  })
})

describe('429', () => {
  test('holds its method alone, for every process, until Slack’s pause is over', async () => {
    const one = await opened()
    expect(await sayAll(one, 2)).toEqual([0, 0])
    one.clock.pass(2 * second)
    const [first, second2] = await claim(one)
    if (first === undefined || second2 === undefined) throw new Error('nothing was claimed')
    await one.app.deliveries.settle(first, limited, [])
    await one.app.deliveries.settle(second2, said, [])
    for (const id of ['n-01', 'n-02']) await one.store.notices.revise(id)
    one.clock.pass(10 * second)
    expect((await claim(one)).map(({ task }) => task)).toEqual(['edit'])
    expect(await one.app.deliveries.holds()).toMatchObject([
      { method: 'chat.postMessage', why: 'ratelimited' },
    ])
    const { claimed, again } = await one.app.deliveries.claim(40)
    expect(claimed).toEqual([])
    // The next edit; messages only after that.
    expect(msSince(one.clock, again)).toBe(10 * second)
    one.clock.pass(20 * second)
    expect((await claim(one)).map(({ task }) => task).sort()).toEqual(['edit', 'say', 'say'])
    expect(await one.app.deliveries.holds()).toEqual([])
  })

  test('of edits holds no message', async () => {
    const one = await opened()
    expect(await sayAll(one, 2)).toEqual([0, 0])
    await one.store.notices.revise('n-01')
    one.clock.pass(2 * second)
    const claimed = await claim(one)
    const edit = claimed.find(({ task }) => task === 'edit')
    if (edit === undefined) throw new Error('no edit was claimed')
    await one.app.deliveries.settle(edit, { ...limited, retryAfterMs: 600_000 }, [])
    one.clock.pass(20 * second)
    const next = await claim(one)
    expect(next.map(({ task }) => task)).toEqual(['say', 'say'])
    expect((await one.app.deliveries.holds()).map(({ method }) => method)).toEqual(['chat.update'])
  })
})

describe('Slack that is away', () => {
  const fast = slackLimits(60_000)

  /** Claims so many, and has each come to that. */
  async function attempt(one: Opened, most: number, outcome: DeliveryOutcome): Promise<void> {
    for (const each of await claim(one, most)) await one.app.deliveries.settle(each, outcome, [])
  }

  test('is asked on after two silences, and held after three in a row', async () => {
    const one = await opened(fast)
    await attempt(one, 2, lost)
    await attempt(one, 1, said)
    await attempt(one, 2, lost)
    expect(await one.app.deliveries.holds()).toEqual([])
    await attempt(one, 1, lost)
    expect(await one.app.deliveries.holds()).toEqual([
      {
        method: '*',
        failures: 3,
        why: 'no_answer',
        heldUntil: new Date(one.clock.now().getTime() + 5 * second),
      },
    ])
    const { claimed, again } = await one.app.deliveries.claim(40)
    expect(claimed).toEqual([])
    expect(msSince(one.clock, again)).toBe(5 * second)
  })

  test('is asked by one call at a time, whoever asks, until one is answered', async () => {
    const one = await opened(fast)
    const other = appOn(database, one.store.workspace, one.clock, 'other', fast)
    await attempt(one, 1, unreached)
    one.clock.pass(5 * second)
    const probes = (await Promise.all([claim(one), claim(other), claim(one)])).flat()
    expect(probes).toHaveLength(1)
    one.clock.pass(19 * second)
    expect(await claim(other)).toEqual([])
    const [probe] = probes
    if (probe === undefined) throw new Error('nothing was claimed')
    await one.app.deliveries.settle(probe, { ...said, channelId: `C${probe.group}` }, [])
    expect(await claim(other)).toHaveLength(11)
  })

  test('is asked again where the probe itself was lost', async () => {
    const one = await opened(fast)
    await attempt(one, 1, unreached)
    one.clock.pass(5 * second)
    expect(await claim(one)).toHaveLength(1)
    one.clock.pass(20 * second)
    expect(await claim(one)).toHaveLength(1)
  })

  test.each<[string, Task]>([
    ['a message', 'say'],
    ['a look', 'look'],
    ['an edit', 'edit'],
  ])('is probed by %s as well', async (_what, task) => {
    const one = await opened(fast)
    const all = await claim(one)
    const [first, ...others] = all
    if (first === undefined) throw new Error('nothing was claimed')
    if (task === 'edit') await one.store.notices.revise(first.id)
    const left = { say: limited, look: lost, edit: said }[task]
    await one.app.deliveries.settle(first, left, [])
    for (const each of others) await one.app.deliveries.settle(each, said, [])
    await one.store.paces.put({ method: '*', failures: 9 })
    one.clock.pass(minute)
    expect((await claim(one)).map(({ task }) => task)).toEqual([task])
  })

  test('keeps nothing back for good: what was lost is looked for, what was not taken is said', async () => {
    const one = await opened(fast)
    await attempt(one, 3, lost)
    one.clock.pass(5 * second)
    await attempt(one, 1, unreached)
    one.clock.pass(minute)
    const [probe] = await claim(one)
    if (probe === undefined) throw new Error('nothing was claimed')
    await one.app.deliveries.looked(probe, { kind: 'absent' }, [])
    const counts = async () => one.store.notices.countByState()
    for (let nth = 0; nth < 40; nth++) {
      one.clock.pass(2 * second)
      for (const each of await claim(one))
        await (each.task === 'look'
          ? one.app.deliveries.looked(each, { kind: 'absent' }, [])
          : one.app.deliveries.settle(each, { ...said, channelId: `C${each.group}` }, []))
    }
    expect(await counts()).toEqual({ sent: 12 })
  })

  test('that refuses the bot as such is asked again after a minute, and after ever longer', async () => {
    const one = await opened(fast)
    await attempt(one, 1, barred)
    const held = async () => msSince(one.clock, (await one.app.deliveries.holds())[0]?.heldUntil)
    const minutes: number[] = []
    for (let nth = 0; nth < 9; nth++) {
      const ms = (await held()) ?? 0
      minutes.push(ms / minute)
      one.clock.pass(ms - 1)
      expect(await claim(one)).toEqual([])
      one.clock.pass(1)
      await attempt(one, 40, barred)
    }
    expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
    expect(await one.store.notices.countByState()).toEqual({ pending: 12 })
  })

  test('is asked at once by a process that starts anew, perhaps with another token', async () => {
    const one = await opened(fast)
    await one.app.deliveries.release()
    expect(await one.store.paces.all()).toEqual([])
    await attempt(one, 1, barred)
    await one.app.deliveries.release()
    expect(await one.app.deliveries.holds()).toEqual([])
    one.clock.pass(channelPauseMs)
    expect(await claim(one)).toHaveLength(12)
  })
})
