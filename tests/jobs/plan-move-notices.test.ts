import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { ZodError } from 'zod'
import { planMoveNotices } from '../../jobs/plan-move-notices.ts'
import type { App } from '../../src/app.ts'
import { distributeMoves } from '../../src/domain/follow/telling.ts'
import type { StageMove } from '../../src/domain/standard/rules.ts'
import { openDatabase } from '../../src/store/open-store.ts'
import { plainText } from '../../src/views/plain-text.ts'
import { testDatabase } from '../database.ts'
import { everyRow, standard } from '../domain/committee/small-committee.ts'
import { doneBy } from '../done-by.ts'
import {
  channelOf,
  day,
  deliver,
  hour,
  minute,
  type Outgoing,
  outgoing,
  second,
  secretariat,
} from './outgoing.ts'

const { url, database } = await testDatabase()
const post = 'chat.postMessage'

let committees = 0
let bot: Outgoing
beforeEach(async () => {
  bot = await outgoing(database, `moves-${++committees}`, ['WG8'], { secretariat: true })
  await bot.store.members.linkSlack('lotus', 'U0LOTUS')
  await bot.store.members.linkSlack('pine', 'U0PINE')
  for (const id of ['1', '2', '3']) await bot.store.standards.put(one(id))
  await follow('lotus', '1')
})
afterEach(() => bot.sandbox.close())

const one = (id: string, change = {}) => standard(id, { topics: ['ai'], ...change })

async function follow(member: string, id: string): Promise<void> {
  const found = await bot.store.standards.byId(id)
  if (found === undefined) throw new Error(`no standard ${id}`)
  await bot.app.follows.followStandard(doneBy(member), found, 'en')
}

/** Moves a standard, as it is put on record at once. */
async function move(id: string, to: string, change: Partial<StageMove> = {}): Promise<number> {
  const { store, app } = bot
  return store.transaction(async (store) => {
    const before = await store.standards.byId(id)
    if (before === undefined) throw new Error(`no standard ${id}`)
    if ((change.state ?? 'accepted') === 'accepted') await store.standards.put({ ...before, stage: to })
    return store.standards.addMove({
      standard: id,
      kind: 'move',
      from: before.stage,
      to,
      state: 'accepted',
      recordedAt: app.now(),
      ...change,
    })
  })
}

const plan = (app: App = bot.app) => planMoveNotices.perform(app, {}, app.now())

/** Writes what is to be told, and says it when it is due. */
async function tell(): Promise<void> {
  await plan()
  bot.pass(minute)
  await deliver(bot.app)
}

/** What a member has read. */
function read(person = 'LOTUS'): string[] {
  return bot.sandbox.messages(`D0${person}`).map(({ text, blocks }) => plainText({ text, blocks } as never))
}

async function notices(): Promise<string[]> {
  const all = await bot.store.notices.latest(50)
  return all
    .filter(({ kind }) => kind === 'moves')
    .map(({ member, state, reason = '' }) => `${member} ${state} ${reason}`.trim())
}

