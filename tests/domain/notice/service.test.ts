import { describe, expect, test } from 'vitest'
import type { Assignment } from '../../../src/domain/assignment/rules.ts'
import { byOperator } from '../../../src/domain/audit/rules.ts'
import { openDatabase } from '../../../src/store/open-store.ts'
import { testDatabase } from '../../database.ts'
import { doneBy } from '../../done-by.ts'
import { assignment } from '../assignment/arbitraries.ts'
import { appOn, everyRow, type Opened, standard } from '../committee/small-committee.ts'
import { friday, monday9, mutedWg10, onRecord, openWith, saidWg8, say, silentWg9 } from './on-record.ts'

const { database, url } = await testDatabase()

let count = 0
function opened(work?: Partial<Assignment>[]): Promise<Opened> {
  count += 1
  return openWith(database, `notices-${count}`, work)
}

const inWg9: Partial<Assignment> = { group: 'WG9', dueOn: '2026-11-25' }

describe('a slot', () => {
  test('is nobody’s before its minute, and gives one notice from then on, however often it is looked at', async () => {
    const one = await opened()
    one.clock.set('2026-11-23T00:59:59.999Z')
    await one.app.notices.planDue('reminder')
    expect(await onRecord(one)).toStrictEqual([])
    for (const at of [monday9, '2026-11-23T01:01:00Z', '2026-11-24T12:00:00Z']) {
      one.clock.set(at)
      await one.app.notices.planDue('reminder')
      expect(await onRecord(one)).toStrictEqual([mutedWg10, saidWg8, silentWg9])
    }
    expect(await one.store.notices.byId('n-1')).toStrictEqual({
      id: 'n-1',
      kind: 'reminder',
      group: 'WG8',
      period: '2026-11-23',
      slotAt: new Date(monday9),
      slotOn: '2026-11-23',
      assignments: [],
      state: 'pending',
      attempts: 0,
      createdAt: new Date(monday9),
      revision: 0,
      shownRevision: 0,
      strays: [],
      mayRepeat: false,
    })
    expect(one.woken).toStrictEqual(['deliver-notices'])
  })

  test('is made up for late, once, and the latest alone after three weeks', async () => {
    const one = await opened()
    one.clock.set('2026-12-15T20:00:00Z')
    await one.app.notices.planDue('reminder')
    expect(await onRecord(one)).toStrictEqual([])
    one.clock.set('2026-12-16T02:00:00Z')
    await one.app.notices.planDue('reminder')
    await one.app.notices.planDue('reminder')
    expect(await onRecord(one)).toStrictEqual([
      'WG10 reminder 2026-12-14 withdrawn no-channel',
      'WG8 reminder 2026-12-14 pending',
      'WG9 reminder 2026-12-14 withdrawn no-open-assignments',
    ])
  })

  test('gives way to the next one on the day of that', async () => {
    const one = await opened()
    one.clock.set('2026-11-30T00:30:00Z')
    await one.app.notices.planDue('reminder')
    expect(await onRecord(one)).toStrictEqual([])
    one.clock.set('2026-11-30T01:00:00Z')
    await one.app.notices.planDue('reminder')
    expect((await onRecord(one)).filter((line) => line.startsWith('WG8'))).toStrictEqual([
      'WG8 reminder 2026-11-30 pending',
    ])
  })

  test('with nothing to say is on record with its reason, and is not said when there is something later', async () => {
    const one = await opened([{ dueOn: '2027-06-01' }])
    one.clock.set(monday9)
    await one.app.notices.planDue('reminder')
    await one.app.committees.importAssignments([assignment('new', { dueOn: '2026-11-24' })])
    one.clock.set('2026-11-23T02:00:00Z')
    await one.app.notices.planDue('reminder')
    expect(await onRecord(one)).toStrictEqual([
      mutedWg10,
      'WG8 reminder 2026-11-23 withdrawn nothing-due',
      silentWg9,
    ])
    expect(one.woken).toStrictEqual([])
    one.clock.set('2026-11-30T01:00:00Z')
    await one.app.notices.planDue('reminder')
    expect(await onRecord(one)).toContain('WG8 reminder 2026-11-30 pending')
  })

  test('of the digest is another one', async () => {
    const one = await opened()
    one.clock.set(monday9)
    await one.app.notices.planDue('digest')
    await one.app.notices.planDue('reminder')
    expect(await onRecord(one)).toStrictEqual([
      // Imported on Friday noon: that day's digest is the first.
      'WG10 digest 2026-11-20 withdrawn no-channel',
      mutedWg10,
      'WG8 digest 2026-11-20 pending',
      saidWg8,
      'WG9 digest 2026-11-20 withdrawn nothing-to-report',
      silentWg9,
    ])
  })

  test('is not owed by a group that has ended, and comes to nothing where there is no channel', async () => {
    const one = await opened([{ dueOn: '2026-11-20' }, { group: 'WG10', dueOn: '2026-11-20' }])
    const [wg8] = await one.store.groups.all()
    if (wg8 === undefined) throw new Error('no group')
    await one.store.groups.put({ ...wg8, until: '2026-11-22' })
    one.clock.set(monday9)
    await one.app.notices.planDue('reminder')
    expect(await onRecord(one)).toStrictEqual([mutedWg10, silentWg9])
    expect(one.woken).toStrictEqual([])
  })
})

