import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Language } from '../../src/domain/language/rules.ts'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { everyRow } from '../domain/committee/small-committee.ts'
import { type Asker, type Desk, deskOn, type Outcome } from './desk.ts'

const { database } = await testDatabase()
/** Friday evening in Shanghai. */
const now = '2026-11-27T10:00:00Z'
const pine: Asker = { member: 'pine' }
const convenor: Asker = { member: 'lotus' }
const reason = { why: 'the vote is still open' }

let desk: Desk
let count = 0
/** A project of its own for each test, in the second stage, its plan issued on 1 July 2025. */
let id: string
let name: string

beforeAll(async () => {
  desk = await deskOn(database, 'recording', now)
})
beforeEach(() => planned('recording'))

async function planned(workspace: string): Promise<void> {
  count += 1
  id = `plan-${count}`
  name = `${20250000 + count}-T-469`
  await createStore(database, workspace).standards.put({
    id,
    designation: name,
    otherNames: [],
    titles: { zh: `示例要求之${count}`, en: `Sample requirements ${count}` },
    stages: 'gb',
    stage: '20',
    stageSince: '2025-08-01',
    plannedOn: '2025-07-01',
    asOf: '2026-11-01',
    source: 'the portal',
    group: 'WG8',
    replaces: [],
    twins: [],
    topics: [],
    history: [],
  })
}

/** The committee so many days later. */
async function later(days: number): Promise<Desk> {
  const other = await deskOn(database, `later-${days}`, now)
  await planned(`later-${days}`)
  other.pass(days * 86_400_000)
  return other
}

/** Nothing at all was written. */
async function refused(work: () => Promise<Outcome>): Promise<Outcome> {
  const before = await everyRow(database)
  const outcome = await work()
  expect(outcome.kind).toBe('refused')
  expect(await everyRow(database)).toStrictEqual(before)
  return outcome
}

const onRecord = async () => (await desk.app.standards.card(id))?.standard
const values = (outcome: Outcome) =>
  (outcome.message?.blocks ?? []).flatMap((block) =>
    block.type === 'actions' ? block.elements.map((one) => ('value' in one ? `${one.value}` : '')) : [],
  )

describe('who may', () => {
  const stranger: [string, Asker][] = [
    ['a stranger', {}],
    ['a member', { member: 'jasmine' }],
    ['another group’s convenor', { member: 'plum' }],
  ]
  const lines = () => [
    `/standard record ${name} 30`,
    `/standard record ${name}`,
    `/standard correct ${name} 10 because so`,
    `/standard target ${name} 2027-01-01`,
    `/standard extend ${name} 2027-06-30 because so`,
    '/standard proposals',
  ]
  test.each(stranger)('not %s', async (_who, who) => {
    for (const line of lines()) expect((await refused(() => desk.ask(line, who))).why).toMatch(/^refused\./)
    const meta = JSON.stringify({ standard: id, seen: '20' })
    const sent = () => desk.send('stage.record', meta, { stage: '30', day: '2026-11-27' }, who)
    expect((await refused(sent)).why).toMatch(/^refused\./)
    expect((await refused(() => desk.press('proposal.accept', '1', who))).why).toBe('refused.secretariat')
  })

  test('the group’s convenor, but neither corrects, extends nor decides', async () => {
    for (const line of [2, 4, 5].map((i) => lines()[i]))
      expect(await refused(() => desk.ask(line ?? '', convenor))).toMatchObject({
        why: line === lines()[5] ? 'refused.chair-or-secretariat' : 'refused.secretariat',
      })
    for (const button of ['proposal.accept', 'proposal.accept-asked', 'proposal.ask-decline'])
      expect(await refused(() => desk.press(button, '1', convenor))).toMatchObject({
        why: 'refused.secretariat',
      })
    const declined = () => desk.send('proposal.decline', JSON.stringify({ proposal: '1' }), reason, convenor)
    expect(await refused(declined)).toMatchObject({ why: 'refused.secretariat' })
  })
})

test('the secretariat records a stage in one line, and the card follows', async () => {
  const told = await desk.ask(`/standard record ${name} 征求意见 on 2026-11-20`, pine)
  expect(told.words).toBe(`Recorded: ${name} is at Public comment stage (30), since 20 Nov 2026.`)
  expect(await onRecord()).toMatchObject({ stage: '30', stageSince: '2026-11-20' })
  const { words } = await desk.ask(`/standard ${name}`)
  expect(words).toContain('Public comment stage (30)')
  // On record in the committee's language, and told in the reader's.
  expect((await onRecord())?.source).toBe('示例青松')
  expect(words).toContain('source: Pine Sample')
  expect((await desk.ask(`/standard ${name}`, { language: 'zh-CN' })).words).toContain('来源：示例青松')
  // 60 days of comment end after the limit, so the day to ask for an extension comes first.
  expect(words).toContain('Wed 2 Dec: last day to ask for an extension of the limit')
})

