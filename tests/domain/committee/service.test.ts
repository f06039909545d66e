import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../database.ts'
import { doneBy } from '../../done-by.ts'
import { assignment } from '../assignment/arbitraries.ts'
import { say } from '../notice/on-record.ts'
import {
  appOn,
  clockAt,
  everyRow,
  type Opened,
  openCommittee,
  smallCommittee,
  standard,
} from './small-committee.ts'

const { database } = await testDatabase()
const friday = '2026-11-20T04:00:00Z'

let count = 0
function workspace(): string {
  count += 1
  return `committee-${count}`
}
const opened = () => openCommittee(database, workspace(), friday)

/** Makes every change of a table in this workspace fail, as a full disk would. */
async function withRefusedTable<T>(table: string, workspace: string, work: () => Promise<T>): Promise<T> {
  await database.pool.query(`
    create function rapporteur.refuse() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$;
    create trigger refuse before insert or update on rapporteur.${table} for each row
      when (new.workspace = '${workspace}') execute function rapporteur.refuse()`)
  try {
    return await work()
  } finally {
    await database.pool.query('drop function rapporteur.refuse() cascade')
  }
}

const nothing = { added: [], changed: [], left: [], absent: [], kept: [] }

describe('a committee file', () => {
  test('is on record after its first import and changes nothing when it is imported again', async () => {
    const one = appOn(database, workspace(), clockAt(friday))
    const { added, ...rest } = await one.app.committees.importCommittee(smallCommittee())
    expect(added).toHaveLength(1 + 4 + 1 + 2 + 6)
    const { added: _none, ...others } = nothing
    expect(rest).toStrictEqual({ ...others, unchanged: 0 })
    const before = await everyRow(database)
    one.clock.set('2026-11-24T00:00:00Z')
    const again = await one.app.committees.importCommittee(smallCommittee())
    expect(again).toStrictEqual({ ...nothing, unchanged: 14 })
    expect(await everyRow(database)).toStrictEqual(before)
  })

  test('imported to try it out writes nothing and reports the same', async () => {
    const one = appOn(database, workspace(), clockAt(friday))
    const before = await everyRow(database)
    const tried = await one.app.committees.importCommittee(smallCommittee(), { dryRun: true })
    expect(await everyRow(database)).toStrictEqual(before)
    expect(await one.app.committees.importCommittee(smallCommittee())).toStrictEqual(tried)
  })

  test('is imported whole or not at all', async () => {
    const one = appOn(database, workspace(), clockAt(friday))
    const before = await everyRow(database)
    const failed = withRefusedTable('schedules', one.store.workspace, () =>
      one.app.committees.importCommittee(smallCommittee()),
    )
    await expect(failed).rejects.toThrow('disk full')
    expect(await everyRow(database)).toStrictEqual(before)
  })

  test('leaves alone a schedule that a convenor has set since, and says so', async () => {
    const one = await opened()
    const wg8 = await one.app.groups.called('WG8')
    if (wg8 === undefined) throw new Error('no group')
    await one.app.schedules.set(wg8, 'reminder', { cron: '0 10 * * 2' }, doneBy('lotus'))
    const records = smallCommittee()
    records.schedules = records.schedules.map((schedule) => ({ ...schedule, cron: '30 8 * * 1' }))
    const report = await one.app.committees.importCommittee(records)
    expect(report.kept).toStrictEqual(['WG8 reminder'])
    expect(report.changed).toHaveLength(5)
    const [reminder, digest] = await one.app.schedules.of('WG8')
    expect(reminder).toMatchObject({ kind: 'reminder', cron: '0 10 * * 2', setBy: 'lotus' })
    expect(digest).toMatchObject({ kind: 'digest', cron: '30 8 * * 1' })
  })

  test('takes away the schedules that it no longer has, and keeps records that it no longer names', async () => {
    const one = await opened()
    const records = smallCommittee()
    records.schedules = records.schedules.filter(({ kind }) => kind === 'digest')
    records.members = []
    const report = await one.app.committees.importCommittee(records)
    expect(report.changed).toStrictEqual(['WG10 reminder', 'WG8 reminder', 'WG9 reminder'])
    expect(report.absent).toStrictEqual(['lotus', 'oriole'])
    expect(await one.app.schedules.of('WG8')).toMatchObject([{ kind: 'digest' }])
    expect(await one.app.members.all()).toHaveLength(2)
  })

  test('does not forget what was found in Slack', async () => {
    const one = await opened()
    await one.app.groups.linkChannels([{ id: 'C8', name: 'wg8' }])
    await one.app.members.linkUsers([{ slackId: 'U1', email: 'LOTUS@example.org' }])
    expect(await one.app.committees.importCommittee(smallCommittee())).toStrictEqual({
      ...nothing,
      unchanged: 14,
    })
    const records = smallCommittee()
    records.members[0] = { ...records.members[0], id: 'lotus', roles: [], names: { zh: '改名' } }
    await one.app.committees.importCommittee(records)
    expect(await one.app.groups.inChannel('C8')).toMatchObject({ code: 'WG8' })
    expect(await one.app.members.behind({ slackId: 'U1' })).toMatchObject({
      names: { zh: '改名' },
      roles: [],
    })
  })

  test('of another zone makes its schedules due on the new clock, from now on', async () => {
    const one = await opened()
    const records = smallCommittee()
    records.groups = records.groups.map((group) => ({ ...group, zone: 'Europe/Berlin' }))
    one.clock.set('2026-11-23T04:00:00Z')
    await one.app.committees.importCommittee(records)
    // What the old clock owed on Monday is written already, and is not said once more on the new one.
    const [next] = (await one.app.schedules.of('WG8'))[0]?.next ?? []
    expect(next).toStrictEqual({
      at: new Date('2026-11-30T08:00:00Z'),
      on: '2026-11-30',
      nominalOn: '2026-11-30',
    })
  })
})

