import { beforeAll, describe, expect, test } from 'vitest'
import { bareQuestion } from '../../src/contract/bare-question.ts'
import { testDatabase } from '../database.ts'
import { everyRow } from '../domain/committee/small-committee.ts'
import { type Asker, type Desk, deskOn } from './desk.ts'

const { database } = await testDatabase()
let desk: Desk

beforeAll(async () => {
  desk = await deskOn(database, 'asked-about', '2026-11-23T01:00:00Z')
})

/** Whoever owes it, whoever leads the group, whoever does neither, and nobody whom the committee knows. */
const everybody: Asker[] = [{ member: 'jasmine' }, { member: 'lotus' }, { member: 'cedar' }, {}]

describe('what is but a question', () => {
  test.each([
    '?',
    '？',
    ' ? ',
    '??',
    '？！',
    'yet?',
    'already ?',
    'or not?',
    '吗？',
    '了吗?',
    '吗',
    '了没有？',
  ])('%j', (text) => {
    expect(bareQuestion.test(text.trim())).toBe(true)
  })
  test.each(['', 'the draft?', 'yet', '草案？', 'https://example.org/?', '没有'])('%j is more', (text) => {
    expect(bareQuestion.test(text)).toBe(false)
  })
})

describe('a question changes nothing', () => {
  test.each([
    ['done wg8-02?', 'done', '完成'],
    ['done wg8-02 ？', 'done', '完成'],
    ['finished wg8-02 yet?', 'done', '完成'],
    ['wg8-02 done?', 'done', '完成'],
    ['wg8-02 done ?', 'done', '完成'],
    ['wg8-02: done yet?', 'done', '完成'],
    ['完成 wg8-02？', 'done', '完成'],
    ['完成wg8-02吗', 'done', '完成'],
    ['wg8-02完成了吗？', 'done', '完成'],
    ['wg8-02 已完成？', 'done', '完成'],
    ['accept wg8-02?', 'accept', '接受'],
    ['decline wg8-02?', 'decline', '退回'],
    ['give wg8-02?', 'give', '转交'],
    ['update wg8-02?', 'update', '进展'],
    ['block wg8-02?', 'block', '受阻'],
    ['unblock wg8-02?', 'unblock', '恢复'],
    ['extend wg8-02?', 'extend', '延期'],
    ['grant wg8-02?', 'grant', '同意'],
    ['deny wg8-02?', 'deny', '驳回'],
    ['withdraw wg8-02?', 'withdraw', '撤销'],
  ])('%s', async (words, verb, zh) => {
    const before = await everyRow(database, desk.app.workspace)
    for (const who of everybody) {
      const told = await desk.ask(`/assignments ${words}`, who)
      expect([told.kind, told.words]).toEqual(['ephemeral', expect.stringContaining('Assignment wg8-02')])
      expect(told.text).toContain(`\`/assignments ${verb} wg8-02\``)
      const inChinese = await desk.ask(`/assignments ${words}`, { ...who, language: 'zh-CN' })
      expect(inChinese.text).toContain(
        `未做任何更改；该任务目前情况如下。如需执行，请写 \`/assignments ${zh} wg8-02\``,
      )
    }
    expect(await everyRow(database, desk.app.workspace)).toStrictEqual(before)
  })

  test('of what can’t be done it is not said how', async () => {
    const { text } = await desk.ask('/assignments reopen wg8-02?', { member: 'lotus' })
    expect(text).toContain('nothing has changed')
    expect(text).not.toContain('To do it')
  })

  test.each(['wg8-02?', 'wg8-02 ？', 'show wg8-02?', '查看 wg8-02？'])('%s is shown', async (words) => {
    const shown = await desk.ask(`/assignments ${words}`, { member: 'cedar' })
    expect(shown).toStrictEqual(await desk.ask('/assignments wg8-02', { member: 'cedar' }))
  })

  test('of what is not on record it is said that it is not', async () => {
    expect((await desk.ask('/assignments accept wg8-99?', { member: 'lotus' })).why).toBe(
      'assignment.unknown',
    )
  })
})

test.each(['wg8-02 dnoe?', 'dnoe wg8-02?', 'dnoe wg8-02 ？'])(
  'a verb that may be meant is offered without the question: %s',
  async (words) => {
    const { why, text } = await desk.ask(`/assignments ${words}`, { member: 'lotus' })
    expect([why, text]).toEqual([
      'assignment.unknown-verb-but',
      expect.stringContaining('`/assignments done wg8-02`'),
    ])
  },
)

test('what is said with a question mark is still said', async () => {
  await desk.ask('/assignments update wg8-02 who has the draft?', { member: 'jasmine' })
  expect((await desk.ask('/assignments wg8-02')).words).toContain('who has the draft?')
})