test('what is not the usual way needs its reason', async () => {
  expect(await refused(() => desk.ask(`/standard record ${name} 40`, pine))).toMatchObject({
    why: 'record.needs-reason',
  })
  const told = await desk.ask(`/standard record ${name} 40 because the record had missed it`, pine)
  expect(told.words).toContain('Not the usual way; your reason stands beside it.')
})

test('a convenor’s word waits, and the secretariat accepts it by a button', async () => {
  const told = await desk.ask(`/standard record ${name} 30`, convenor)
  expect(told.words).toContain('once the secretariat accepts it')
  expect((await onRecord())?.stage).toBe('20')
  expect(await refused(() => desk.ask(`/standard record ${name} 30`, convenor))).toMatchObject({
    why: 'record.already-proposed',
  })
  const list = await desk.ask('/standard proposals', pine)
  expect(list.words).toContain('Proposed by Lotus Sample')
  const [entry = '', other] = values(list)
  expect(other).toBe(entry)
  const decided = await desk.press('proposal.accept', entry, pine)
  expect([decided.kind, decided.text]).toStrictEqual([
    'replace',
    `Accepted: ${name} is now at Public comment stage (30). No stage move waits for the secretariat.`,
  ])
  expect((await onRecord())?.stage).toBe('30')
  for (const button of ['proposal.ask-decline', 'proposal.accept-asked'])
    expect((await desk.press(button, entry, pine)).text).toContain('That was decided already')
})

test('or declines it with a reason, and both stand in the journal', async () => {
  await desk.ask(`/standard record ${name} 30`, convenor)
  const [entry = ''] = values(await desk.ask('/standard proposals', pine))
  const { view } = await desk.press('proposal.ask-decline', entry, pine)
  const meta = view?.private_metadata ?? ''
  expect((await desk.send('proposal.decline', meta, reason, pine)).text).toContain('Declined.')
  expect((await desk.send('proposal.decline', meta, reason, pine)).text).toContain('decided already')
  expect((await desk.ask(`/standard history ${name}`)).words).toMatch(/declined by .*the vote is still open/)
})

test('in the message that asks, one press accepts it', async () => {
  await desk.ask(`/standard record ${name} 30`, convenor)
  const [entry = ''] = values(await desk.ask('/standard proposals', pine))
  expect((await desk.press('proposal.accept-asked', entry, pine)).kind).toBe('nothing')
  expect((await onRecord())?.stage).toBe('30')
})

test.each(['', '0', '-1', '1.5', 'x', '99999999999999999999'])(
  'a forged proposal %j is refused',
  async (value) => {
    expect(await refused(() => desk.press('proposal.accept', value, pine))).toMatchObject({
      why: 'refused.outdated-button',
    })
  },
)

describe('a modal asks for what was not said', () => {
  const meta = () => JSON.stringify({ standard: id, seen: '20' })
  const filled = { stage: '30', day: '2026-11-20', why: '' }

  test('and offers the next stage', async () => {
    const { view } = await desk.ask(`/standard record ${name}`, pine)
    expect(view?.private_metadata).toBe(meta())
    const [, stage] = view?.blocks ?? []
    expect(stage).toMatchObject({ element: { initial_option: { value: '30' } } })
  })

  test('and records what it was told', async () => {
    expect((await desk.send('stage.record', meta(), filled, pine)).words).toContain('Recorded:')
    expect(await onRecord()).toMatchObject({ stage: '30', stageSince: '2026-11-20' })
  })

  test('and tells whoever comes second what has happened meanwhile', async () => {
    await desk.send('stage.record', meta(), filled, pine)
    const second = await refused(() => desk.send('stage.record', meta(), filled, convenor))
    expect(second.why).toBe('record.changed')
    expect(second.words).toContain('has come to Public comment stage (30) (recorded by')
  })

  test.each([
    [{ ...filled, stage: '40' }, { why: 'record.needs-reason' }],
    [{ ...filled, day: '2026-11-28' }, { day: 'record.day-ahead' }],
    [{ ...filled, day: '2025-07-31' }, { day: 'record.day-too-early' }],
    [{ ...filled, stage: '35' }, { stage: 'record.not-a-stage' }],
    [{ ...filled, day: '2026-02-30' }, { day: 'modal.unfit' }],
    [{ ...filled, why: 'x'.repeat(501) }, { why: 'modal.too-long' }],
  ])('and marks the field that does not hold: %j', async (fields, faults) => {
    const sent = () => desk.send('stage.record', meta(), fields, pine)
    expect((await refused(sent)).fields).toStrictEqual(faults)
  })

  test.each(['{}', JSON.stringify({ standard: 'gone', seen: '20' }), JSON.stringify({ standard: 'plan-1' })])(
    'and takes no forged view: %s',
    async (forged) => {
      const { why } = await refused(() => desk.send('stage.record', forged, filled, pine))
      expect(['refused.outdated-button', 'standard.gone']).toContain(why)
    },
  )
})

