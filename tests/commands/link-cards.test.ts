import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../database.ts'
import { type Asker, type Desk, deskOn } from './desk.ts'

const { database } = await testDatabase()
let desk: Desk

beforeAll(async () => {
  desk = await deskOn(database, 'links', '2026-11-23T20:00:00Z')
})

const iso = 'https://www.iso.org/standard/88134.html'
const english: Asker = { member: 'linden', language: 'en' }

const share = (urls: unknown, who: Asker = english, channel = 'C1') =>
  desk.hear('link_shared', { channel, message_ts: '1.1', links: urls }, who)
const links = (...urls: string[]) => urls.map((url) => ({ domain: new URL(url).hostname, url }))

test('a link to a standard on record is shown as its card', async () => {
  const { kind, cards } = await share(links(iso))
  expect(kind).toBe('unfurl')
  expect(Object.keys(cards ?? {})).toEqual([iso])
  expect(cards?.[iso]).toContain('ISO/IEC 15408-1:2026')
})

test('in the language of the channel, whoever posted it, and else in the committee’s first', async () => {
  expect((await share(links(iso), { ...english, channelId: 'C-WG8' })).cards?.[iso]).toContain('当前阶段')
  expect((await share(links(iso), { language: 'zh-CN', channelId: 'C-SG1' })).cards?.[iso]).toContain(
    'Stage:',
  )
  expect((await share(links(iso), english)).cards?.[iso]).toContain('当前阶段')
})

test('what names nothing on record is left alone', async () => {
  const other = 'https://www.iso.org/standard/1.html'
  const rfc = 'https://datatracker.ietf.org/doc/rfc9420/'
  expect((await share(links(other, rfc, 'https://www.iso.org/committee/45306.html'))).kind).toBe('nothing')
  expect(Object.keys((await share(links(other, iso))).cards ?? {})).toEqual([iso])
})

test('two links to one text have one card', async () => {
  const again = 'https://www.iso.org/fr/standard/88134.html'
  expect(Object.keys((await share(links(iso, again))).cards ?? {})).toEqual([iso])
})

test('five cards are enough', async () => {
  const all = (await desk.app.standards.all()).flatMap(({ url }) => url ?? [])
  expect(Object.keys((await share(links(...all))).cards ?? {})).toHaveLength(5)
})

test('in person the link is answered as a question, and not shown a second time', async () => {
  expect((await share(links(iso), english, 'D1')).kind).toBe('nothing')
  const answer = await desk.hear('message.im', { channel: 'D1', ts: '2.1', text: `<${iso}>` }, english)
  expect(answer.words).toContain('ISO/IEC 15408-1:2026')
  expect((await desk.ask(`/standard ${iso}`, english)).words).toBe(answer.words)
})

test('a link that is not on record is said to be none, without guesses at its words', async () => {
  const { words } = await desk.ask('/standard https://www.iso.org/standard/1.html', english)
  expect(words).toBe(
    'Nothing on record is called “https://www.iso.org/standard/1.html”. Check the number, or try words of the title.',
  )
})

test.each([undefined, 'x', [7], [{ url: 7 }], []])(
  'what is no list of links is nothing: %j',
  async (given) => {
    expect((await share(given)).kind).toBe('nothing')
  },
)
