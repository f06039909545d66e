import { beforeAll, describe, expect, test } from 'vitest'
import { actions, shortcuts, slashCommands, submissions } from '../../commands/index.ts'
import { createApp } from '../../src/app.ts'
import type { Store } from '../../src/domain/store.ts'
import { seenBy } from '../../src/domain/viewing/seen-by.ts'
import { testDatabase } from '../database.ts'
import {
  choosing,
  completing,
  pressing,
  type Records,
  sending,
  sendingsOf,
  telling,
  typing,
  valuesOf,
} from './every-gesture.ts'
import { canary, type Gesturing, hiddenPage, houseOfRoles, made, parts, type Who } from './every-role.ts'

const { database } = await testDatabase()
let store: Store
let theirs: Records
beforeAll(async () => {
  store = await houseOfRoles(database, 'closed')
  const move = (await store.standards.proposedMoves()).find(({ standard }) => standard === 'hidden-project')
  theirs = { group: 'WG7', n: 9, standard: 'hidden', project: 'hidden-project', move: move?.id ?? 0 }
})

/** Of every kind that is neither of the closed group, nor answers for everything, nor owes anything in it. */
const outside: Who[] = ['stranger', 'observer', 'plain', 'colleague', 'convenor', 'standin', 'other']
/** The word of the group's texts, and what its standards, goals and work are called. */
const betrayed = new RegExp(`${canary}|77777|20267777|\\bg90?\\b|\\bw9\\b|\\ba90?\\b`, 'iu')

/** What of an answer tells of the closed group; whatever somebody has typed, their answer may say again. */
async function leaks(who: Who, gesture: Gesturing, said: string, channelId?: string): Promise<string[]> {
  const isAloud = channelId !== undefined
  const came = await made(store, who, gesture, isAloud ? { channelId } : {})
  return wordsIn(came, said)
}

