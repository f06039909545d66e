import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { planOfferNotices } from '../../jobs/plan-offer-notices.ts'
import type { Language } from '../../src/domain/language/rules.ts'
import type { Member } from '../../src/domain/member/rules.ts'
import { plainText } from '../../src/views/plain-text.ts'
import { testDatabase } from '../database.ts'
import { doneBy } from '../done-by.ts'
import { channelOf, deliver, minute, type Outgoing, outgoing, secretariat } from './outgoing.ts'

const { database } = await testDatabase()
const year = 2026

let committees = 0
let bot: Outgoing
beforeEach(() => open('en'))
afterEach(() => bot.sandbox.close())

/** Lotus leads WG8, and reads that language, as the committee and the group do. */
async function open(language: Language): Promise<void> {
  bot = await outgoing(database, `offers-${++committees}`, ['WG8'], { secretariat: true })
  await bot.store.members.put({
    id: 'lotus',
    names: { en: 'Lotus Example', zh: '示例清荷' },
    slackId: 'U0LOTUS',
    language,
    roles: [{ role: 'convenor', group: 'WG8' }],
  })
  const committee = await bot.store.committee.get()
  const group = await bot.store.groups.byCode('WG8')
  if (committee === undefined || group === undefined) throw new Error('no committee')
  await bot.store.committee.put({ ...committee, languages: [language] })
  await bot.store.groups.put({ ...group, language })
  await bot.store.plans.put({
    year,
    names: { en: 'Key points' },
    areas: [
      {
        number: 1,
        names: { en: 'First' },
        points: [{ id: '2026-1.1', number: '1.1', texts: { en: 'Hold seminars.', zh: '举办研讨会。' } }],
      },
    ],
  })
}

async function offered(...goals: string[]): Promise<void> {
  for (const en of goals)
    await bot.app.goals.make(
      { year, texts: { en }, points: ['2026-1.1'], kinds: [], groups: ['WG8'] },
      doneBy('pine'),
    )
  await bot.app.goals.offer(year, doneBy('pine'))
}

async function tell(): Promise<void> {
  for (let nth = 0; nth < 3; nth++) {
    bot.pass(minute)
    await deliver(bot.app)
  }
}

const read = (channel: string) =>
  bot.sandbox.messages(channel).map(({ text, blocks }) => plainText({ text, blocks } as never))
const convenor = () => read('D0LOTUS')
const told = () => read(channelOf(secretariat))
const channel = () => read(channelOf('WG8'))
const accept = (goal: string) => bot.app.goals.answer(goal, 'WG8', { word: 'accept' }, doneBy('lotus'))

describe('goals that are offered', () => {
  test('are brought before the convenor once, with buttons, and before no channel', async () => {
    await offered('A seminar', 'A report')
    await tell()
    expect(convenor()).toEqual([expect.stringMatching(/2 goals of 2026 are offered to WG8/)])
    expect(convenor()[0]).toMatch(/\[Accept all 2\].*g1 A seminar\n> 1\.1 “Hold seminars\.”\n\[Accept\]/s)
    expect(told()).toEqual([expect.stringMatching(/0 accepted, 0 to be changed, 0 declined, 2 not answered/)])
    expect(channel()).toEqual([])
  })

  test('show each answer where they stand, and the channel hears once, when all is answered', async () => {
    await offered('A seminar', 'A report')
    await tell()
    await accept('g1')
    await tell()
    expect(convenor()).toEqual([expect.stringMatching(/1 waits for your answer.*accepted · Lotus Example/s)])
    expect(convenor()[0]).not.toContain('Accept all')
    expect(told()).toEqual([expect.stringMatching(/1 accepted, .*1 not answered/)])
    expect(channel()).toEqual([])
    await bot.app.goals.answer('g2', 'WG8', { word: 'decline', why: 'not ours' }, doneBy('lotus'))
    await tell()
    expect(convenor()).toEqual([expect.stringMatching(/All of it is answered/)])
    expect(convenor()[0]).not.toContain('[Accept]')
    expect(told()).toEqual([
      expect.stringMatching(/1 accepted, 0 to be changed, 1 declined, 0 not.*Why: not ours/s),
    ])
    expect(channel()).toEqual([expect.stringMatching(/WG8 has taken on 1 goal.*g1 A seminar/s)])
    expect(channel()[0]).not.toContain('A report')
  })

  test('that are changed and offered anew are told as a second whole', async () => {
    await offered('A seminar', 'A report')
    await tell()
    await accept('g1')
    await bot.app.goals.answer('g2', 'WG8', { word: 'ask-change', why: 'shorter' }, doneBy('lotus'))
    await tell()
    expect(told()).toEqual([expect.stringMatching(/What should be otherwise: shorter.*\/plan revise g2/s)])
    await bot.app.goals.revise(
      'g2',
      { texts: { en: 'A short report' } },
      { ...doneBy('pine'), why: 'shorter' },
    )
    await bot.app.goals.offer(year, doneBy('pine'))
    await tell()
    expect(convenor()).toHaveLength(2)
    expect(channel()).toHaveLength(1)
    await accept('g2')
    await tell()
    expect(channel()).toEqual([
      expect.stringMatching(/g1 A seminar/),
      expect.stringMatching(/g2 A short report/),
    ])
    expect(channel()[0]).not.toContain('g2')
  })

  test('that are given up before anybody heard are not asked about', async () => {
    await offered('A seminar')
    await bot.app.goals.end('g1', 'dropped', { ...doneBy('pine'), why: 'no money' })
    await tell()
    expect(convenor()).toEqual([])
    expect(channel()).toEqual([])
  })

  test('for a group that nobody leads tell the secretariat so, until it is answered', async () => {
    await bot.store.members.put({
      id: 'lotus',
      names: { en: 'Lotus Example' },
      slackId: 'U0LOTUS',
      roles: [],
    })
    await offered('A seminar')
    await tell()
    expect(convenor()).toEqual([])
    expect(told()).toEqual([expect.stringContaining('Nobody answers for WG8')])
    await accept('g1')
    await tell()
    expect(told()[0]).not.toContain('Nobody answers')
  })

  test('are told in Chinese where that is the language', async () => {
    await bot.sandbox.close()
    await open('zh-CN')
    await offered('A seminar')
    await tell()
    expect(convenor()).toEqual([expect.stringMatching(/2026年1项目标拟由WG8承担.*“举办研讨会。”.*\[接受\]/s)])
    expect(told()).toEqual([expect.stringContaining('WG8：2026年1项目标的答复')])
    await accept('g1')
    await tell()
    expect(channel()).toEqual([expect.stringContaining('WG8已承担2026年工作要点的1项目标')])
  })
})

