import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createStore } from '../../src/store/open-store.ts'
import { texts } from '../../src/texts/texts.ts'
import { followTopicId } from '../../src/views/follow-choices.ts'
import { followStandardId, unfollowStandardId } from '../../src/views/follow-row.ts'
import { removeFollowId } from '../../src/views/following-list.ts'
import { openStandardId, stopFollowId } from '../../src/views/moves-message.ts'
import { showHistoryId } from '../../src/views/running-lines.ts'
import { pickStandardId } from '../../src/views/standard-list.ts'
import { testDatabase } from '../database.ts'
import { type Asker, type Desk, deskOn, type Outcome } from './desk.ts'

const { database } = await testDatabase()
const say = texts('en')
const zh = texts('zh-CN')

let desk: Desk
let lotus: Asker
beforeAll(async () => {
  desk = await deskOn(database, 'follow', '2026-11-23T01:00:00Z')
  const [convenor] = await desk.app.groups.convenors('WG8')
  lotus = { member: convenor?.id ?? '' }
})
beforeEach(async () => {
  const store = createStore(database, 'follow')
  for (const one of await store.follows.all()) await store.follows.remove(one.member, one)
})

/** The ids and values of all buttons of an answer. */
/** The buttons of an answer, without that for a standard's dates, which every card has. */
function buttons({ message }: Outcome): string[] {
  return (message?.blocks ?? []).flatMap((block) => {
    const elements =
      block.type === 'actions' ? block.elements : block.type === 'section' ? [block.accessory] : []
    return elements.flatMap((one) =>
      one?.type === 'button' && one.action_id !== showHistoryId
        ? [`${one.action_id} ${one.value ?? ''}`]
        : [],
    )
  })
}

async function followed(): Promise<string[]> {
  const items = await desk.app.follows.all(lotus.member ?? '')
  return items.map((item) => (item.kind === 'topic' ? `topic:${item.topic}` : item.standard.designation))
}

const gbt = 'gb-t-43697-2024'

describe('a standard is followed', () => {
  test.each([
    'follow GB/T 43697',
    'follow gbt43697',
    'watch 数据分类分级规则',
    '关注 GB/T 43697',
    '订阅 43697',
  ])('with /standard %s: its card says so, and ends it', async (typed) => {
    const answer = await desk.ask(`/standard ${typed}`, lotus)
    expect(answer.kind).toBe('ephemeral')
    expect(answer.words).toContain(say('follow.followed'))
    expect(buttons(answer)).toEqual([`${unfollowStandardId} ${gbt}`])
    expect(await followed()).toEqual(['GB/T 43697-2024'])
  })

  test('with the button on its card, which is replaced with the new state, and back', async () => {
    const card = await desk.ask('/standard GB/T 43697', lotus)
    expect(buttons(card)).toEqual([`${followStandardId} ${gbt}`])
    expect(card.words).not.toContain(say('follow.followed'))
    const after = await desk.press(followStandardId, gbt, lotus)
    expect(after.kind).toBe('replace')
    expect(after.words).toContain(say('follow.followed'))
    expect(buttons(after)).toEqual([`${unfollowStandardId} ${gbt}`])
    const ended = await desk.press(unfollowStandardId, gbt, lotus)
    expect(ended.kind).toBe('replace')
    expect(buttons(ended)).toEqual([`${followStandardId} ${gbt}`])
    expect(await followed()).toEqual([])
  })

  test('once, however often it is asked for, and since the first time', async () => {
    await desk.ask('/standard follow GB/T 43697', lotus)
    const [first] = await desk.app.follows.all(lotus.member ?? '')
    desk.pass(60_000)
    await desk.ask('/standard follow GB/T 43697-2024', lotus)
    await desk.press(followStandardId, gbt, lotus)
    expect(await desk.app.follows.all(lotus.member ?? '')).toEqual([first])
  })

  test('by a button where the name is that of several', async () => {
    const answer = await desk.ask('/standard follow data security', lotus)
    expect(answer.kind).toBe('ephemeral')
    const [one = '', ...others] = buttons(answer)
    expect(others.length).toBeGreaterThan(0)
    expect([one, ...others].every((each) => each.startsWith(`${followStandardId} `))).toBe(true)
    expect(await followed()).toEqual([])
    const picked = await desk.press(followStandardId, one.split(' ')[1] ?? '', lotus)
    expect(picked.kind).toBe('replace')
    expect(picked.words).toContain(say('follow.followed'))
  })

  test('by the nearest guesses where nothing bears the name', async () => {
    const answer = await desk.ask('/standard follow GB/T 43679', lotus)
    expect(answer.text).toBe(say('standard.none-but', { query: 'GB/T 43679' }))
    expect(buttons(answer)).toContain(`${followStandardId} ${gbt}`)
  })
})