describe('a move is told to its followers in person', () => {
  test('once, with the key by which it is known again', async () => {
    const id = await move('1', '30')
    await tell()
    expect(read()).toEqual([expect.stringContaining('GB/T 1-2026')])
    expect(read()[0]).toMatch(/\(20\) → .*\(30\)/)
    expect(bot.sandbox.messages('D0LOTUS')[0]?.metadata).toEqual({
      event_type: 'rapporteur_notice',
      event_payload: { key: `${bot.app.workspace}/moves/lotus/${id}` },
    })
    for (let nth = 0; nth < 5; nth++) {
      bot.pass(hour)
      await tell()
    }
    expect(bot.calls(post)).toHaveLength(1)
    expect(await notices()).toEqual(['lotus sent'])
  })

  test('and to nobody in a channel before its digest', async () => {
    await move('1', '30')
    await tell()
    expect(bot.said('WG8')).toEqual([])
    expect(bot.said(secretariat)).toEqual([])
  })

  test('who follow it, each in their language', async () => {
    await bot.app.follows.followTopic(doneBy('pine'), 'ai', 'zh-CN')
    await move('1', '30')
    await tell()
    expect(read('LOTUS')[0]).toContain('A standard that you follow has moved')
    expect(read('PINE')[0]).toContain('您关注的 1 项标准变更了阶段')
    expect(bot.calls(post)).toHaveLength(2)
  })

  test('together once a week to whoever wants it so', async () => {
    await bot.app.hearing.set('lotus', { moves: 'weekly' }, { via: 'command', request: 'r' })
    await move('1', '30')
    await tell()
    expect(read()).toHaveLength(1)
    await move('1', '40')
    for (let days = 1; days <= 6; days++) {
      bot.pass(day)
      await tell()
    }
    expect(read()).toHaveLength(1)
    await move('1', '50')
    bot.pass(day)
    await tell()
    expect(read()).toHaveLength(2)
    expect(read()[1]).toContain('(50)')
  })

  test('not to whoever has switched it off, also where it was written before', async () => {
    await move('1', '30')
    await plan()
    await bot.app.hearing.set('lotus', { moves: 'off' }, { via: 'command', request: 'r-1' })
    bot.pass(minute)
    await deliver(bot.app)
    await move('1', '40')
    await tell()
    expect(read()).toEqual([])
    expect(await notices()).toEqual(['lotus withdrawn switched-off'])
    await bot.app.hearing.set('lotus', { moves: 'at-once' }, { via: 'command', request: 'r-2' })
    bot.pass(hour)
    await move('1', '50')
    await tell()
    expect(read()).toEqual([expect.stringMatching(/\(40\) → .*\(50\)/)])
  })

  test('but not to who recorded it', async () => {
    await follow('pine', '1')
    await move('1', '30', { by: 'pine' })
    await tell()
    expect(read('PINE')).toEqual([])
    expect(read('LOTUS')).toHaveLength(1)
  })

  test('from the moment on at which they began to follow', async () => {
    await move('2', '30')
    bot.pass(second)
    await follow('lotus', '2')
    await tell()
    expect(bot.calls(post)).toEqual([])
    await move('2', '40')
    await tell()
    expect(read()).toEqual([expect.stringMatching(/\(30\) → .*\(40\)/)])
  })

  test('not after they have ended it, though it was written before', async () => {
    await move('1', '30')
    await plan()
    expect(await notices()).toEqual(['lotus pending'])
    await bot.app.follows.unfollowStandard(doneBy('lotus'), one('1'))
    await tell()
    expect(bot.calls(post)).toEqual([])
    expect(await notices()).toEqual(['lotus withdrawn nothing-to-tell'])
  })

  test('of a further text of the same project', async () => {
    const iso = { stages: 'iso' as const, project: '88134' }
    await bot.store.standards.put(one('cd', { ...iso, designation: 'ISO/IEC CD 27017', stage: '30.60' }))
    await follow('lotus', 'cd')
    const dis = one('dis', { ...iso, designation: 'ISO/IEC DIS 27017', stage: '40.00' })
    await bot.app.committees.importStandards([dis])
    await tell()
    expect(read()).toEqual([expect.stringContaining('ISO/IEC DIS 27017')])
    expect(read()[0]).toMatch(/\(30\.60\) → .*\(40\.00\)/)
  })
})

describe('nothing is told before it is accepted', () => {
  test('and it is told when it is', async () => {
    await follow('pine', '1')
    await bot.store.members.put({ id: 'juniper', names: { en: 'Juniper Example' }, roles: [] })
    await follow('juniper', '1')
    const id = await move('1', '30', { state: 'proposed', by: 'juniper' })
    bot.pass(day)
    await tell()
    expect(bot.calls(post)).toEqual([])
    await bot.store.standards.put(one('1', { stage: '30' }))
    await bot.store.standards.decideMove(id, { state: 'accepted', by: 'pine', at: bot.app.now() })
    await tell()
    // Who has accepted it knows; who proposed it is answered.
    expect(read('LOTUS')).toHaveLength(1)
    expect(read('PINE')).toEqual([])
    expect(await notices()).toEqual(['lotus sent'])
  })

  test('nor ever where it is declined', async () => {
    const id = await move('1', '30', { state: 'proposed', by: 'pine' })
    await bot.store.standards.decideMove(id, { state: 'declined', by: 'pine', at: bot.app.now() })
    bot.pass(day)
    await tell()
    expect(bot.calls(post)).toEqual([])
    expect(await notices()).toEqual([])
  })
})

