import { beforeAll, describe, expect, test } from 'vitest'
import { texts } from '../../src/texts/texts.ts'
import { testDatabase } from '../database.ts'
import { type Asker, type Desk, deskOn } from './desk.ts'

const { database } = await testDatabase()
let desk: Desk

beforeAll(async () => {
  desk = await deskOn(database, 'spoken', '2026-11-23T20:00:00Z')
})

const jasmine: Asker = { member: 'jasmine', language: 'zh-CN' }
let count = 0
const said = (text: string) => ({ channel: 'C1', ts: `${++count}.000100`, text })

describe.each([
  ['app_mention', (text: string) => said(`<@U0BOT> ${text}`)],
  ['message.im', said],
] as const)('%s', (type, event) => {
  test.each([
    ['GB/T 43697', '/standard GB/T 43697'],
    ['数据分类分级', '/standard 数据分类分级'],
    ['where does GB/T 43697 stand?', '/standard where does GB/T 43697 stand?'],
    ['密码', '/standard 密码'],
    ['GB/T 99999', '/standard GB/T 99999'],
    ['assignments', '/assignments'],
    ['任务 WG8', '/assignments WG8'],
    ['wg WG8', '/wg WG8'],
    ['wg8', '/wg WG8'],
    ['help', '/rapporteur help'],
    ['help wg schedule', '/rapporteur help wg schedule'],
    ['standard', '/standard'],
    ['assignments nobody-of-that-name', '/assignments nobody-of-that-name'],
    ['wg send reminder WG3', '/wg send reminder WG3'],
    ['wg8-02', '/assignments wg8-02'],
    ['wg8-02?', '/assignments wg8-02'],
    ['show wg8-02', '/assignments show wg8-02'],
    ['history wg8-02', '/assignments history wg8-02'],
    ['wg8-02 history', '/assignments history wg8-02'],
    ['历史wg8-02', '/assignments history wg8-02'],
    ['why wg8-02?', '/assignments why wg8-02'],
    ['done wg8-02?', '/assignments done wg8-02?'],
    ['wg8-02 完成了吗', '/assignments 完成 wg8-02?'],
    ['granted wg8-02', '/assignments grant wg8-02'],
    ['overdue', '/assignments overdue'],
    ['Overdue?', '/assignments overdue'],
    ['逾期', '/assignments 逾期'],
    ['overdue tasks', '/assignments overdue'],
    ['WG8 逾期任务', '/assignments WG8 overdue'],
    ['WG8 tasks', '/assignments WG8'],
    ['due this week', '/assignments due this week'],
    ['WG8 due 2w', '/assignments WG8 due 2w'],
    ['本周到期', '/assignments due this week'],
    ['本周到期的任务', '/assignments due this week'],
    ['我的任务', '/assignments 我的'],
    ['我的逾期任务', '/assignments 我的 逾期'],
    ['my assignments', '/assignments me'],
    ['show me my overdue assignments', '/assignments my overdue'],
    ['请假', '/rapporteur away'],
    ['away', '/rapporteur away'],
    ['away some time', '/rapporteur away some time'],
    // No assignment is called so, and no standard.
    ['accept wg8-99', '/assignments accept wg8-99'],
    ['acept wg8-02', '/assignments acept wg8-02'],
    // Words that a verb of assignments begins with, or a narrowing of the list, and that go on as a title does.
    ['report', '/standard report'],
    ['change of records', '/standard change of records'],
    ['new energy', '/standard new energy'],
    ['due diligence', '/standard due diligence'],
    ['overdue payments', '/standard overdue payments'],
    ['task analysis', '/standard task analysis'],
    ['leave management', '/standard leave management'],
    ['history of GB/T 43697', '/standard history of GB/T 43697'],
    ['完成数据分类分级', '/standard 完成数据分类分级'],
    ['报告 数据分类分级', '/standard 报告 数据分类分级'],
    ['my GB/T 43697', '/standard my GB/T 43697'],
  ])('%j is answered as %s', async (text, command) => {
    const spoken = await desk.hear(type, event(text), jasmine)
    expect(spoken).toEqual(await desk.ask(command, jasmine))
    expect(spoken.kind).not.toBe('nothing')
  })

  test('what asks nothing is told how to ask', async () => {
    const { kind, text } = await desk.hear(type, event(''), jasmine)
    expect([kind, text]).toEqual(['ephemeral', texts('zh-CN')('spoken.how')])
  })

  test('one message is answered once, however often it is told of and edited', async () => {
    const first = event('GB/T 43697')
    expect((await desk.hear(type, first)).kind).toBe('ephemeral')
    expect((await desk.hear(type, { ...first, edited: { user: 'U1', ts: '9.1' } })).kind).toBe('nothing')
    expect((await desk.hear(type, { ...first, channel: 'C2' })).kind).toBe('ephemeral')
  })

  test('what is no text is told how to ask too', async () => {
    const { text } = await desk.hear(type, { channel: 'C1', ts: `${++count}.1`, text: 7 })
    expect(text).toBe(texts('en')('spoken.how'))
  })
})