describe('a correction', () => {
  test('stands on record with its reason, and the wrong entry beside it', async () => {
    await desk.ask(`/standard record ${name} 50 because told so`, pine)
    const told = await desk.ask(`/standard correct ${name} 30 on 2026-11-20 because misheard`, pine)
    expect(told.words).toContain(
      `Corrected, and on record with your name and reason: ${name} is at Public comment`,
    )
    const { words } = await desk.ask(`/standard history ${name}`)
    expect(words).toContain('corrected 50 → Public comment stage (30)')
    expect(words).toContain('→ Approval stage (50)')
    expect(words).toContain('why: misheard')
  })

  test('is read in Chinese as Chinese is written', async () => {
    await desk.ask(`/standard 更正 ${name} 30 于2026年11月22日因会议纪要有误`, pine)
    expect(await onRecord()).toMatchObject({ stage: '30', stageSince: '2026-11-22' })
    expect((await desk.ask(`/standard history ${name}`)).words).toContain('why: 会议纪要有误')
  })

  test('of the day alone leaves the stage', async () => {
    await desk.ask(`/standard correct ${name} on 2025-08-15 because the letter says so`, pine)
    expect(await onRecord()).toMatchObject({ stage: '20', stageSince: '2025-08-15' })
  })

  test.each([
    ['/standard correct', 'correct.ask'],
    ['/standard correct NAME 30', 'correct.ask-why'],
    ['/standard correct NAME because so', 'correct.ask'],
    ['/standard correct NAME 20 because so', 'record.nothing-new'],
    ['/standard correct NAME 35 because so', 'record.no-such-stage'],
    ['/standard correct NAME 30 on 2025-06-30 because so', 'record.day-too-early'],
    ['/standard correct NAME 20 on 30 Jun 2025 because so', 'record.day-too-early'],
  ])('%s is refused: %s', async (line, why) => {
    expect((await refused(() => desk.ask(line.replace('NAME', name), pine))).why).toBe(why)
  })
})

test('a correction before what it follows is told of that', async () => {
  await desk.ask(`/standard record ${name} 30 on 2026-11-20`, pine)
  const said = async (day: string, language: Language = 'en') => {
    const line = `/standard correct ${name} 30 on ${day} because so`
    return (await refused(() => desk.ask(line, { ...pine, language }))).words
  }
  expect(await said('2025-07-30')).toBe(
    '30 Jul 2025 is before the day on which it came to an earlier stage (1 Aug 2025).',
  )
  expect(await said('2025-07-30', 'zh-CN')).toBe('2025年7月30日早于它进入较早阶段的日期（2025年8月1日）。')
  const back = `/standard correct ${name} 20 on 2025-06-30 because so`
  expect((await refused(() => desk.ask(back, pine))).words).toBe(
    '30 Jun 2025 is before the day on which its plan was issued (1 Jul 2025).',
  )
})

test('a correction whose day nobody knows says nothing of a day', async () => {
  const told = await desk.ask(`/standard correct ${name} 95 because it was withdrawn`, pine)
  expect(told.words).toContain('is at Withdrawal stage (95). The entry before it')
  const zh = await desk.ask(`/standard correct ${name} 50 because so`, { ...pine, language: 'zh-CN' })
  expect(zh.words).toContain('处于批准阶段（50）。原有记录')
})

test('the history says what declined a proposal and ended a target without a word', async () => {
  await desk.ask(`/standard target ${name} 2026-12-20`, convenor)
  await desk.ask(`/standard record ${name} 30 on 2026-11-19`, convenor)
  await desk.ask(`/standard record ${name} 30 on 2026-11-20`, pine)
  const { words } = await desk.ask(`/standard history ${name}`)
  expect(words).toMatch(/declined by .* · The secretariat has recorded this stage itself, with another day/)
  expect(words).toMatch(/20 Dec 2026 → none, by .* · ended with the stage for which it was set/)
})

test('what is not on record is named without the stage behind it', async () => {
  const none = async (typed: string) =>
    (await refused(() => desk.ask(`/standard record ${typed}`, pine))).words
  for (const stage of ['40', '征求意见', '35', '40.20'])
    expect(await none(`GB/T 88888 ${stage}`)).toContain('is called “GB/T 88888”.')
  expect(await none('GB/T 88888')).toContain('is called “GB/T 88888”.')
  expect(await none('wholly unknown words')).toContain('is called “wholly unknown words”.')
})