describe('what moves together is told together', () => {
  test('an import of 500 moves is one message with the first ones and a count', async () => {
    const many = Array.from({ length: 500 }, (_, index) => one(`m${index}`))
    await bot.app.committees.importStandards(many)
    await bot.app.follows.followTopic(doneBy('lotus'), 'ai', 'en')
    await bot.app.follows.followTopic(doneBy('pine'), 'ai', 'en')
    await bot.app.committees.importStandards(many.map((each) => ({ ...each, stage: '30' })))
    await tell()
    await tell()
    expect(bot.calls(post)).toHaveLength(2)
    expect(read()[0]).toContain('500 standards that you follow have moved')
    expect(read()[0]).toContain('and 490 more')
  })

  test('so is what follows within the minute, and within a quarter of an hour after', async () => {
    await bot.app.follows.followTopic(doneBy('lotus'), 'ai', 'en')
    await move('1', '30')
    await plan()
    bot.pass(30 * second)
    await move('2', '30')
    await plan()
    bot.pass(30 * second)
    await deliver(bot.app)
    expect(read()).toEqual([expect.stringContaining('2 standards that you follow have moved')])
    for (const to of ['40', '50', '60']) {
      bot.pass(minute)
      await move('3', to)
      await plan()
      await deliver(bot.app)
    }
    expect(read()).toHaveLength(1)
    bot.pass(15 * minute)
    await deliver(bot.app)
    expect(read()).toHaveLength(2)
    expect(read()[1]).toMatch(/GB\/T 3-2026[\s\S]*\(20\) → .*\(60\)/)
  })
})

describe('what is put right is not told wrongly', () => {
  test('where it was corrected before it was told', async () => {
    const wrong = await move('1', '40')
    await plan()
    await move('1', '30', { kind: 'correction', corrects: wrong, why: 'misread' })
    bot.pass(minute)
    // Nobody has planned it yet: whoever speaks looks first.
    await deliver(bot.app)
    expect(read()).toEqual([expect.stringMatching(/\(20\) → .*\(30\)/)])
    expect(read()[0]).not.toContain('(40)')
    await tell()
    bot.pass(day)
    await tell()
    expect(read()).toHaveLength(1)
  })

  test('nor at all, where nothing is left of it', async () => {
    const wrong = await move('1', '30')
    await plan()
    await move('1', '20', { kind: 'correction', corrects: wrong })
    await tell()
    bot.pass(day)
    await tell()
    expect(bot.calls(post)).toEqual([])
    expect(await notices()).toEqual(['lotus withdrawn nothing-to-tell'])
  })

  test('and a correction of what was told is told as one, with its reason', async () => {
    const wrong = await move('1', '40')
    await tell()
    await move('1', '30', { kind: 'correction', corrects: wrong, why: 'misread the list' })
    bot.pass(hour)
    await tell()
    expect(read()[1]).toMatch(/was put right[\s\S]*Corrected: .*\(40\) → .*\(30\)/)
    expect(read()[1]).toContain('misread the list')
  })
})