describe('a schedule that is set anew', () => {
  async function set(one: Opened, at: string, cron: string) {
    one.clock.set(at)
    const wg8 = await one.app.groups.called('WG8')
    if (wg8 === undefined) throw new Error('no group')
    expect(await one.app.schedules.set(wg8, 'reminder', { cron }, doneBy('lotus'))).toMatchObject({
      ok: true,
    })
  }
  const plan = async (one: Opened, at: string) => {
    one.clock.set(at)
    await one.app.notices.planDue('reminder')
    return (await onRecord(one)).filter((line) => line.startsWith('WG8'))
  }

  test('a minute before its hour, to a later hour, is said at the later hour alone', async () => {
    const one = await opened()
    await set(one, '2026-11-23T00:59:00Z', '0 10 * * 1')
    expect(await plan(one, monday9)).toStrictEqual([])
    expect(await plan(one, '2026-11-23T01:59:59Z')).toStrictEqual([])
    expect(await plan(one, '2026-11-23T02:00:00Z')).toStrictEqual([saidWg8])
    expect(await one.store.notices.latest(1)).toMatchObject([{ slotAt: new Date('2026-11-23T02:00:00Z') }])
  })

  test('a minute before its hour, to the same hour, is said at that hour', async () => {
    const one = await opened()
    await set(one, '2026-11-23T00:59:00Z', '0 9 * * 1')
    expect(await plan(one, monday9)).toStrictEqual([saidWg8])
  })

  test('to an hour that has passed owes nothing of today', async () => {
    const one = await opened()
    await set(one, '2026-11-23T00:59:00Z', '0 8 * * 1')
    expect(await plan(one, '2026-11-23T12:00:00Z')).toStrictEqual([])
    expect(await plan(one, '2026-11-30T00:00:00Z')).toStrictEqual(['WG8 reminder 2026-11-30 pending'])
  })

  test('after it was said, to a later hour of the day, is not said twice that day', async () => {
    const one = await opened()
    expect(await plan(one, monday9)).toStrictEqual([saidWg8])
    await say(one)
    await set(one, '2026-11-23T01:30:00Z', '0 10 * * 1,2')
    expect(await plan(one, '2026-11-23T02:30:00Z')).toStrictEqual(['WG8 reminder 2026-11-23 sent'])
    expect(await plan(one, '2026-11-24T02:00:00Z')).toStrictEqual([
      'WG8 reminder 2026-11-23 sent',
      'WG8 reminder 2026-11-24 pending',
    ])
  })
})

test('two processes that plan at once write one notice a slot', async () => {
  const one = await opened([{ dueOn: '2026-11-20' }, inWg9])
  const second = await openDatabase(url)
  try {
    const other = appOn(second, one.store.workspace, one.clock, 'other')
    one.clock.set(monday9)
    await Promise.all([one, other, one, other].map(({ app }) => app.notices.planDue('reminder')))
    expect(await onRecord(one)).toStrictEqual([mutedWg10, saidWg8, 'WG9 reminder 2026-11-23 pending'])
  } finally {
    await second.close()
  }
})