function wordsIn(found: unknown, said: string): string[] {
  const texts: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value)
    else if (Array.isArray(value)) value.forEach(walk)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
  }
  walk(found)
  const echo = said.split(/[\s",:{}[\]]+/u).filter((word) => betrayed.test(word))
  return texts.filter((text) => betrayed.test(echo.reduce((left, word) => left.replaceAll(word, ''), text)))
}

/** Each command's usage, of this group's records instead, and as it stands. */
const lines = slashCommands
  .flatMap(({ usage }) => usage)
  .flatMap((line) => [
    line,
    line
      .replace('GB/T 43697', 'GB/T 77777')
      .replace('20262852-T-469', '20267777-T-469')
      .replace('WG8', 'WG7')
      .replace('a7', 'a9')
      .replace('g7', 'g9')
      .replace('w3', 'w9')
      .replace('data-security', canary.toLowerCase()),
  ])
const further = [
  `/standard ${canary}`,
  '/standard 77777',
  `/standard list ${canary}`,
  '/standard list wg:WG7',
  '/plan 2.2',
  '/plan g90',
  '/plan w9',
  '/plan changes g90',
  '/assignments a90',
  '/assignments @owner',
  '/assignments WG9',
  '/wg WG7',
]

describe('nothing of a closed group is in what somebody outside is answered', () => {
  test.each([...new Set([...lines, ...further])])('%s', async (line) => {
    for (const who of outside) expect([who, await leaks(who, typing(line), line)]).toEqual([who, []])
  })

  test.each(actions.map(({ id }) => id))('the button %s', async (id) => {
    for (const value of valuesOf(theirs)[id] ?? [])
      for (const who of outside)
        expect([who, await leaks(who, pressing(id, value), value)]).toEqual([who, []])
  })

  test.each(submissions.map(({ id }) => id))('the modal %s', async (id) => {
    for (const [meta, fields] of sendingsOf(theirs)[id] ?? []) {
      const said = JSON.stringify([meta, fields])
      for (const who of outside)
        expect([who, await leaks(who, sending(id, JSON.stringify(meta), fields), said)]).toEqual([who, []])
    }
  })

  const message = `GB/T 77777 and 20267777-T-469, ${canary}, ${hiddenPage}`
  test.each(shortcuts.map(({ id }) => id))('the shortcut %s', async (id) => {
    for (const who of outside)
      expect([who, await leaks(who, choosing(id, message), message)]).toEqual([who, []])
  })

  test.each<[string, Record<string, unknown>]>([
    ['app_home_opened', { tab: 'home' }],
    ['message.im', { text: 'GB/T 77777', channel: 'D0' }],
    ['message.im', { text: 'assignments WG7', channel: 'D0' }],
    ['app_mention', { text: '<@U0BOT> GB/T 77777', channel: 'C0WG8' }],
    ['app_mention', { text: '<@U0BOT> requirements', channel: 'C0WG8' }],
    ['link_shared', { links: [{ url: hiddenPage }], channel: 'C0WG8' }],
  ])('the event %s %j', async (type, event) => {
    for (const who of outside)
      expect([who, await leaks(who, telling(type, event), JSON.stringify(event), 'C0WG8')]).toEqual([who, []])
  })

  test.each([
    ['standard.choose', '7777'],
    ['standard.choose', canary],
    ['standard.choose', 'req'],
  ])('the menu %s of %s', async (id, typed) => {
    for (const who of outside) {
      let offered: unknown
      await made(
        store,
        who,
        completing(id, typed, (one) => {
          offered = one
        }),
      )
      expect([who, wordsIn(offered, '')]).toEqual([who, []])
    }
  })
})

describe('aloud, in a channel that is not its own', () => {
  test.each<Who>(['insider', 'secretariat', 'chair'])('nothing of it is said to %s either', async (who) => {
    for (const text of ['<@U0BOT> GB/T 77777', '<@U0BOT> assignments WG7', '<@U0BOT> plan g9']) {
      const gesture = telling('app_mention', { text, channel: 'C0WG8' })
      expect(await leaks(who, gesture, text, 'C0WG8')).toEqual([])
    }
    const links = { links: [{ url: hiddenPage }], channel: 'C0WG8' }
    expect(await leaks(who, telling('link_shared', links), '', 'C0WG8')).toEqual([])
  })

  test('but in its own', async () => {
    const links = { links: [{ url: hiddenPage }], channel: 'C0WG7' }
    const came = await made(store, 'insider', telling('link_shared', links), { channelId: 'C0WG7' })
    expect(JSON.stringify(came.reply)).toContain(canary)
  })
})

describe('its own members, and those who answer for everything', () => {
  test.each<Who>(['insider', 'secretariat', 'chair'])('%s sees it', async (who) => {
    for (const line of [
      '/standard GB/T 77777',
      '/assignments WG7',
      '/assignments a9',
      '/plan g9',
      '/plan 2.3',
    ])
      expect([line, JSON.stringify(await made(store, who, typing(line)))]).toEqual([
        line,
        expect.stringContaining(canary),
      ])
  })

  test('whoever owes something there sees that, and nothing else', async () => {
    const own = JSON.stringify(await made(store, 'owner', typing('/assignments')))
    expect(own).toContain(`Report ${canary}`)
    for (const line of ['/assignments a90', '/plan g9', '/standard GB/T 77777', '/assignments @colleague'])
      expect(wordsIn(await made(store, 'owner', typing(line)), line)).toEqual([])
    expect(JSON.stringify(await made(store, 'representative', typing('/assignments a90')))).toContain(canary)
  })
})

test('what is hidden is answered as what is not on record', async () => {
  const masked = (text: string) => text.replaceAll(/9|404|7{5}|8{5}/gu, 'n')
  const pairs: [string, string][] = [
    ['/standard GB/T 77777', '/standard GB/T 88888'],
    ['/assignments update a9 half', '/assignments update a404 half'],
    ['/plan g9', '/plan g404'],
    ['/plan w9', '/plan w404'],
    ['/assignments a9', '/assignments a404'],
  ]
  for (const [hidden, nothing] of pairs)
    for (const who of ['plain', 'convenor', 'stranger'] as const) {
      const [one, other] = [await made(store, who, typing(hidden)), await made(store, who, typing(nothing))]
      expect([hidden, who, masked(JSON.stringify(one))]).toEqual([hidden, who, masked(JSON.stringify(other))])
    }
})

test('that it is there, what it is called and that it is closed is all that is told of it', async () => {
  const { reply } = await made(store, 'plain', typing('/wg WG7'))
  expect(JSON.stringify(reply)).toContain('This group is closed')
  expect(JSON.stringify(reply)).not.toMatch(/Insider|wg7|09:00/u)
  const refused = await made(store, 'plain', typing('/wg schedule WG7 digest off'))
  expect(refused).toMatchObject({ refused: 'refused.closed-group' })
  const point = JSON.stringify(await made(store, 'plain', typing('/plan 2.3')))
  expect(point).toContain('A closed group works on it')
})

test('of what moves in it only those hear who see it, whoever follows it', async () => {
  let count = 0
  const app = createApp({ ...parts(store), newId: () => `m-${++count}` })
  await store.follows.add({
    member: 'other',
    kind: 'topic',
    value: canary.toLowerCase(),
    since: new Date(0),
    language: 'en',
  })
  await app.follows.planMoves()
  const heard = []
  for (const one of await store.notices.latest(100))
    if (one.kind === 'moves')
      for (const move of await store.notices.movesOf(one.id)) heard.push(`${one.member} ${move.standard}`)
  expect(heard.filter((one) => one.endsWith('hidden-project')).sort()).toEqual([
    'chair hidden-project',
    'insider hidden-project',
  ])
})

test('what somebody writes takes nothing from what they do not see', async () => {
  const before = await store.goals.byId('g7')
  if (before === undefined) throw new Error('g7')
  const shared = {
    ...before,
    id: 'g8',
    groups: [...before.groups, { group: 'WG7', state: 'accepted' as const }],
  }
  await store.goals.put(shared)
  const app = createApp(parts(store))
  const seen = await app.seenBy({ standing: undefined })
  expect((await seen.goals.byId('g8'))?.groups).toEqual(before.groups)
  const viewed = seenBy(store, { hidden: new Set(['WG7']) })
  await viewed.transaction(async (store) => {
    const goal = await store.goals.byId('g8')
    if (goal !== undefined) await store.goals.put({ ...goal, texts: { en: 'Changed' } })
  })
  expect(await store.goals.byId('g8')).toEqual({ ...shared, texts: { en: 'Changed' } })
  const hidden = await store.work.byId('w9')
  if (hidden === undefined) throw new Error('w9')
  await expect(viewed.work.put({ ...hidden, state: 'dropped' })).rejects.toThrow('w9 is not seen')
})

test('a standard that comes to be hidden is hidden from then on', async () => {
  const app = createApp(parts(store))
  const shown = async () =>
    (await (await app.seenBy({ standing: undefined })).standards.find('GB/T 90909')).kind
  expect(await shown()).toBe('one')
  const standard = await store.standards.byId('elsewhere')
  if (standard === undefined) throw new Error('elsewhere')
  await store.standards.put({ ...standard, group: 'WG7' })
  expect(await shown()).toBe('none')
  await store.standards.put(standard)
  expect(await shown()).toBe('one')
})