describe('standards', () => {
  const moves = async (one: Opened) =>
    one.store.standards.moves('WG8', new Date(0), new Date('2030-01-01T00:00:00Z'))

  test('twice the same change nothing and are no stage move', async () => {
    const one = await opened()
    const records = [standard('1'), standard('2')]
    expect(await one.app.committees.importStandards(records)).toMatchObject({ added: ['1', '2'] })
    expect(await one.app.committees.importStandards(records)).toStrictEqual({ ...nothing, unchanged: 2 })
    expect(await moves(one)).toStrictEqual([])
  })

  test('of another stage are a stage move, which the next digest tells once', async () => {
    const one = await opened()
    await one.app.committees.importStandards([standard('1'), standard('2')])
    one.clock.set('2026-11-25T00:00:00Z')
    await one.app.notices.planDue('digest')
    const changed = standard('1', { stage: '30', stageSince: '2026-11-24' })
    expect(await one.app.committees.importStandards([changed])).toStrictEqual({
      ...nothing,
      changed: ['1'],
      absent: ['2'],
      unchanged: 0,
    })
    const [wg8] = await one.app.notices.preview('digest', { group: 'WG8' })
    const move = { designation: 'GB/T 1-2026', from: '20', to: '30', on: '2026-11-24' }
    expect(wg8).toMatchObject({ say: true, slot: { on: '2026-11-27' }, content: { moves: [move] } })
    one.clock.set('2026-11-27T08:00:00Z')
    await one.app.notices.planDue('digest')
    await say(one)
    const [later] = await one.app.notices.preview('digest', {
      group: 'WG8',
      at: new Date('2026-12-04T08:00:00Z'),
    })
    expect(later).toMatchObject({ say: false, why: 'nothing-to-report', slot: { on: '2026-12-04' } })
  })

  test('with which a project goes on are a stage move of theirs', async () => {
    const one = await opened()
    const iso = { stages: 'iso' as const, project: '88134' }
    const cd = standard('cd', { ...iso, designation: 'ISO/IEC CD 27017', stage: '30.60' })
    const dis = standard('dis', {
      ...iso,
      designation: 'ISO/IEC DIS 27017',
      stage: '40.00',
      stageSince: '2026-11',
    })
    await one.app.committees.importStandards([cd])
    one.woken.splice(0)
    await one.app.committees.importStandards([cd, dis], { dryRun: true })
    expect([await moves(one), one.woken]).toStrictEqual([[], []])
    await one.app.committees.importStandards([cd, dis])
    expect(await moves(one)).toMatchObject([{ standard: 'dis', from: '30.60', to: '40.00', on: '2026-11' }])
    expect(one.woken).toStrictEqual(['plan-move-notices'])
    await one.app.committees.importStandards([cd, dis])
    expect(await moves(one)).toHaveLength(1)
  })

  test('whose other facts change are no stage move', async () => {
    const one = await opened()
    await one.app.committees.importStandards([standard('1')])
    await one.app.committees.importStandards([standard('1', { asOf: '2026-12', titles: { en: 'Renamed' } })])
    expect(await moves(one)).toStrictEqual([])
  })

  test('imported to try it out write neither standard nor move', async () => {
    const one = await opened()
    await one.app.committees.importStandards([standard('1')])
    const before = await everyRow(database)
    const report = await one.app.committees.importStandards([standard('1', { stage: '30' }), standard('2')], {
      dryRun: true,
    })
    expect(report).toMatchObject({ added: ['2'], changed: ['1'] })
    expect(await everyRow(database)).toStrictEqual(before)
  })

  test('are imported whole or not at all: a stage without its move would never be told', async () => {
    const one = await opened()
    await one.app.committees.importStandards([standard('1')])
    const before = await everyRow(database)
    const failed = withRefusedTable('stage_moves', one.store.workspace, () =>
      one.app.committees.importStandards([standard('0'), standard('1', { stage: '30' })]),
    )
    await expect(failed).rejects.toThrow('disk full')
    expect(await everyRow(database)).toStrictEqual(before)
    await one.app.committees.importStandards([standard('0'), standard('1', { stage: '30' })])
    expect(await moves(one)).toHaveLength(1)
  })
})

