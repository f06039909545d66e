import { describe, expect, it } from 'vitest'
import { formatAddress, parseAddress } from '../../../src/sandbox/page/client/address.ts'
import { recallCommand, rememberCommand } from '../../../src/sandbox/page/client/command-history.ts'
import { unreadCount } from '../../../src/sandbox/page/client/read-marks.ts'
import {
  emptyWorkspace,
  nextWorkspace,
  threadOf,
  topLevel,
} from '../../../src/sandbox/page/client/workspace-state.ts'
import { completionsFor } from '../../../src/sandbox/page/parts/completions.ts'
import { initials } from '../../../src/sandbox/page/parts/initials.ts'
import { messageRows } from '../../../src/sandbox/page/parts/message-rows.ts'
import { peopleGroups } from '../../../src/sandbox/page/parts/people-groups.ts'
import type { PageState, SandboxMessage } from '../../../src/sandbox/protocol.ts'

const message = (ts: string, more: Partial<SandboxMessage> = {}): SandboxMessage => ({
  channel: 'C1',
  ts,
  user: 'U1',
  text: ts,
  ...more,
})
const user = (id: string, handle: string, name: string, title: string, isBot = false) => ({
  ...{ id, handle, name, title, isBot },
  ...{ locale: 'en', zone: 'UTC' },
})
const users = [
  user('U0', 'rapporteur', 'Rapporteur', '', true),
  user('U1', 'anna', 'Anna Berg', 'Convenor, WG 1 · DIN'),
  user('U2', 'zhou', '周敏', '秘书处 · TC260'),
  user('U3', 'li', 'Li Na', 'Expert · CESI'),
]

describe('nextWorkspace', () => {
  it('keeps messages in order, each once, whatever order they come in', () => {
    let workspace = emptyWorkspace
    for (const ts of ['1700000000.000200', '1700000000.000100', '1700000000.000200', '999999999.000300'])
      workspace = nextWorkspace(workspace, { type: 'message', message: message(ts) })
    expect(workspace.messages.C1?.map(({ ts }) => ts)).toEqual([
      '999999999.000300',
      '1700000000.000100',
      '1700000000.000200',
    ])
    workspace = nextWorkspace(workspace, { type: 'message_deleted', channel: 'C1', ts: '999999999.000300' })
    expect(workspace.messages.C1).toHaveLength(2)
  })

  it('tells a thread from the conversation', () => {
    const held = [message('1.1'), message('2.1', { threadTs: '1.1' }), message('3.1', { threadTs: '3.1' })]
    expect(topLevel(held).map(({ ts }) => ts)).toEqual(['1.1', '3.1'])
    expect(threadOf(held, '1.1').map(({ ts }) => ts)).toEqual(['1.1', '2.1'])
  })
})

it('counts what others said since, but not what only oneself sees', () => {
  const held = [
    message('1.1'),
    message('2.1', { user: 'U2' }),
    message('3.1', { user: 'U0', ephemeral: true }),
  ]
  expect(unreadCount(held, 'U1', undefined)).toBe(1)
  expect(unreadCount(held, 'U2', '1.1')).toBe(0)
  expect(unreadCount(held, 'U3', '1.1')).toBe(1)
})

it('divides days by the clock of the person, and groups one author for five minutes', () => {
  const at = (iso: string, more = {}) => message(`${Date.parse(iso) / 1000}.000100`, more)
  const said = [
    at('2026-11-22T15:58:00Z'),
    at('2026-11-22T16:01:00Z'),
    at('2026-11-22T16:05:00Z'),
    at('2026-11-22T16:06:00Z', { ephemeral: true }),
    at('2026-11-22T16:20:00Z'),
  ]
  const shape = (zone: string) =>
    messageRows(said, zone).map((row) => (row.kind === 'day' ? row.day : row.startsGroup))
  expect(shape('UTC')).toEqual(['2026-11-22', true, false, false, true, true])
  expect(shape('Asia/Shanghai')).toEqual(['2026-11-22', true, '2026-11-23', true, false, true, true])
})

it.each(['/?as=U1#C1', '/?as=U1#D1/home', '/?as=U1#C1/1700000000.000100', '/', '/?as=U1'])(
  'reads back the address %s',
  (path) => {
    const { search, hash } = new URL(path, 'http://localhost')
    expect(formatAddress(parseAddress(search, hash))).toBe(path)
  },
)

it('groups people by what their titles say, and finds them by any word of it', () => {
  const shape = (typed: string) => peopleGroups(users, typed).map(({ role, people }) => [role, people[0]?.id])
  expect(shape('')).toEqual([
    ['secretariat', 'U2'],
    ['convenors', 'U1'],
    ['members', 'U3'],
  ])
  expect(shape('din')).toEqual([['convenors', 'U1']])
  expect(shape('rapporteur')).toEqual([])
})

it('writes initials', () => {
  expect(
    ['Anna Berg', '周敏', '欧阳震华', 'Madonna', 'Jean-Luc Picard'].map((name) => initials(name, 2)),
  ).toEqual([...['AB', '周敏', '震华', 'M', 'JP']])
})

describe('completionsFor', () => {
  const page: PageState = {
    team: { id: 'T', name: 'T' },
    users,
    channels: [],
    commands: [
      { command: '/assign', description: 'Give a task', usageHint: '@who' },
      { command: '/standard', description: 'Where a standard stands', usageHint: '' },
    ],
    shortcuts: [],
    bot: { userId: 'U0', name: 'Rapporteur', online: true },
  }
  const texts = (text: string, inThread = false) =>
    completionsFor(text, text.length, page, inThread)?.items.map((item) => item.text) ?? []
  it.each([
    ['/', ['/assign ', '/standard ']],
    ['/st', ['/standard ']],
    ['/task', ['/assign ']],
    ['/assign ', []],
    ['say /st', []],
    ['hello @an', ['@anna ']],
    ['请，@周', ['@zhou ']],
    ['a@an', []],
    ['@', ['@anna ', '@zhou ', '@li ', '@rapporteur ']],
  ])('%s', (text, expected) => {
    expect(texts(text)).toEqual(expected)
  })
  it('offers no commands in a thread', () => {
    expect(texts('/st', true)).toEqual([])
  })
})

it('recalls commands backwards and forwards, each once', () => {
  for (const line of ['/a', '/b', '/a']) rememberCommand('U1', line)
  expect(recallCommand('U1', '', -1)).toBe('/a')
  expect(recallCommand('U1', '/a', -1)).toBe('/b')
  expect(recallCommand('U1', '/b', -1)).toBeNull()
  expect(recallCommand('U1', '/b', 1)).toBe('/a')
  expect(recallCommand('U1', '/a', 1)).toBe('')
  expect(recallCommand('U2', '', -1)).toBeNull()
})