describe('a goal that the group has', () => {
  const by = { ...doneBy('pine'), why: 'no money' }
  /** Offered, told of and accepted. */
  async function taken(...goals: string[]): Promise<void> {
    await offered(...goals)
    await tell()
    for (let nth = 1; nth <= goals.length; nth++) await accept(`g${nth}`)
    await tell()
  }
  const news = () => convenor().slice(1)

  test('and that is given up is told to its convenor once, with why and by whom; the channel hears nothing', async () => {
    await taken('A seminar')
    await bot.app.goals.end('g1', 'dropped', by)
    await tell()
    await tell()
    expect(news()).toEqual([
      expect.stringMatching(
        /WG8: 1 goal of 2026 is given up\nWhy: no money\nDecided by Pine Example, .*g1 A seminar.*\[Open\]/s,
      ),
    ])
    expect(channel()).toEqual([expect.stringMatching(/WG8 has taken on 1 goal.*g1 A seminar · given up/s)])
  })

  test('and that is changed is told with its words and its day before and after', async () => {
    await taken('A seminar')
    const texts = { en: 'Two seminars' }
    await bot.app.goals.revise('g1', { texts, dueOn: '2026-12-01' }, { ...by, why: 'more of it' })
    await tell()
    expect(news()).toEqual([
      expect.stringMatching(
        /1 goal of 2026 is changed.*g1 A seminar\n→\n> Two seminars\nBy: none → 1 Dec 2026/s,
      ),
    ])
    expect(news()[0]).toContain('WG8 accepted it before this change and keeps it.')
  })

  test('and that another group is to help with is no news', async () => {
    await taken('A seminar')
    await bot.store.groups.put({
      code: 'WG9',
      kind: 'WG',
      names: { en: 'Nine' },
      zone: 'Asia/Shanghai',
      language: 'en',
    })
    await bot.app.goals.revise('g1', { groups: ['WG8', 'WG9'] }, by)
    await tell()
    expect(news()).toEqual([])
  })

  test('and that ends with others in one gesture is told in one message', async () => {
    await taken('One', 'Two', 'Three')
    await bot.app.goals.endAll(['g1', 'g3'], 'closed', { ...by, why: 'all held' })
    await tell()
    expect(news()).toEqual([
      expect.stringMatching(/2 goals of 2026 are closed\nWhat was reached: all held.*g1 One.*g3 Three/s),
    ])
  })

  test('and that goes on in the next year is told with its new name and how far it had come', async () => {
    await taken('One', 'Two')
    await bot.store.plans.put({ year: year + 1, names: { en: 'Next' }, areas: [] })
    const carried = [
      { id: 'g1', points: [], share: 0.36, parts: [], owed: { done: 0, of: 0 }, kinds: [], going: [] },
      { id: 'g2', points: [], share: 0, parts: [], owed: { done: 0, of: 0 }, kinds: [], going: [] },
    ]
    await bot.app.goals.carry(carried, year + 1, by)
    await tell()
    expect(news()).toEqual([expect.stringMatching(/2 goals of 2026 go on in 2027/)])
    expect(news()[0]).toMatch(
      /g1 One\nIt goes on as g3 in 2027, and WG8 keeps it\. It had come to 36.% by then\..*g4 in 2027/s,
    )
  })

  test('is not told to whoever decided it', async () => {
    await taken('A seminar')
    await bot.app.goals.end('g1', 'dropped', { ...doneBy('lotus'), why: 'mine' })
    await tell()
    expect(news()).toEqual([])
  })

  test('is told in Chinese where that is the language', async () => {
    await bot.sandbox.close()
    await open('zh-CN')
    await taken('A seminar')
    await bot.app.goals.end('g1', 'dropped', { ...by, why: '经费不足' })
    await tell()
    expect(news()).toEqual([
      expect.stringMatching(/WG8：2026年1项目标已取消\n理由：经费不足.*Pine Example决定.*\[打开\]/s),
    ])
  })
})