describe('whatever dies in between, each move is told once', () => {
  test('planning twice writes once, in this process or another', async () => {
    const other = await openDatabase(url)
    onTestFinished(() => other.close())
    const beside = bot.beside(other)
    await move('1', '30')
    await Promise.all([plan(), plan(beside), plan(), plan(beside)])
    expect(await notices()).toEqual(['lotus pending'])
    const before = await everyRow(database)
    await plan(beside)
    expect(await everyRow(database)).toEqual(before)
    bot.pass(minute)
    await Promise.all([deliver(bot.app), deliver(beside)])
    expect(bot.calls(post)).toHaveLength(1)
  })

  test('a process that dies while it plans has written nothing, and another writes all', async () => {
    await follow('pine', '2')
    await move('1', '30')
    await move('2', '30')
    let count = 0
    const newId = () => {
      if (++count > 1) throw new Error('died')
      return 'n-dead'
    }
    const dying = bot.store.transaction((store) => distributeMoves(store, { now: bot.app.now, newId }))
    await expect(dying).rejects.toThrow('died')
    expect(await notices()).toEqual([])
    await tell()
    expect([read('LOTUS'), read('PINE')].map(({ length }) => length)).toEqual([1, 1])
  })

  test('a process that dies between planning and saying loses nothing', async () => {
    await move('1', '30')
    await plan()
    bot.pass(minute)
    // It has taken it up, and is gone.
    expect((await bot.app.deliveries.claim(10)).claimed).toMatchObject([{ kind: 'moves', member: 'lotus' }])
    await deliver(bot.app)
    expect(read()).toEqual([])
    // What it may have said is looked for, and said a minute after it can't be under way any more.
    bot.pass(minute)
    await deliver(bot.app)
    bot.pass(2 * minute)
    await deliver(bot.app)
    expect(read()).toHaveLength(1)
    expect(await notices()).toEqual(['lotus sent'])
  })

  test('a message whose answer was lost is found in the conversation with its member', async () => {
    bot.sandbox.faults.add({ kind: 'lost_reply', method: post })
    await move('1', '30')
    await tell()
    expect(await notices()).toEqual([expect.stringContaining('lotus sending')])
    bot.pass(5 * second)
    await deliver(bot.app)
    expect(await notices()).toEqual(['lotus sent'])
    expect(bot.calls('conversations.open')).toMatchObject([{ effect: true, args: { users: 'U0LOTUS' } }])
    expect(bot.calls(post)).toHaveLength(1)
  })

  test('what moved while it was not known whether it was said comes after it, once', async () => {
    bot.sandbox.faults.add({ kind: 'cut', method: post })
    const wrong = await move('1', '40')
    await tell()
    expect(await notices()).toEqual([expect.stringContaining('lotus sending')])
    await move('1', '30', { kind: 'correction', corrects: wrong })
    await plan()
    expect(await notices()).toHaveLength(2)
    for (let nth = 0; nth < 5; nth++) {
      bot.pass(minute)
      await deliver(bot.app)
    }
    bot.pass(hour)
    await deliver(bot.app)
    // It was cut off before Slack took it: the message that is said again says what is right by now.
    expect(read()).toEqual([expect.stringMatching(/\(20\) → .*\(30\)/)])
    expect((await notices()).sort()).toEqual(['lotus sent', 'lotus withdrawn superseded'])
  })
})

describe('a member who can’t be spoken to', () => {
  test('because Slack does not know them yet is waited for, and then told what is so', async () => {
    await bot.store.members.put({
      id: 'oriole',
      names: { en: 'Oriole' },
      email: 'linden@example.org',
      roles: [],
    })
    await follow('oriole', '1')
    await move('1', '30')
    await tell()
    expect(await notices()).toContainEqual('oriole pending no-slack-id')
    for (let nth = 0; nth < 12; nth++) {
      bot.pass(day)
      await tell()
    }
    await move('1', '40')
    await plan()
    expect((await notices()).filter((line) => line.startsWith('oriole'))).toEqual([
      'oriole pending no-slack-id',
    ])
    await bot.app.members.linkUsers([{ slackId: 'U0LINDEN', email: 'linden@example.org' }])
    bot.pass(hour)
    await deliver(bot.app)
    expect(read('LINDEN')).toEqual([expect.stringMatching(/\(20\) → .*\(40\)/)])
    expect(bot.said(secretariat)).toEqual([])
  })

  test('because Slack refuses is reported once, and what moves meanwhile waits with it', async () => {
    bot.sandbox.faults.add({
      kind: 'error',
      error: 'user_disabled',
      method: post,
      channel: 'D0LOTUS',
      times: 1,
    })
    await move('1', '30')
    await tell()
    for (const to of ['40', '50']) {
      bot.pass(day)
      await move('1', to)
      await tell()
    }
    expect(await notices()).toEqual(['lotus failed user_disabled'])
    const asked = bot.said(secretariat).map(({ text }) => text)
    expect(asked).toEqual([expect.stringContaining('Lotus Example · stage moves')])
    expect(JSON.stringify(bot.said(secretariat)[0]?.blocks)).toContain(
      'speak to Lotus Example (user_disabled)',
    )
    const [failed] = await bot.store.notices.latest(1, 'failed')
    await bot.app.decisions.make(failed?.id ?? '', 'retry', { ...doneBy('pine') })
    bot.pass(2 * second)
    await deliver(bot.app)
    expect(read()).toEqual([expect.stringMatching(/\(20\) → .*\(50\)/)])
    expect(bot.calls(post).filter(({ args }) => args.channel === channelOf(secretariat))).toHaveLength(1)
  })
})

test.each([[null], [{ standard: '1' }], ['']])('refuses the payload %j', async (payload) => {
  await expect(async () => planMoveNotices.perform(bot.app, payload, bot.app.now())).rejects.toThrow(ZodError)
})
