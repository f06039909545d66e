import { beforeEach, describe, expect, test } from 'vitest'
import type { Notice, NoticeState } from '../../src/domain/notice/rules.ts'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { everyRow } from '../domain/committee/small-committee.ts'
import { newNotice } from '../store/records.ts'
import { type Asker, type Desk, deskOn } from './desk.ts'

const { database } = await testDatabase()
const now = '2026-11-23T20:00:00Z'
const secretary = { member: 'pine' }

let desk: Desk
let count = 0
/** A committee with a reminder of WG8 in every state, each of a day of its own. */
beforeEach(async () => {
  count += 1
  desk = await deskOn(database, `decisions-${count}`, now)
  const { notices } = createStore(database, `decisions-${count}`)
  const states = ['ambiguous', 'failed', 'sent', 'withdrawn', 'sending', 'pending'] as const
  for (const [index, state] of states.entries()) {
    desk.pass(2_000)
    await notices.add(newNotice(state, index + 2))
    if (state === 'pending') continue
    const [claimed] = await notices.claim(desk.app.now(), 60_000, { say: 1, look: 0, edit: 0 })
    if (claimed === undefined) throw new Error(`${state} was not claimed`)
    if (state !== 'sending')
      await notices.settle(state, claimed.claim, {
        state,
        reason: 'is_archived',
        uncertainSince: desk.app.now(),
      })
  }
})

async function known(id: string): Promise<Notice | undefined> {
  return desk.app.notices.byId(id)
}

/** Nothing at all was written. */
async function unchanged<T>(work: () => Promise<T>): Promise<T> {
  const before = await everyRow(database)
  const result = await work()
  expect(await everyRow(database)).toStrictEqual(before)
  return result
}

const buttons = ['notice.keep', 'notice.retry', 'notice.ask-drop'] as const
const meta = (notice: string) => JSON.stringify({ notice })

describe('a decision is for the secretariat', () => {
  const others: [string, Asker][] = [
    ['the group’s own convenor', { member: 'lotus' }],
    ['its deputy', { member: 'oriole' }],
    ['the chair', { member: 'cedar' }],
    ['a member', { member: 'jasmine' }],
    ['a stranger', {}],
  ]
  test.each(others)('and not for %s', async (_who, who) => {
    for (const button of buttons)
      expect(await unchanged(() => desk.press(button, 'ambiguous', who)), button).toMatchObject({
        kind: 'refused',
        why: 'refused.secretariat',
      })
    const sent = () => desk.send('notice.drop', meta('ambiguous'), { why: 'no reason' }, who)
    expect(await unchanged(sent)).toMatchObject({ kind: 'refused', why: 'refused.secretariat' })
  })
})

test.each([
  ['notice.keep', 'ambiguous', { state: 'sent' }, 'keep'],
  ['notice.retry', 'ambiguous', { state: 'sending', attempts: 0, mayRepeat: true }, 'retry'],
  ['notice.retry', 'failed', { state: 'pending', attempts: 0, mayRepeat: false }, 'retry'],
] as const)('%s of what is %s is put on record', async (button, id, expected, word) => {
  // Whoever tries again is told so: the button may stand there unchanged.
  const kind = button === 'notice.retry' ? 'ephemeral' : 'nothing'
  expect(await desk.press(button, id, secretary)).toMatchObject({ kind })
  expect(await known(id)).toMatchObject(expected)
  const decision = await createStore(database, `decisions-${count}`).decisions.of(id)
  expect(decision).toStrictEqual({ notice: id, word, member: 'pine', at: desk.app.now() })
})

describe('letting go', () => {
  test.each(['ambiguous', 'failed', 'pending'])('of what is %s asks why, and does it then', async (id) => {
    const opened = await unchanged(() => desk.press('notice.ask-drop', id, secretary))
    expect(opened).toMatchObject({
      kind: 'modal',
      view: { callback_id: 'notice.drop', private_metadata: meta(id) },
    })
    const why = '已在会上口头通知'
    const sent = await desk.send(
      'notice.drop',
      opened.view?.private_metadata ?? '',
      { why: ` ${why}\n` },
      secretary,
    )
    expect(sent).toMatchObject({ kind: 'nothing' })
    expect(await known(id)).toMatchObject({ state: 'withdrawn', reason: 'dropped' })
    const decision = await createStore(database, `decisions-${count}`).decisions.of(id)
    expect(decision).toStrictEqual({ notice: id, word: 'drop', member: 'pine', why, at: desk.app.now() })
  })

  test.each([
    ['none', '', 'modal.missing'],
    ['nothing but blanks', ' \n ', undefined],
    ['too much', 'x'.repeat(501), 'modal.too-long'],
  ])('takes no reason of %s', async (_what, why, fault) => {
    const sent = await unchanged(() => desk.send('notice.drop', meta('failed'), { why }, secretary))
    expect(sent).toMatchObject({ kind: 'refused', fields: { why: fault ?? expect.any(String) } })
  })

  test.each([
    '',
    '{}',
    '{"notice":1}',
    '{"notice":"a b"}',
    '{"notice":"failed","more":1}',
    'null',
    '[]',
    '{',
  ])('takes no forged metadata: %s', async (forged) => {
    const sent = await unchanged(() => desk.send('notice.drop', forged, { why: 'x' }, secretary))
    expect(sent).toMatchObject({ kind: 'refused', why: 'refused.outdated-button' })
  })
})

describe('nothing is decided', () => {
  test.each(buttons)('by a forged value of %s', async (button) => {
    for (const value of ['', 'none', 'x'.repeat(65), 'a\u0000b', '{}', "' or true --", 'AMBIGUOUS'])
      expect(await unchanged(() => desk.press(button, value, secretary)), value).toMatchObject({
        kind: 'refused',
        why: 'refused.outdated-button',
      })
  })

  const closed: [string, NoticeState[]][] = [
    ['notice.keep', ['failed', 'pending', 'sending', 'sent', 'withdrawn']],
    ['notice.retry', ['pending', 'sending', 'sent', 'withdrawn']],
    ['notice.ask-drop', ['sending', 'sent', 'withdrawn']],
  ]
  test.each(closed)('by %s where the notice is one of %j, which is told', async (button, states) => {
    for (const state of states)
      expect(await unchanged(() => desk.press(button, state, secretary)), state).toMatchObject({
        kind: 'refused',
        why: 'notice.not-open',
      })
  })

  test('by a modal that was sent after somebody else had decided', async () => {
    await desk.press('notice.keep', 'ambiguous', secretary)
    const late = () => desk.send('notice.drop', meta('ambiguous'), { why: 'x' }, secretary)
    expect(await unchanged(late)).toMatchObject({ kind: 'refused', why: 'notice.not-open' })
  })

  test('by a button pressed twice', async () => {
    await desk.press('notice.retry', 'failed', secretary)
    expect(await unchanged(() => desk.press('notice.retry', 'failed', secretary))).toMatchObject({
      kind: 'refused',
      why: 'notice.not-open',
    })
  })

  test('and the refusal says what has become of it, in the reader’s language', async () => {
    const words = async (state: string, language?: 'zh-CN') =>
      (await desk.press('notice.keep', state, { ...secretary, ...(language && { language }) })).text
    expect(await words('sent')).toBe('That is settled already: it stands.')
    expect(await words('withdrawn')).toBe('That is settled already: it was let go.')
    expect(await words('sending')).toBe('That is settled already: it is on its way.')
    expect(await words('sent', 'zh-CN')).toBe('这件事已有结果：消息已在频道中。')
  })
})