describe('a topic is followed', () => {
  test.each([
    'follow topic:data-security',
    'follow topic: Data Security',
    '关注 主题：data-security',
    '关注 topic：data_security',
  ])('with /standard %s', async (typed) => {
    const answer = await desk.ask(`/standard ${typed}`, lotus)
    expect(answer.text).toMatch(/^You follow the topic “data-security”: .*\d+ at present/)
    expect(await followed()).toEqual(['topic:data-security'])
    const card = await desk.ask('/standard GB/T 43697', lotus)
    expect(card.words).toContain(say('follow.by-topics', { topics: 'topic:data-security' }))
    expect(buttons(card)).toEqual([`${followStandardId} ${gbt}`])
  })

  test('by a button beside the nearest ones where there is no such topic', async () => {
    const answer = await desk.ask('/standard follow topic:data-securty', lotus)
    expect(answer.text).toBe(say('follow.unknown-topic', { topic: 'data-securty' }))
    expect(buttons(answer)).toEqual([`${followTopicId} data-security`])
    expect(await followed()).toEqual([])
    const pressed = await desk.press(followTopicId, 'data-security', lotus)
    expect(pressed.kind).toBe('replace')
    expect(await followed()).toEqual(['topic:data-security'])
  })

  test('not by a button of a topic that is gone', async () => {
    expect(await desk.press(followTopicId, 'no-such-topic', lotus)).toMatchObject({
      why: 'refused.outdated-button',
    })
  })
})

describe('what is followed is ended', () => {
  beforeEach(async () => {
    await desk.ask('/standard follow GB/T 43697', lotus)
    desk.pass(1_000)
    await desk.ask('/standard follow topic:ai', lotus)
  })

  test.each(['unfollow GB/T 43697', '取消关注 gbt43697', '取关 43697'])(
    'with /standard %s',
    async (typed) => {
      const answer = await desk.ask(`/standard ${typed}`, lotus)
      expect(buttons(answer)).toEqual([`${followStandardId} ${gbt}`])
      expect(await followed()).toEqual(['topic:ai'])
      const again = await desk.ask(`/standard ${typed}`, lotus)
      expect(again.text).toBe(say('follow.not-followed', { name: 'GB/T 43697-2024' }))
    },
  )

  test('with /standard unfollow topic:ai', async () => {
    expect((await desk.ask('/standard unfollow topic:AI', lotus)).text).toBe(
      say('follow.stopped', { name: 'topic:ai' }),
    )
    expect((await desk.ask('/standard unfollow topic:ai', lotus)).text).toBe(
      say('follow.not-followed', { name: 'topic:ai' }),
    )
    expect(await followed()).toEqual(['GB/T 43697-2024'])
  })

  test('in the list of all that is followed, which is replaced with what is left', async () => {
    const list = await desk.ask('/standard following', lotus)
    expect(list.text).toBe(say('follow.list', { count: 2 }))
    expect(list.words).toMatch(/GB\/T 43697-2024 .*\n.*\(60\)/)
    expect(list.words).toMatch(/topic:ai · \d+ standards/)
    expect(buttons(list)).toEqual([`${removeFollowId} standard:${gbt}`, `${removeFollowId} topic:ai`])
    const rest = await desk.press(removeFollowId, `standard:${gbt}`, lotus)
    expect(rest.kind).toBe('replace')
    expect(buttons(rest)).toEqual([`${removeFollowId} topic:ai`])
    const none = await desk.press(removeFollowId, 'topic:ai', lotus)
    expect(none.text).toBe(say('follow.list', { count: 0 }))
    // A list that was left open.
    expect((await desk.press(removeFollowId, 'topic:ai', lotus)).kind).toBe('replace')
  })

  test('among what is followed, where the name is that of several', async () => {
    const answer = await desk.ask('/standard unfollow data security', lotus)
    expect(buttons(answer)).toEqual([`${removeFollowId} standard:${gbt}`, `${removeFollowId} topic:ai`])
  })

  test('with a name that nothing bears: the nearest guesses, to look at', async () => {
    const answer = await desk.ask('/standard unfollow GB/T 43679', lotus)
    expect(buttons(answer)).toContain(`${pickStandardId} ${gbt}`)
  })

  test('under a message, which stays as it is', async () => {
    const ended = await desk.press(`${stopFollowId}:0`, `standard:${gbt}`, lotus)
    expect(ended).toMatchObject({
      kind: 'ephemeral',
      text: say('follow.stopped', { name: 'GB/T 43697-2024' }),
    })
    const again = await desk.press(`${stopFollowId}:0`, `standard:${gbt}`, lotus)
    expect(again.text).toBe(say('follow.not-followed', { name: 'GB/T 43697-2024' }))
    expect((await desk.press(`${stopFollowId}:1`, 'topic:ai', lotus)).text).toBe(
      say('follow.stopped', { name: 'topic:ai' }),
    )
  })
})

