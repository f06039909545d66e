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
