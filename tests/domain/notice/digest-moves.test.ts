import { beforeEach, describe, expect, test } from 'vitest'
import { byOperator } from '../../../src/domain/audit/rules.ts'
import type { DeliveryOutcome } from '../../../src/domain/notice/rules.ts'
import type { StageMove } from '../../../src/domain/standard/rules.ts'
import { testDatabase } from '../../database.ts'
import { type Opened, openCommittee, standard } from '../committee/small-committee.ts'

const { database } = await testDatabase()

let count = 0
let one: Opened
/** The digest comes on Fridays at 16:00 in Shanghai, 08:00 in London. */
beforeEach(async () => {
  one = await openCommittee(database, `digest-moves-${++count}`, '2026-11-16T00:00:00Z')
  await one.store.standards.put(standard('1'))
})

async function move(at: string, from: string, to: string, change: Partial<StageMove> = {}): Promise<number> {
  return one.store.standards.addMove({
    standard: '1',
    kind: 'move',
    from,
    to,
    state: 'accepted',
    recordedAt: new Date(at),
    ...change,
  })
}

const refused: DeliveryOutcome = { kind: 'refused', error: 'is_archived', forGood: true }

/** What WG8's digest at that moment tells of moves; nothing where there is none. */
async function digest(at: string, outcome?: DeliveryOutcome): Promise<string[]> {
  const { app, clock } = one
  clock.set(at)
  await app.notices.planDue('digest')
  const { claimed } = await app.deliveries.claim(20)
  const told: string[] = []
  for (const notice of claimed) {
    const facts = await app.deliveries.facts(notice)
    if (facts.say && 'content' in facts.told && facts.told.content.kind === 'digest')
      told.push(
        ...facts.told.content.moves.map(
          ({ from, to, kind }) => `${from}>${to}${kind === 'correction' ? ' corrected' : ''}`,
        ),
      )
    const said = { kind: 'said' as const, channelId: `C-${notice.group}`, ts: `${Date.parse(at) / 1_000}.1` }
    await app.deliveries.settle(notice, outcome ?? said, [])
  }
  return told
}

const friday = '2026-11-20T08:00:00Z'
const nextFriday = '2026-11-27T08:00:00Z'
const thirdFriday = '2026-12-04T08:00:00Z'

describe('the digest tells a move', () => {
  test('of its week, once', async () => {
    await move('2026-11-18T00:00:00Z', '20', '30')
    await move('2026-11-20T08:00:01Z', '30', '40')
    expect(await digest(friday)).toEqual(['20>30'])
    expect(await digest(nextFriday)).toEqual(['30>40'])
    expect(await digest(thirdFriday)).toEqual([])
  })

  test('when it is accepted, and not before', async () => {
    const id = await move('2026-11-18T00:00:00Z', '20', '30', { state: 'proposed' })
    await move('2026-11-18T00:00:00Z', '20', '50', { state: 'declined' })
    expect(await digest(friday)).toEqual([])
    await one.store.standards.decideMove(id, {
      state: 'accepted',
      by: undefined,
      at: new Date('2026-11-25T00:00:00Z'),
    })
    expect(await digest(nextFriday)).toEqual(['20>30'])
  })

  test('that one before it could not be said', async () => {
    await move('2026-11-18T00:00:00Z', '10', '20')
    expect(await digest(friday)).toEqual(['10>20'])
    await move('2026-11-25T00:00:00Z', '20', '30')
    expect(await digest(nextFriday, refused)).toEqual(['20>30'])
    await move('2026-12-02T00:00:00Z', '30', '40')
    expect(await digest(thirdFriday)).toEqual(['20>30', '30>40'])
    expect(await digest('2026-12-11T08:00:00Z')).toEqual([])
  })

  test('that one before it would have told, had the bot not been down', async () => {
    expect(await digest(friday)).toEqual([])
    await move('2026-11-25T00:00:00Z', '20', '30')
    expect(await digest(thirdFriday)).toEqual(['20>30'])
  })

  test('of four weeks at most', async () => {
    expect(await digest(friday)).toEqual([])
    await move('2026-11-25T00:00:00Z', '20', '30')
    await move('2026-12-15T00:00:00Z', '30', '40')
    expect(await digest('2026-12-25T08:00:00Z')).toEqual(['30>40'])
  })

  test('in the hour that the week is longer when the clocks are put back', async () => {
    const berlin = await one.app.groups.called('WG8')
    if (berlin === undefined) throw new Error('no group')
    await one.store.groups.put({ ...berlin, zone: 'Europe/Berlin' })
    await one.store.schedules.put({
      group: 'WG8',
      kind: 'digest',
      cron: '0 16 * * 5',
      zone: 'Europe/Berlin',
      activeSince: new Date('2026-10-20T00:00:00Z'),
    })
    // 16:00 was 14:00Z on 23 October and is 15:00Z a week later.
    await move('2026-10-22T00:00:00Z', '10', '20')
    expect(await digest('2026-10-23T14:00:00Z')).toEqual(['10>20'])
    await move('2026-10-23T14:30:00Z', '20', '30')
    expect(await digest('2026-10-30T15:00:00Z')).toEqual(['20>30'])
  })

  test('once, where it comes every day, as one that was set of old goes on to', async () => {
    await one.store.schedules.put({
      group: 'WG8',
      kind: 'digest',
      cron: '0 16 * * *',
      zone: 'Asia/Shanghai',
      activeSince: new Date('2026-11-16T00:00:00Z'),
    })
    await move('2026-11-18T00:00:00Z', '20', '30')
    expect(await digest('2026-11-18T08:00:00Z')).toEqual(['20>30'])
    expect(await digest('2026-11-19T08:00:00Z')).toEqual([])
    expect(await digest('2026-11-20T08:00:00Z')).toEqual([])
  })

  test('also when it was told by hand in between', async () => {
    await move('2026-11-17T00:00:00Z', '20', '30')
    const group = await one.app.groups.called('WG8')
    if (group === undefined) throw new Error('no group')
    one.clock.set('2026-11-18T00:00:00Z')
    await one.app.notices.sendNow('digest', group, { ...byOperator, request: 'r-1' })
    expect(await digest('2026-11-18T00:00:01Z')).toEqual(['20>30'])
    expect(await digest(friday)).toEqual(['20>30'])
  })
})

describe('a correction', () => {
  test('of what was told is told as one', async () => {
    const wrong = await move('2026-11-18T00:00:00Z', '20', '40')
    expect(await digest(friday)).toEqual(['20>40'])
    await move('2026-11-24T00:00:00Z', '40', '30', { kind: 'correction', corrects: wrong })
    expect(await digest(nextFriday)).toEqual(['40>30 corrected'])
  })

  test('of what was not told yet leaves what is right', async () => {
    const wrong = await move('2026-11-18T00:00:00Z', '20', '40')
    await move('2026-11-19T00:00:00Z', '40', '30', { kind: 'correction', corrects: wrong })
    expect(await digest(friday)).toEqual(['20>30'])
  })

  test('that takes a move back leaves nothing to report', async () => {
    const wrong = await move('2026-11-18T00:00:00Z', '20', '30')
    await move('2026-11-19T00:00:00Z', '30', '20', { kind: 'correction', corrects: wrong })
    expect(await digest(friday)).toEqual([])
    expect(await one.store.notices.find('digest', 'WG8', '2026-11-20')).toMatchObject({
      state: 'withdrawn',
      reason: 'nothing-to-report',
    })
  })
})