test('"Open" under a message shows the card apart', async () => {
  const card = await desk.press(openStandardId, gbt, lotus)
  expect(card.kind).toBe('ephemeral')
  expect(buttons(card)).toEqual([`${followStandardId} ${gbt}`])
  expect(await desk.press(openStandardId, 'gone', lotus)).toMatchObject({ why: 'standard.gone' })
})

test('in Chinese', async () => {
  const asker = { ...lotus, language: 'zh-CN' as const }
  expect((await desk.ask('/standard 关注 GB/T 43697', asker)).words).toContain(zh('follow.followed'))
  expect((await desk.ask('/standard 我的关注', asker)).text).toBe(zh('follow.list', { count: 1 }))
})

describe('refused is', () => {
  test.each(['follow', 'unfollow', 'follow topic:', '关注 主题：'])(
    '/standard %s without a name',
    async (typed) => {
      expect(await desk.ask(`/standard ${typed}`, lotus)).toMatchObject({ why: 'follow.ask' })
    },
  )

  test.each([
    'follow GB/T 43697',
    'follow topic:ai',
    'unfollow GB/T 43697',
    'unfollow topic:ai',
    'following',
  ])('/standard %s to a stranger, kindly', async (typed) => {
    expect(await desk.ask(`/standard ${typed}`)).toMatchObject({ why: 'refused.stranger' })
  })

  test('a button to a stranger, to whom none is shown', async () => {
    expect(buttons(await desk.ask('/standard GB/T 43697'))).toEqual([])
    for (const [id, value] of [
      [followStandardId, gbt],
      [unfollowStandardId, gbt],
      [followTopicId, 'ai'],
      [removeFollowId, 'topic:ai'],
      [stopFollowId, 'topic:ai'],
    ] as const)
      expect(await desk.press(id, value)).toMatchObject({ why: 'refused.stranger' })
  })

  test.each([
    [followStandardId, 'gone', 'standard.gone'],
    [unfollowStandardId, 'gone', 'standard.gone'],
    [removeFollowId, 'standard:gone', 'standard.gone'],
    [removeFollowId, gbt, 'refused.outdated-button'],
    [stopFollowId, 'group:WG8', 'refused.outdated-button'],
    [followStandardId, '<!channel>', 'refused.outdated-button'],
    [followTopicId, 'x'.repeat(65), 'refused.outdated-button'],
  ])('%s with %s', async (id, value, why) => {
    expect(await desk.press(id, value, lotus)).toMatchObject({ why })
  })

  test('more than anybody can follow', async () => {
    const all = await desk.app.standards.all()
    const [like] = all
    if (like === undefined) throw new Error('no standards')
    const many = Array.from({ length: 200 }, (_, index) => ({
      ...like,
      id: `x-${index}`,
      designation: `GB/T ${90_000 + index}-2026`,
    }))
    await desk.app.committees.importStandards(many)
    const since = desk.app.now()
    await createStore(database, 'follow').transaction(async ({ follows }) => {
      for (const { id: value } of many)
        await follows.add({ member: lotus.member ?? '', kind: 'standard', value, since, language: 'en' })
    })
    expect(await desk.ask('/standard follow GB/T 43697', lotus)).toMatchObject({ why: 'follow.too-many' })
    expect(await desk.ask('/standard follow topic:ai', lotus)).toMatchObject({ why: 'follow.too-many' })
    const list = await desk.ask('/standard following', lotus)
    expect(buttons(list)).toHaveLength(40)
    expect(list.words).toContain(say('follow.list-more', { count: 160 }))
    // What is followed already may be asked for again.
    expect((await desk.ask('/standard follow GB/T 90000', lotus)).kind).toBe('ephemeral')
  })
})