test('a group that fails does not keep the others from theirs, and is tried again', async () => {
  const one = await opened([{ dueOn: '2026-11-20' }, inWg9])
  one.clock.set(monday9)
  await database.pool.query(`
    create function rapporteur.refuse() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$;
    create trigger refuse before insert on rapporteur.notices for each row
      when (new.workspace = '${one.store.workspace}' and new.group_code = 'WG8')
      execute function rapporteur.refuse()`)
  try {
    const failure = await one.app.notices.planDue('reminder').catch((error: unknown) => error)
    if (!(failure instanceof AggregateError)) throw new Error(`it came to ${failure}`)
    expect(failure.message).toBe('1 groups could not be planned')
    expect(failure.errors).toMatchObject([{ message: 'disk full' }])
    expect(await onRecord(one)).toStrictEqual([mutedWg10, 'WG9 reminder 2026-11-23 pending'])
  } finally {
    await database.pool.query('drop function rapporteur.refuse() cascade')
  }
  await one.app.notices.planDue('reminder')
  expect(await onRecord(one)).toStrictEqual([mutedWg10, saidWg8, 'WG9 reminder 2026-11-23 pending'])
})

describe('one sent by hand', () => {
  async function send(one: Opened, request: string, code = 'WG8') {
    const group = await one.app.groups.called(code)
    if (group === undefined) throw new Error('no group')
    return one.app.notices.sendNow('reminder', group, { ...byOperator, request: request })
  }

  test('is sent once for one gesture, however often Slack tells of it', async () => {
    const one = await opened()
    const [first, second] = await Promise.all([send(one, 'gesture-1'), send(one, 'gesture-1')])
    expect(first).toMatchObject({ say: true })
    expect(second).toStrictEqual(first)
    expect(await one.store.notices.latest(10)).toMatchObject([
      { state: 'pending', period: 'by-hand-gesture-1', slotAt: new Date(friday), slotOn: '2026-11-20' },
    ])
    await send(one, 'gesture-2')
    expect(await one.store.notices.latest(10)).toHaveLength(2)
  })

  test('does not take the place of the one that is due', async () => {
    const one = await opened()
    one.clock.set('2026-11-23T00:30:00Z')
    await send(one, 'gesture-1')
    await say(one)
    one.clock.set(monday9)
    await one.app.notices.planDue('reminder')
    expect(await onRecord(one)).toStrictEqual([mutedWg10, saidWg8, 'WG8 reminder 2026-11-23 sent', silentWg9])
  })

  test('gives way to the one that is due where nobody has heard it by then', async () => {
    const one = await opened()
    one.clock.set('2026-11-23T00:30:00Z')
    await send(one, 'gesture-1')
    one.clock.set(monday9)
    await one.app.notices.planDue('reminder')
    expect(await onRecord(one)).toStrictEqual([
      mutedWg10,
      saidWg8,
      'WG8 reminder 2026-11-23 withdrawn superseded',
      silentWg9,
    ])
    expect(await one.store.notices.find('reminder', 'WG8', '2026-11-23')).toMatchObject({ state: 'pending' })
  })

  test('with nothing to say is not sent and tells why', async () => {
    const one = await opened([])
    expect(await send(one, 'gesture-1')).toStrictEqual({ say: false, why: 'no-open-assignments' })
    expect(await onRecord(one)).toStrictEqual(['WG8 reminder 2026-11-20 withdrawn no-open-assignments'])
    expect(one.woken).toStrictEqual([])
  })
})

test('of two who acknowledge, at once or later, the first stands', async () => {
  const one = await opened()
  one.clock.set(monday9)
  await one.app.notices.planDue('reminder')
  const answer = (member: string) => one.app.notices.acknowledge({ notice: 'n-1', member })
  one.clock.set('2026-11-23T01:05:00Z')
  const [first, second] = await Promise.all([answer('lotus'), answer('oriole')])
  expect(second).toStrictEqual(first)
  one.clock.set('2026-11-23T01:06:00Z')
  expect(await answer('oriole')).toStrictEqual(first)
  expect(first.at).toStrictEqual(new Date('2026-11-23T01:05:00Z'))
  expect(await one.store.notices.byId('n-1')).toMatchObject({ revision: 1 })
})