describe('assignments', () => {
  test('twice the same change nothing; an owner’s new name is no change of the assignment', async () => {
    const one = await opened()
    const records = [assignment('a', { dueOn: '2026-12-01' }), assignment('b')]
    expect(await one.app.committees.importAssignments(records)).toMatchObject({ added: ['a', 'b'] })
    const renamed = smallCommittee()
    renamed.members = renamed.members.map((member) => ({ ...member, names: { en: 'New Name' } }))
    await one.app.committees.importCommittee(renamed)
    expect(await one.app.committees.importAssignments(records)).toStrictEqual({ ...nothing, unchanged: 2 })
    expect(await one.app.assignments.list({})).toMatchObject({
      today: '2026-11-20',
      first: [{ id: 'a', owner: { names: { en: 'New Name' } } }, { id: 'b' }],
    })
  })

  test('imported to try it out write nothing', async () => {
    const one = await opened()
    const before = await everyRow(database)
    const report = await one.app.committees.importAssignments([assignment('a')], { dryRun: true })
    expect(report).toMatchObject({ added: ['a'] })
    expect(await everyRow(database)).toStrictEqual(before)
  })

  test('of which one refers to nobody are not imported at all', async () => {
    const one = await opened()
    const before = await everyRow(database)
    const nobody = assignment('b', { owner: { kind: 'member', id: 'nobody', names: {} } })
    await expect(one.app.committees.importAssignments([assignment('a'), nobody])).rejects.toThrow()
    expect(await everyRow(database)).toStrictEqual(before)
  })
})

test('what a service began and could not end is not there', async () => {
  const one = await opened()
  const before = await everyRow(database)
  const died = one.store.transaction(async (store) => {
    await store.assignments.put(assignment('a'))
    await store.standards.put(standard('1'))
    throw new Error('the process died')
  })
  await expect(died).rejects.toThrow('the process died')
  expect(await everyRow(database)).toStrictEqual(before)
})