describe('a target', () => {
  test('is the convenor’s to set, move and take back; the limit stays', async () => {
    const set = await desk.ask(`/standard target ${name} 2027-03-01`, convenor)
    expect(set.words).toContain('Mind the limit: Fri, 1 Jan 2027')
    expect(await refused(() => desk.ask(`/standard target ${name} 2026-12-15`, convenor))).toMatchObject({
      why: 'target.needs-reason',
    })
    const moved = await desk.ask(`/standard target ${name} 2026-12-15 because it goes well`, convenor)
    expect(moved.words).toBe(`The target of ${name} for its next stage is now Tue, 15 Dec 2026.`)
    const { words } = await desk.ask(`/standard ${name}`)
    expect(words).toContain('Target: Tue 15 Dec · 18 days left, 12 working days')
    expect((await desk.ask(`/standard 目标 ${name} 无 因 试点停止`, convenor)).words).toContain(
      'no target any more',
    )
    expect((await desk.ask(`/standard history ${name}`)).words).toContain('why: it goes well')
    const again = await desk.ask(
      `/standard target ${name} on ${/\w+, .*\d/.exec(moved.words)?.[0]}`,
      convenor,
    )
    expect(again.words).toBe(moved.words)
  })

  test.each([
    ['/standard target', 'target.ask'],
    ['/standard target NAME', 'target.ask'],
    ['/standard target NAME 2026-12', 'record.no-day'],
    ['/standard target NAME 2026-11-26', 'target.past'],
    ['/standard target NAME 2127-03-01', 'target.too-far'],
    ['/standard target NAME none', 'target.nothing-new'],
  ])('%s is refused: %s', async (line, why) => {
    expect((await refused(() => desk.ask(line.replace('NAME', name), pine))).why).toBe(why)
  })
})

describe('an extension', () => {
  test('moves the limit, and says so', async () => {
    const told = await desk.ask(`/standard extend ${name} 2027-06-30 because a second comment period`, pine)
    expect(told.words).toBe(
      `On record: the limit of ${name} is now Wed, 30 Jun 2027; the extension was asked for today.`,
    )
    expect((await desk.ask(`/standard ${name}`)).words).toContain('30 Jun 2027: extended limit')
  })

  test('that comes late is told to be late', async () => {
    const tardy = await later(10)
    const told = await tardy.ask(`/standard extend ${name} 2027-06-30 because so`, pine)
    expect(told.words).toContain('later than 30 days before the limit (Wed, 2 Dec 2026)')
  })

  test.each([
    ['/standard extend NAME 2027-06-30', 'extend.ask'],
    ['/standard extend NAME because so', 'extend.ask'],
    ['/standard extend NAME 2026-12-31 because so', 'extend.not-later'],
    ['/standard extend NAME 3026-01-01 because so', 'extend.too-far'],
    ['/standard extend GB/T 43697 2027-06-30 because so', 'extend.no-limit'],
  ])('%s is refused: %s', async (line, why) => {
    expect((await refused(() => desk.ask(line.replace('NAME', name), pine))).why).toBe(why)
  })
})

describe('the card and the history', () => {
  test('tell a frozen project plainly, in both languages', async () => {
    const frozen = await later(40)
    const { words } = await frozen.ask(`/standard ${name}`)
    expect(words).toContain('Over its limit: the project counts as frozen.')
    expect(words).toContain('5 days ago: limit for handing in the approval file, 18 months from the plan')
    const zh = await frozen.ask(`/standard ${name}`, { language: 'zh-CN' })
    expect(zh.words).toContain('项目视为冻结')
  })

  test('are opened by the card’s button', async () => {
    const pressed = await desk.press('history.show', id)
    expect(pressed.words).toContain('Dates that run')
    expect(await refused(() => desk.press('history.show', 'gone'))).toMatchObject({ why: 'standard.gone' })
  })
})

test.each([
  ['/standard record', 'record.ask'],
  ['/standard record GB/T 99999 30', 'standard.none'],
  ['/standard record GB/T 18336 30', 'record.which'],
  ['/standard record NAME 35', 'record.no-such-stage'],
  ['/standard record NAME 30 on 2026-11-31', 'record.no-day'],
  ['/standard record NAME 30 on 2026-12-01', 'record.day-ahead'],
  ['/standard record NAME 30 on 2025-07-31', 'record.day-too-early'],
  ['/standard record NAME 20', 'record.needs-reason'],
  ['/standard history', 'standard.ask-for-name'],
  ['/standard history GB/T 99999', 'standard.none'],
])('%s is refused: %s', async (line, why) => {
  expect((await refused(() => desk.ask(line.replace('NAME', name), pine))).why).toBe(why)
})