test('who acknowledges what is not on record is not put on record either', async () => {
  const one = await opened()
  const before = await everyRow(database)
  await expect(one.app.notices.acknowledge({ notice: 'none', member: 'lotus' })).rejects.toThrow()
  expect(await everyRow(database)).toStrictEqual(before)
})

describe('a preview', () => {
  const move = async (one: Opened) => {
    await one.app.committees.importStandards([standard('1')])
    await one.app.committees.importStandards([standard('1', { stage: '30' })])
    expect(one.woken.splice(0)).toStrictEqual(['plan-move-notices'])
  }

  test.each(['reminder', 'digest'] as const)(
    'of a %s writes nothing and says what the planning at that moment does',
    async (kind) => {
      const one = await opened([{ dueOn: '2026-11-20' }, { dueOn: '2026-12-01' }, inWg9])
      await move(one)
      one.clock.set('2026-11-24T01:00:00Z')
      const before = await everyRow(database)
      const seen = await one.app.notices.preview(kind, { at: one.clock.now() })
      expect(await everyRow(database)).toStrictEqual(before)
      expect(one.woken).toStrictEqual([])

      await one.app.notices.planDue(kind)
      const planned = await one.store.notices.latest(10)
      const said = seen.filter(({ say }) => say)
      expect(
        planned
          .filter(({ state }) => state === 'pending')
          .map(({ group }) => group)
          .sort(),
      ).toStrictEqual(said.map(({ group }) => group.code).sort())
      for (const preview of said) {
        const notice = planned.find(({ group }) => group === preview.group.code)
        expect(preview.slot).toStrictEqual({
          at: notice?.slotAt,
          on: notice?.slotOn,
          nominalOn: notice?.period,
        })
        const [claimed] = (await one.app.deliveries.claim(1)).claimed.filter(({ id }) => id === notice?.id)
        if (claimed === undefined || !preview.say) throw new Error('the notice could not be claimed')
        const { group, content } = preview
        expect(await one.app.deliveries.facts(claimed)).toStrictEqual({
          say: true,
          told: { to: 'group', group, content },
          place: { channel: group.channel },
          zone: group.zone,
        })
      }
      expect(said.length).toBeGreaterThan(0)
    },
  )

  test('without a moment tells each group’s next slot, as it would be read on its day', async () => {
    const one = await opened([{ dueOn: '2026-11-22' }, { group: 'SG1', dueOn: '2026-11-22' }])
    const seen = await one.app.notices.preview('reminder', {})
    const slot = { at: new Date(monday9), on: '2026-11-23' }
    expect(seen).toMatchObject([
      { group: { code: 'WG8' }, slot, say: true, content: { overdue: [{ id: 'a-0' }], soon: [] } },
      { group: { code: 'WG9' }, slot, say: false, why: 'no-open-assignments' },
      { group: { code: 'WG10' }, slot, say: false, why: 'no-channel' },
      { group: { code: 'SG1' }, say: false, why: 'no-schedule' },
    ])
    expect(seen).toHaveLength(4)
  })

  test('at a moment tells what is due by then, what is not, and what was said', async () => {
    const one = await opened()
    const why = async (at: string) => {
      const [wg8, ...others] = await one.app.notices.preview('reminder', { group: 'WG8', at: new Date(at) })
      expect(others).toHaveLength(0)
      return wg8?.say === false ? wg8.why : wg8?.slot?.on
    }
    expect(await why('2026-11-23T00:59:00Z')).toBe('not-due')
    expect(await why(monday9)).toBe('2026-11-23')
    expect(await why('2026-12-20T00:00:00Z')).toBe('2026-12-14')
    one.clock.set(monday9)
    await one.app.notices.planDue('reminder')
    expect(await why('2026-11-24T00:00:00Z')).toBe('already-said')
    expect(await why('2026-11-30T01:00:00Z')).toBe('2026-11-30')
  })
})

test('the overview counts by state and lists the newest first', async () => {
  const one = await opened()
  one.clock.set(monday9)
  await one.app.notices.planDue('reminder')
  const { counts, latest } = await one.app.notices.overview(1, 'pending')
  expect(counts).toStrictEqual({ pending: 1, withdrawn: 2 })
  expect(latest).toMatchObject([{ group: 'WG8' }])
})