describe('in plain words something is done, once', () => {
  let at = 0
  const lotus: Asker = { member: 'lotus' }
  const jasmineInPerson: Asker = { member: 'jasmine' }
  const fresh = () => deskOn(database, `spoken-${++at}`, '2026-11-23T01:00:00Z')
  test.each([
    ['message.im', 'accept wg8-02', 'accept'],
    ['message.im', 'I’ve ignored', undefined],
    ['message.im', 'accepted: wg8-02', 'accept'],
    ['message.im', '接受 wg8-02', 'accept'],
    ['message.im', '已接受wg8-02', 'accept'],
    ['message.im', 'wg8-02 accept', 'accept'],
    ['message.im', 'please accept wg8-02', 'accept'],
    ['message.im', 'WG8-02 done', 'finish'],
    ['message.im', '请把wg8-02转交给WG8', 'give'],
    ['message.im', 'update wg8-02 GB/T 43697 was compared', 'update'],
    ['app_mention', '<@U0BOT> accept wg8-02', 'accept'],
    ['app_mention', '<@U0BOT> 接受 wg8-02', 'accept'],
  ])('%s: %s', async (type, text, what) => {
    desk = await fresh()
    const heard = said(text)
    await desk.hear(type, heard, jasmineInPerson)
    await desk.hear(type, heard, jasmineInPerson)
    const deeds = (await desk.app.assignments.history('wg8-02')).filter(({ via }) => via === 'spoken')
    expect(deeds.map((deed) => deed.what)).toEqual(what === undefined ? [] : [what])
  })

  test.each([
    ['请假 12月1日', '2026-12-01', '2026-12-01'],
    ['away 2026-12-01', '2026-12-01', '2026-12-01'],
    ['Away until Friday', '2026-11-23', '2026-11-27'],
    ['on leave 1 to 3 December', '2026-12-01', '2026-12-03'],
    ['vacation for 3 days from Monday', '2026-11-23', '2026-11-25'],
    ['明天请假', '2026-11-24', '2026-11-24'],
  ])('%s', async (text, from, until) => {
    desk = await fresh()
    expect((await desk.hear('message.im', said(text), lotus)).kind).toBe('ephemeral')
    expect((await desk.app.absences.of('lotus')).own).toMatchObject([{ from, until }])
  })

  test('what a form asks for is shown as a command', async () => {
    desk = await fresh()
    const { text } = await desk.hear('message.im', said('decline wg8-02'), jasmineInPerson)
    expect(text).toBe(texts('en')('spoken.type-command', { command: '/assignments decline wg8-02' }))
  })
})

test('what opens a form is shown the command for it', async () => {
  const convenor: Asker = { member: 'lotus', language: 'en' }
  expect((await desk.ask('/standard record GB/T 43697', convenor)).kind).toBe('modal')
  const { kind, text } = await desk.hear('app_mention', said('<@U0BOT> standard record GB/T 43697'), convenor)
  expect(kind).toBe('ephemeral')
  expect(text).toBe(texts('en')('spoken.type-command', { command: '/standard record GB/T 43697' }))
})

test.each([
  ['', 'nothing'],
  ['这是新的标准清单', 'nothing'],
  ['is GB/T 43697 in it?', 'ephemeral'],
])('what is said along with a file, %j, is answered with %s', async (text, kind) => {
  const dropped = { ...said(text), channel: 'D1', files: [{ id: 'F1' }] }
  expect((await desk.hear('message.im', dropped, jasmine)).kind).toBe(kind)
})

test.each([
  ['GB/T 43697', true],
  ['密码', undefined],
  ['GB/T 99999', undefined],
  ['assignments', undefined],
  ['wg WG8', undefined],
  ['help', undefined],
])('whether all may see the answer to %j: %s', async (text, forAll) => {
  expect((await desk.hear('app_mention', said(`<@U0BOT> ${text}`), jasmine)).forAll).toBe(forAll)
})