describe('a goal that the group has not answered', () => {
  test('and that is given up or asked of it no more is told', async () => {
    await offered('One', 'Two', 'Three')
    await tell()
    await bot.app.goals.answer('g3', 'WG8', { word: 'ask-change', why: 'shorter' }, doneBy('lotus'))
    await bot.app.goals.end('g1', 'dropped', { ...doneBy('pine'), why: 'no money' })
    await bot.app.goals.revise('g2', { groups: [] }, { ...doneBy('pine'), why: 'not theirs' })
    await bot.app.goals.end('g3', 'dropped', { ...doneBy('pine'), why: 'too late' })
    await tell()
    const told = convenor().slice(1).join('\n')
    expect(told).toMatch(/g1 One\nWG8 is not asked about it any more\./)
    expect(told).toMatch(/g2 Two\nWG8 is not asked about it any more\./)
    expect(told).toMatch(/g3 Three\nWG8 had asked for a change of it\./)
  })

  test('and that is changed is told with its words, and still asks', async () => {
    await offered('One')
    await tell()
    await bot.app.goals.revise('g1', { texts: { en: 'Another' } }, { ...doneBy('pine'), why: 'clearer' })
    await tell()
    expect(convenor()).toHaveLength(2)
    expect(convenor()[0]).toMatch(/g1 Another.*\[Accept\]/s)
    expect(convenor()[1]).toMatch(/g1 One\n→\n> Another\nIt still waits for your answer/)
  })
})

describe('an offer that waits while the group gets another convenor', () => {
  const ask = () => planOfferNotices.perform(bot.app, {}, bot.app.now())
  const person = (id: string, slackId: string, roles: Member['roles']): Member => ({
    id,
    names: { en: `${id} Example` },
    slackId,
    roles,
  })

  test('is brought before the new one once, with what is left to answer', async () => {
    await offered('One', 'Two')
    await tell()
    await accept('g1')
    await ask()
    await tell()
    expect(convenor()).toHaveLength(1)
    await bot.store.members.put(person('lotus', 'U0LOTUS', []))
    await bot.store.members.put(person('plum', 'U0JASMINE', [{ role: 'convenor', group: 'WG8' }]))
    for (let nth = 0; nth < 2; nth++) {
      await ask()
      await tell()
    }
    expect(read('D0JASMINE')).toEqual([expect.stringMatching(/1 waits for your answer.*g2 Two.*\[Accept\]/s)])
    expect(convenor()).toHaveLength(1)
  })

  test('is brought before nobody anew where all is answered or has ended', async () => {
    await offered('One', 'Two')
    await tell()
    await accept('g1')
    await bot.app.goals.end('g2', 'dropped', { ...doneBy('pine'), why: 'no money' })
    await bot.store.members.put(person('plum', 'U0JASMINE', [{ role: 'convenor', group: 'WG8' }]))
    await ask()
    await tell()
    expect((await bot.store.notices.latest(100)).filter(({ member }) => member === 'plum')).toEqual([])
  })

  test('takes back what the secretariat was told, where nobody led the group', async () => {
    await bot.store.members.put(person('lotus', 'U0LOTUS', []))
    await offered('One')
    await tell()
    expect(told()).toEqual([expect.stringContaining('Nobody answers for WG8')])
    await bot.store.members.put(person('lotus', 'U0LOTUS', [{ role: 'convenor', group: 'WG8' }]))
    await ask()
    await tell()
    expect(convenor()).toHaveLength(1)
    expect(told()[0]).not.toContain('Nobody answers')
  })
})
