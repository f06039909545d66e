import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Language } from '../../src/domain/language/rules.ts'
import { plainText } from '../../src/views/plain-text.ts'
import { testDatabase } from '../database.ts'
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
      'pine',
    )
  await bot.app.goals.offer(year, 'pine')
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
const accept = (goal: string) => bot.app.goals.answer(goal, 'WG8', { word: 'accept' }, 'lotus')

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
    await bot.app.goals.answer('g2', 'WG8', { word: 'decline', why: 'not ours' }, 'lotus')
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
    await bot.app.goals.answer('g2', 'WG8', { word: 'ask-change', why: 'shorter' }, 'lotus')
    await tell()
    expect(told()).toEqual([expect.stringMatching(/What should be otherwise: shorter.*\/plan revise g2/s)])
    await bot.app.goals.revise('g2', { texts: { en: 'A short report' } }, { member: 'pine', why: 'shorter' })
    await bot.app.goals.offer(year, 'pine')
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
    await bot.app.goals.end('g1', 'dropped', { member: 'pine', why: 'no money' })
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
