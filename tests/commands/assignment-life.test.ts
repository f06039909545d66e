import type { InputBlock } from '@slack/types'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Assignment } from '../../src/domain/assignment/rules.ts'
import { createStore } from '../../src/store/open-store.ts'
import { texts } from '../../src/texts/texts.ts'
import { testDatabase } from '../database.ts'
import { everyRow } from '../domain/committee/small-committee.ts'
import { type Asker, type Desk, deskOn, type Outcome } from './desk.ts'
import { filledIn } from './filled-in.ts'

const { database } = await testDatabase()
/** A Monday morning in Shanghai. */
const now = '2026-11-23T01:00:00Z'
/** Jasmine owes `wg8-02` in WG8, of which Lotus is the convenor and Oriole the deputy. */
const id = 'wg8-02'
const jasmine: Asker = { member: 'jasmine' }
const lotus: Asker = { member: 'lotus' }
const oriole: Asker = { member: 'oriole' }
const pine: Asker = { member: 'pine' }
const chestnut: Asker = { member: 'chestnut' }
const cedar: Asker = { member: 'cedar' }
const people: Record<string, Asker> = { jasmine, lotus, oriole, pine, chestnut, cedar, stranger: {} }

let desk: Desk
let count = 0
beforeEach(async () => {
  count += 1
  desk = await deskOn(database, `life-${count}`, now)
  await desk.app.members.linkUsers([
    { slackId: 'U0JASMINE', email: 'jasmine@example.org' },
    { slackId: 'U0ORIOLE', email: 'oriole@example.org' },
  ])
})

const owed = async (of = id): Promise<Assignment> => {
  const found = await desk.app.assignments.byId(of)
  if (found === undefined) throw new Error(of)
  return found
}
/** What people did; that the sample's file brought it is told before. */
const deeds = async (of = id) => (await desk.app.assignments.history(of)).filter(({ via }) => via !== 'file')
const history = async (of = id) => (await deeds(of)).map(({ what }) => what)
const nameOf = async (of: string) => (await desk.app.members.all()).find((one) => one.id === of)?.names.zh
const store = () => createStore(database, desk.app.workspace)
const put = async (change: Partial<Assignment>) => store().assignments.put({ ...(await owed()), ...change })

/** Nothing at all was written. */
async function refused(work: () => Promise<Outcome>): Promise<Outcome> {
  const before = await everyRow(database, desk.app.workspace)
  const outcome = await work()
  expect(outcome.kind).toBe('refused')
  expect(await everyRow(database, desk.app.workspace)).toStrictEqual(before)
  return outcome
}

type Pressed = { label: string; id: string; value: string }
/** The buttons of a card, as they can be pressed. */
function buttons({ message }: Outcome): Pressed[] {
  return (message?.blocks ?? []).flatMap((block) =>
    block.type === 'actions'
      ? block.elements.flatMap((element) =>
          element.type === 'button'
            ? [{ label: element.text.text, id: element.action_id ?? '', value: element.value ?? '' }]
            : [],
        )
      : [],
  )
}
const labels = (outcome: Outcome) => buttons(outcome).map(({ label }) => label)
async function press(outcome: Outcome, label: string, who: Asker): Promise<Outcome> {
  const found = buttons(outcome).find((one) => one.label === label)
  if (found === undefined) throw new Error(`no ${label} among ${labels(outcome)}`)
  return desk.press(found.id, found.value, who)
}
/** Sends the modal that was opened, with what was changed in it. */
const sent = ({ view }: Outcome, fields: Record<string, string>, who: Asker) =>
  desk.send(view?.callback_id ?? '', view?.private_metadata ?? '', { ...initial(view), ...fields }, who)
const initial = (view: Outcome['view']) =>
  view && filledIn({ ...view, blocks: view.blocks.filter((block) => !isPeople(block)) })
const isPeople = (block: { type: string }) =>
  block.type === 'input' && (block as InputBlock).element.type === 'users_select'
const fields = ({ view }: Outcome) =>
  (view?.blocks ?? []).flatMap((block) => (block.type === 'input' ? [block.block_id] : []))

describe('the card', () => {
  test('is shown by its short name, in any case and width', async () => {
    for (const name of ['wg8-02', 'WG8-02', 'ｗｇ８－０２']) {
      const card = await desk.ask(`/assignments ${name}`, chestnut)
      expect(card.text).toBe(
        'Assignment wg8-02: Send written comments for the systematic review of GB/T 35273 · not seen yet',
      )
    }
    const { words } = await desk.ask(`/assignments ${id}`, chestnut)
    for (const part of [
      'Jasmine Sample',
      'WG8',
      '13 Nov 2026 · 10 days late',
      'GB/T 35273-2020',
      'kwp-2024-2-2',
    ])
      expect(words).toContain(part)
    const zh = await desk.ask(`/assignments ${id}`, { ...lotus, language: 'zh-CN' })
    expect(zh.words).toContain('责任人: 示例茉莉')
    expect(zh.words).toContain('2026年11月13日 · 逾期 10 天')
  })

  test('gives way to nobody whose name it is not, and goes before a group or a person of its name', async () => {
    expect((await desk.ask('/assignments WG8', lotus)).text).toBe('WG8: 8 assignments')
    expect((await desk.ask('/assignments jasmine', lotus)).text).toBe('Jasmine Sample: 3 assignments')
    await store().assignments.put({ ...(await owed()), id: 'jasmine' })
    expect((await desk.ask('/assignments jasmine', lotus)).text).toContain('Assignment jasmine')
    expect((await desk.ask('/assignments jasmine overdue', lotus)).text).toContain('Jasmine Sample: ')
  })

  test('is seen by whoever opens it and owes it, once, and by nobody else', async () => {
    for (const who of [lotus, pine, chestnut, {}]) await desk.ask(`/assignments ${id}`, who)
    expect((await owed()).life.seen).toBeUndefined()
    const card = await desk.ask(`/assignments ${id}`, jasmine)
    expect(card.text).toContain('seen, not accepted yet')
    await desk.press('assignment.open', id, jasmine)
    expect(await history()).toEqual(['see'])
    expect((await owed()).life.seen).toMatchObject({ by: 'jasmine' })
  })

  test.each([
    ['jasmine', ['Accept', 'Decline…', 'Done…', 'Update…', 'Blocked…', 'More time…', 'Pass on…', 'History']],
    ['lotus', ['Done…', 'Update…', 'Blocked…', 'Due day…', 'Pass on…', 'Withdraw…', 'History']],
    ['oriole', ['Done…', 'Update…', 'Blocked…', 'Due day…', 'Pass on…', 'Withdraw…', 'History']],
    ['pine', ['Done…', 'Update…', 'Blocked…', 'Due day…', 'Pass on…', 'Withdraw…', 'History']],
    ['chestnut', ['History']],
    ['stranger', ['History']],
  ])('offers %s what they may do', async (name, offered) => {
    expect(labels(await desk.ask(`/assignments ${id}`, people[name]))).toStrictEqual(offered)
  })

  test('opens from the menu below a list and on the Home tab', async () => {
    const list = await desk.ask('/assignments', jasmine)
    const menus = (list.message?.blocks ?? []).flatMap((block) =>
      block.type === 'actions' ? block.elements.filter(({ type }) => type === 'static_select') : [],
    )
    expect(menus).toMatchObject([
      {
        action_id: 'assignment.open:menu',
        options: expect.arrayContaining([expect.objectContaining({ value: id })]),
      },
    ])
    const opened = await desk.hear('app_home_opened', { tab: 'home' }, jasmine)
    expect(opened.kind).toBe('home')
    expect((await desk.press('assignment.open:menu', id, jasmine)).kind).toBe('ephemeral')
  })
})

/** Each verb with its state, and who may. */
const decides = ['lotus', 'oriole', 'pine']
const verbs: [verb: string, typed: string, may: string[], state: Partial<Assignment>][] = [
  ['accept', `accept ${id}`, ['jasmine'], {}],
  ['decline', `decline ${id} because I am on leave`, ['jasmine'], {}],
  ['give', `give ${id} to oriole`, ['jasmine', ...decides], {}],
  ['update', `update ${id} half of it`, ['jasmine', ...decides], {}],
  ['block', `block ${id} because the draft is missing`, ['jasmine', ...decides], {}],
  [
    'unblock',
    `resume ${id}`,
    ['jasmine', ...decides],
    { life: { blocked: { at: new Date(now), why: 'x' } } },
  ],
  ['extend', `extend ${id} 2026-12-31 because of the comments`, ['jasmine', ...decides], {}],
  ['finish', `done ${id} https://example.org/x`, ['jasmine', ...decides], {}],
  [
    'reopen',
    `reopen ${id} because a table is missing`,
    ['jasmine', ...decides],
    { state: 'done', doneOn: '2026-11-20' },
  ],
  ['withdraw', `withdraw ${id} because it is not needed`, decides, {}],
]

describe.each(verbs)('%s', (verb, typed, may, state) => {
  test.each(Object.keys(people))('by %s', async (name) => {
    await put(state)
    const ask = () => desk.ask(`/assignments ${typed}`, people[name])
    if (may.includes(name)) {
      const card = await ask()
      expect([card.kind, card.text.slice(0, 18)]).toStrictEqual(['ephemeral', 'Assignment wg8-02:'])
      const what = verb === 'extend' ? (name === 'jasmine' ? 'ask-due' : 'set-due') : verb
      expect(await history()).toStrictEqual([what])
      const [entry] = await deeds(id)
      expect([entry?.by, entry?.via]).toStrictEqual([name, 'command'])
      return
    }
    const why =
      verb === 'withdraw'
        ? 'refused.convenor-or-secretariat'
        : name === 'stranger'
          ? 'refused.stranger'
          : ['accept', 'decline'].includes(verb)
            ? 'assignment.for-owner'
            : 'assignment.for-owner-or-lead'
    expect((await refused(ask)).why).toBe(why)
  })
})

test('a refusal tells by name whose word it takes', async () => {
  const told = async (typed: string, who: Asker) => (await desk.ask(`/assignments ${typed}`, who)).text
  expect(await told(`accept ${id}`, lotus)).toBe('That is for whoever owes it: Jasmine Sample.')
  expect(await told(`done ${id}`, chestnut)).toBe(
    'That is for whoever owes it (Jasmine Sample), WG8’s convenor or deputies (Lotus Sample, Oriole Sample) or the secretariat.',
  )
  expect(await told(`withdraw ${id} because`, jasmine)).toBe(
    'That is for WG8’s convenor or deputies (Lotus Sample, Oriole Sample) or the secretariat.',
  )
  expect(await told(`完成 ${id}`, { ...chestnut, language: 'zh-CN' })).toBe(
    '这一步由责任人（示例茉莉）、WG8 的组长或副组长（示例清荷、示例黄鹂）或秘书处完成。',
  )
})

test('a refusal names whoever acts for the organisation or the group that owes it', async () => {
  const told = async (typed: string, who: Asker) => (await desk.ask(`/assignments ${typed}`, who)).text
  const body = 'wg8-07'
  expect(await told(`accept ${body}`, chestnut)).toBe('That is for whoever owes it: Imaginary Bank.')
  const found = (await desk.app.members.all()).find((one) => one.id === 'jasmine')
  if (found === undefined) throw new Error('no jasmine')
  const roles = [...found.roles, { role: 'representative' as const, group: 'WG8' }]
  await store().members.put({ ...found, roles })
  const peony: Asker = { member: 'peony' }
  expect(await told(`accept ${body}`, peony)).toBe(
    'That is for whoever owes it: Imaginary Bank, for which Jasmine Sample acts.',
  )
  expect(await told(`done ${body}`, { ...peony, language: 'zh-CN' })).toBe(
    '这一步由责任人（假想银行，代表：示例茉莉）、WG8 的组长或副组长（示例清荷、示例黄鹂）或秘书处完成。',
  )
  const [whole] = (await desk.app.assignments.list({ group: 'WG8' })).first.filter(
    ({ owner }) => owner.kind === 'group',
  )
  expect(await told(`accept ${whole?.id}`, peony)).toBe(
    'That is for whoever owes it: all of WG8, led by Lotus Sample.',
  )
})

describe('what is said twice, or of what is not so', () => {
  test.each([
    ['accepted already', [`accept ${id}`, `accept ${id}`], jasmine, 'assignment.already-accepted'],
    [
      'given back already',
      [`decline ${id} on leave`, `decline ${id} no`],
      jasmine,
      'assignment.already-declined',
    ],
    ['theirs already', [`give ${id} to jasmine`], lotus, 'assignment.already-theirs'],
    ['due on that day already', [`extend ${id} 2026-11-13 because x`], lotus, 'assignment.already-due'],
    ['asked for the same day', [`extend ${id} 2026-11-13 because x`], jasmine, 'assignment.already-due'],
    ['not blocked', [`unblock ${id}`], jasmine, 'assignment.not-blocked'],
    ['open', [`reopen ${id} because`], jasmine, 'assignment.is-open'],
    ['done', [`done ${id}`, `update ${id} more`], jasmine, 'done.not-open'],
    ['withdrawn', [`withdraw ${id} no need`, `done ${id}`], lotus, 'done.not-open'],
    ['done tomorrow', [`done ${id} on 2026-11-24`], jasmine, 'day.ahead'],
    ['no such', ['accept a99'], jasmine, 'assignment.unknown'],
    ['none', ['accept'], jasmine, 'assignment.which'],
    ['to nobody', [`give ${id} to nobody`], jasmine, 'party.unknown'],
    ['waits for nobody', [`block ${id} by nobody because x`], jasmine, 'party.unknown'],
    ['waits without a reason', [`block ${id} by WG7`], jasmine, 'assignments.block-why'],
  ] as [string, string[], Asker, string][])('%s', async (_what, typed, who, why) => {
    const last = typed.at(-1) ?? ''
    for (const one of typed.slice(0, -1)) await desk.ask(`/assignments ${one}`, who)
    expect((await refused(() => desk.ask(`/assignments ${last}`, who))).why).toBe(why)
  })
})

test.each([
  [`block ${id} by WG7: no test bed`, 'group', 'no test bed'],
  [`${id} blocked by lotus: no test bed`, 'member', 'no test bed'],
  [`受阻 ${id} 等WG7的数据`, 'group', '等WG7的数据'],
])('%s names for whom it waits', async (typed, kind, why) => {
  await desk.ask(`/assignments ${typed}`, jasmine)
  expect((await owed()).life.blocked).toMatchObject({ why, waitsFor: { kind } })
})

test.each([
  [`give ${id} to nobody`, 'en', 'by @mention, by their full name'],
  [`转交 ${id} 给 茉莉`, 'zh-CN', '您是否指：示例茉莉？请用 @提及'],
  [`交给 ${id} 板栗`, 'zh-CN', '没有名为“板栗”的成员、单位或工作组'],
  [`give ${id} to chesnut`, 'en', 'Did you mean Chestnut Sample?'],
  [`give ${id} to Imaginary`, 'en', 'Imaginary Bank'],
  [`${id}交给山栗`, 'zh-CN', '您是否指：示例山栗？'],
] as const)('%s: whoever is not known is told how somebody is named', async (typed, language, advice) => {
  const reply = await refused(() => desk.ask(`/assignments ${typed}`, { ...jasmine, language }))
  expect(reply.why).toMatch(/^party\.unknown/)
  expect(reply.text).toContain(advice)
  expect(reply.text).not.toContain('due 2w')
})

test.each([
  `交给${id} 示例山栗`,
  `交给 ${id} 示例山栗`,
  `把${id}交给示例山栗`,
  `请把 ${id} 转交给 示例山栗`,
  `将${id}移交给示例山栗，因为她更熟悉`,
  `${id}交由示例山栗`,
  `指派给${id} 示例山栗`,
])('%s gives it', async (typed) => {
  expect((await desk.ask(`/assignments ${typed}`, jasmine)).kind).toBe('ephemeral')
  expect((await owed()).owner).toMatchObject({ kind: 'member', id: 'chestnut' })
})

test.each(['show', 'view', '查看', '详情'])('%s shows one, and a list where that is meant', async (verb) => {
  for (const typed of [`${verb} ${id}`, `${id} ${verb}`, `${verb}：${id}`])
    expect((await desk.ask(`/assignments ${typed}`, lotus)).text).toContain(`Assignment ${id}`)
  expect((await desk.ask(`/assignments ${verb} WG8`, lotus)).text).toBe('WG8: 8 assignments')
  expect((await desk.ask(`/assignments ${verb}`, lotus)).text).toBe(
    (await desk.ask('/assignments', lotus)).text,
  )
  expect((await refused(() => desk.ask(`/assignments ${verb} a99`, lotus))).why).toBe('assignment.unknown')
})

test('that whoever it waited for has done their part stands on the card until its owner moves', async () => {
  const cypress: Asker = { member: 'cypress' }
  const card = async (who: Asker = jasmine) => (await desk.ask(`/assignments ${id}`, who)).words
  await desk.ask(`/assignments block ${id} by WG7: no test bed`, jasmine)
  expect(await card()).not.toContain('Their part is done')
  desk.pass(60_000)
  expect((await desk.ask(`/assignments resume ${id}`, cypress)).words).toContain(
    'Their part is done, it can go on · Cypress Sample for all of WG7',
  )
  expect(await card()).toContain('Their part is done')
  expect(await card({ ...lotus, language: 'zh-CN' })).toContain('对方的部分已完成，可以继续 · 示例')
  desk.pass(60_000)
  await desk.ask(`/assignments update ${id} on it again`, jasmine)
  expect(await card()).not.toContain('Their part is done')
  desk.pass(60_000)
  await desk.ask(`/assignments block ${id} because so`, jasmine)
  await desk.ask(`/assignments resume ${id}`, jasmine)
  expect(await card()).not.toContain('Their part is done')
})

test('to assign what is on record already is to give it to somebody', async () => {
  expect((await refused(() => desk.ask(`/assignments assign ${id} to WG8`, cedar))).why).toMatch(
    /^assignment\./,
  )
  await desk.ask(`/assignments 指派 ${id} 给 WG8`, lotus)
  expect(await history()).toStrictEqual(['give'])
})

test('another due day in words: so much later, or a day without its year', async () => {
  await desk.ask(`/assignments extend ${id} by 2 weeks because of the comments`, lotus)
  expect((await owed()).dueOn).toBe('2026-12-07')
  await desk.ask(`/assignments 延期 ${id} 12月15日 因为意见来晚了`, lotus)
  expect((await owed()).dueOn).toBe('2026-12-15')
  await desk.ask(`/assignments ${id} 延期 两周 意见来晚了`, lotus)
  expect((await owed()).dueOn).toBe('2026-12-29')
})

describe('what is not typed is asked for', () => {
  test.each([
    [`decline ${id}`, 'assignment.explain', ['why']],
    [`give ${id}`, 'assignment.give', ['owner', 'owner-organisation', 'owner-group', 'why']],
    [`update ${id}`, 'assignment.update', ['news']],
    [`block ${id}`, 'assignment.block', ['why', 'owner', 'owner-organisation', 'owner-group']],
    [`extend ${id}`, 'due.move', ['due', 'why']],
    [`extend ${id} 2026-12-31`, 'due.move', ['due', 'why']],
    ['done', 'assignment.finish', ['which', 'evidence', 'day']],
  ])('%s', async (typed, modal, blocks) => {
    const opened = await desk.ask(`/assignments ${typed}`, jasmine)
    expect([opened.view?.callback_id, fields(opened)]).toStrictEqual([modal, blocks])
  })

  test('and not of those who may not', async () => {
    expect((await desk.ask(`/assignments decline ${id}`, lotus)).why).toBe('assignment.for-owner')
    expect((await desk.ask(`/assignments withdraw ${id}`, jasmine)).why).toBe(
      'refused.convenor-or-secretariat',
    )
    expect((await desk.ask(`/assignments update ${id}`, {})).why).toBe('refused.stranger')
  })

  test('what was typed stands in it', async () => {
    const opened = await desk.ask(`/assignments extend ${id} because of the comments`, jasmine)
    expect(initial(opened.view)).toStrictEqual({ due: '2026-11-13', why: 'of the comments' })
    const dated = await desk.ask(`/assignments extend ${id} 2026-12-31`, jasmine)
    expect(initial(dated.view)).toMatchObject({ due: '2026-12-31' })
  })
})

describe('the whole way by buttons', () => {
  test('seen, accepted, under way, more time asked for and granted, blocked, on again, done, reopened', async () => {
    const card = await desk.press('assignment.open', id, jasmine)
    const accepted = await press(card, 'Accept', jasmine)
    expect(accepted.kind).toBe('replace')
    expect(accepted.words).toContain('Accepted · Jasmine Sample')
    const news = await sent(await press(accepted, 'Update…', jasmine), { news: 'half of it' }, jasmine)
    expect(news.words).toContain('Under way · Jasmine Sample')
    expect(news.words).toContain('half of it')
    const wish = { due: '2026-12-31', why: 'late comments' }
    const asked = await sent(await press(news, 'More time…', jasmine), wish, jasmine)
    expect(asked.words).toContain('Asked to be due on 31 Dec 2026')
    const forLotus = await desk.ask(`/assignments ${id}`, lotus)
    expect(labels(forLotus).slice(0, 2)).toStrictEqual(['Grant', 'Refuse…'])
    const granted = await press(forLotus, 'Grant', lotus)
    expect(granted.words).toContain('31 Dec 2026 · in 38 days')
    const why = { why: 'the draft is missing', 'owner-group': 'WG7' }
    const blocked = await sent(await press(asked, 'Blocked…', jasmine), why, jasmine)
    expect(blocked.words).toContain('Waits for all of WG7')
    const again = await press(blocked, 'Goes on again', jasmine)
    expect(again.words).not.toContain('WG7')
    const evidence = { evidence: 'https://example.org/comments', day: '2026-11-20' }
    const done = await sent(await press(again, 'Done…', jasmine), evidence, jasmine)
    expect(done.text).toContain('· done')
    expect(done.words).toContain('https://example.org/comments')
    const reopened = await sent(await press(done, 'Reopen…', jasmine), { why: 'a table is missing' }, jasmine)
    expect(reopened.text).not.toContain('· done')
    expect(await history()).toStrictEqual([
      'see',
      'accept',
      'update',
      'ask-due',
      'decide-due',
      'block',
      'unblock',
      'finish',
      'reopen',
    ])
    const vias = (await deeds(id)).map(({ via }) => via)
    expect(new Set(vias)).toStrictEqual(new Set(['button', 'modal']))
  })

  test('given back, and offered to somebody else, of whom nothing is kept that the former owner said', async () => {
    const card = await desk.press('assignment.open', id, jasmine)
    const back = await sent(await press(card, 'Decline…', jasmine), { why: 'on leave' }, jasmine)
    expect(back.text).toContain('given back, waits for the convenor')
    expect((await owed()).owner.id).toBe('jasmine')
    const forLotus = await desk.ask(`/assignments ${id}`, lotus)
    expect(labels(forLotus)[0]).toBe('Pass on…')
    const given = await sent(await press(forLotus, 'Pass on…', lotus), { owner: 'U0ORIOLE' }, lotus)
    expect(given.words).toContain('Oriole Sample')
    expect(given.words).not.toContain('Given back')
    expect((await desk.ask('/assignments', jasmine)).words).not.toContain('systematic review')
    expect((await desk.ask('/assignments', oriole)).words).toContain('systematic review')
  })

  test('a convenor who speaks for the owner is named beside them, and one who decides speaks for nobody', async () => {
    const news = await desk.ask(`/assignments update ${id} she told me`, lotus)
    expect(news.words).toContain('Under way · Lotus Sample for Jasmine Sample')
    await desk.ask(`/assignments extend ${id} 2026-12-31 because of that`, lotus)
    const { words } = await desk.ask(`/assignments history ${id}`, chestnut)
    expect(words).toMatch(/Due day set · Lotus Sample ·/)
  })

  test('a representative acts for their organisation', async () => {
    const card = await desk.ask('/assignments accept wg8-07', jasmine)
    expect(card.words).toContain('Accepted · Jasmine Sample for Imaginary Bank')
  })

  test('more time is refused with a reason', async () => {
    await desk.ask(`/assignments extend ${id} 2026-12-31 because of that`, jasmine)
    const card = await desk.ask(`/assignments ${id}`, oriole)
    const refusedNow = await sent(
      await press(card, 'Refuse…', oriole),
      { why: 'the plenary needs it' },
      oriole,
    )
    expect(refusedNow.words).toContain('13 Nov 2026')
    expect(refusedNow.words).not.toContain('Asked to be due')
    const { words } = await desk.ask(`/assignments history ${id}`, jasmine)
    expect(words).toContain('More time refused · Oriole Sample')
    expect(words).toContain('the plenary needs it')
    expect(words).toContain('Asked for: none → 31 Dec 2026')
  })

  test('the card tells what was decided last, by whom and why, until its owner moves', async () => {
    const shown = async () => (await desk.ask(`/assignments ${id}`, jasmine)).words
    await desk.ask(`/assignments extend ${id} 2026-12-31 because of late comments`, jasmine)
    await desk.ask(`/assignments deny ${id} because the ballot opens`, lotus)
    expect(await shown()).toMatch(
      /More time until 31 Dec 2026 refused · Lotus Sample · .*\n> the ballot opens/,
    )
    await desk.ask(`/assignments extend ${id} 2026-12-20 because we met`, lotus)
    expect(await shown()).toMatch(/Due day set to 20 Dec 2026 · Lotus Sample · .*\n> we met/)
    expect(await shown()).not.toContain('refused')
    desk.pass(60_000)
    await desk.ask(`/assignments done ${id} https://example.org/x`, jasmine)
    expect(await shown()).not.toContain('Due day set')
    desk.pass(60_000)
    await desk.ask(`/assignments reopen ${id} because page 3 is missing`, lotus)
    expect(await shown()).toMatch(/Reopened · Lotus Sample · .*\n> page 3 is missing/)
    const zh = await desk.ask(`/assignments ${id}`, { ...jasmine, language: 'zh-CN' })
    expect(zh.words).toMatch(/重启任务 · 示例清荷 · .*\n> page 3 is missing/)
    desk.pass(60_000)
    await desk.ask(`/assignments update ${id} page 3 is found`, jasmine)
    expect(await shown()).not.toContain('Reopened')
    // What was decided before anybody kept what says nothing here.
    const { life } = await owed()
    await put({ life: { ...life, decided: { at: new Date(now), by: 'lotus' } } })
    expect(await shown()).not.toMatch(/refused|granted|Reopened|Due day set/)
  })

  test('only the day that stood on the card is granted or refused', async () => {
    await desk.ask(`/assignments extend ${id} 2026-12-31 because of that`, jasmine)
    const card = await desk.ask(`/assignments ${id}`, lotus)
    await desk.ask(`/assignments extend ${id} 2027-03-31 because of more`, jasmine)
    expect((await refused(() => press(card, 'Grant', lotus))).why).toBe('assignment.asked-otherwise')
    expect((await refused(() => press(card, 'Refuse…', lotus))).why).toBe('assignment.asked-otherwise')
  })

  test('the same press, brought twice, is on record once', async () => {
    const card = await desk.ask(`/assignments ${id}`, jasmine)
    const twice = { ...jasmine, request: 'same' }
    await press(card, 'Accept', twice)
    expect((await press(card, 'Accept', twice)).kind).not.toBe('modal')
    expect(await history()).toStrictEqual(['see', 'accept'])
  })

  test('a due day is taken away by whoever decides, and by nobody else', async () => {
    const meta = JSON.stringify({ assignment: id })
    expect((await desk.send('due.move', meta, { why: 'x' }, jasmine)).fields).toStrictEqual({
      due: 'modal.missing',
    })
    expect((await desk.send('due.move', meta, { why: 'x' }, lotus)).words).toContain('no due date')
    expect((await owed()).dueOn).toBeUndefined()
  })
})

describe('to one alone', () => {
  const meta = JSON.stringify({ assignment: id })
  test.each([
    ['nobody', {}, { owner: 'owner.none' }],
    ['two', { owner: 'U0ORIOLE', 'owner-group': 'WG7' }, { 'owner-group': 'owner.several' }],
    [
      'two others',
      { owner: 'U0ORIOLE', 'owner-organisation': 'cesi' },
      { 'owner-organisation': 'owner.several' },
    ],
    ['a stranger', { owner: 'U0NOBODY' }, { owner: 'owner.stranger' }],
    [
      'no organisation',
      { 'owner-organisation': 'nowhere' },
      { 'owner-organisation': 'owner.unknown-organisation' },
    ],
    ['who has it', { owner: 'U0JASMINE' }, { owner: 'assignment.already-theirs' }],
  ])('%s', async (_what, filled, told) => {
    const outcome = await refused(() => desk.send('assignment.give', meta, filled, lotus))
    expect(outcome.fields).toStrictEqual(told)
  })
})

describe('forged', () => {
  test.each([
    ['assignment.open', ''],
    ['assignment.open', 'a\nb'],
    ['assignment.open', 'nothing-of-the-kind'],
    ['assignment.act', '{}'],
    ['assignment.act', 'accept'],
    ['assignment.act', JSON.stringify({ assignment: id, kind: 'withdraw' })],
    ['assignment.act', JSON.stringify({ assignment: id, kind: 'accept', more: 1 })],
    ['assignment.act', JSON.stringify({ assignment: id, kind: 'grant', on: '2026-02-30' })],
    ['assignment.act', JSON.stringify({ assignment: id, kind: 'grant' })],
    ['assignment.ask', JSON.stringify({ assignment: id, kind: 'accept' })],
    ['assignment.ask', JSON.stringify({ assignment: id, kind: 'refuse' })],
    ['assignment.ask', JSON.stringify({ assignment: ['x'], kind: 'due' })],
    ['assignment-history.open', JSON.stringify({ assignment: id, page: 0 })],
    ['assignment-history.open', JSON.stringify({ assignment: 'gone', page: 1 })],
  ])('%s %s', async (action, value) => {
    await refused(() => desk.press(action, value, lotus))
  })

  test.each([
    ['assignment.explain', '{}', { why: 'x' }],
    ['assignment.explain', JSON.stringify({ assignment: id, kind: 'finish' }), { why: 'x' }],
    ['assignment.explain', JSON.stringify({ assignment: id, kind: 'withdraw' }), {}],
    ['assignment.explain', JSON.stringify({ assignment: id, kind: 'withdraw' }), { why: ' ' }],
    ['assignment.explain', JSON.stringify({ assignment: id, kind: 'withdraw' }), { why: 'x'.repeat(501) }],
    ['assignment.update', JSON.stringify({ assignment: 'gone' }), { news: 'x' }],
    ['assignment.update', JSON.stringify({ assignment: id, as: 'pine' }), { news: 'x' }],
    ['due.move', JSON.stringify({ assignment: id }), { due: '2026-02-30', why: 'x' }],
    ['assignment.finish', '', { which: id, day: '2026-11-24' }],
    ['assignment.make', '{"from":"nowhere"}', { group: 'WG8', task: 'x' }],
    ['assignment.make', '{}', { group: 'WG99', task: 'x' }],
  ])('%s %s %j', async (modal, meta, filled) => {
    await refused(() => desk.send(modal, meta, filled as Record<string, string>, pine))
  })

  test.each(['jasmine', 'chestnut', 'cedar', 'stranger'])('the lead’s word by %s', async (name) => {
    const meta = JSON.stringify({ assignment: id, kind: 'withdraw' })
    await refused(() => desk.send('assignment.explain', meta, { why: 'x' }, people[name]))
    const grant = JSON.stringify({ assignment: id, kind: 'grant' })
    await put({ life: { dueAsked: { at: new Date(now), on: '2026-12-31', why: 'x' } } })
    await refused(() => desk.press('assignment.act', grant, people[name]))
    await refused(() => desk.send('assignment.make', '{}', { group: 'WG8', task: 'x' }, people[name]))
  })
})

describe('an assignment of a group', () => {
  test('by its convenor, to anybody, for no goal, on several standards', async () => {
    const opened = await desk.ask('/assignments add', lotus)
    expect(fields(opened)).toStrictEqual([
      'group',
      'task',
      'owner',
      'owner-organisation',
      'task-due',
      'standards',
      'place',
    ])
    expect(initial(opened.view)).toMatchObject({ group: 'WG8' })
    const said = { task: 'Book the hall', owner: 'U0JASMINE', standards: 'GB/T 43697, GB/T 35273' }
    const card = await sent(opened, said, lotus)
    expect(card.text).toBe('Assignment a1: Book the hall · not seen yet')
    expect(card.words).toContain('GB/T 43697-2024, GB/T 35273-2020')
    expect(await owed('a1')).toMatchObject({
      group: 'WG8',
      goals: [],
      standards: ['GB/T 43697-2024', 'GB/T 35273-2020'],
      life: { given: { by: 'lotus' } },
    })
    expect(await history('a1')).toStrictEqual(['make'])
    expect((await desk.ask('/assignments accept a1', jasmine)).text).toContain('accepted')
  })

  test('for a goal that the group has taken on, and no other', async () => {
    const goal = { goal: 'kwp-2024-2-5', group: 'WG8' }
    const made = (place: object) =>
      desk.send('assignment.make', '{}', { group: 'WG8', task: 'x', place: JSON.stringify(place) }, pine)
    expect((await made(goal)).words).toContain('kwp-2024-2-5')
    expect((await refused(() => made({ ...goal, group: 'WG7' }))).fields).toStrictEqual({
      place: 'add-assignment.other-group',
    })
    expect((await refused(() => made({ ...goal, goal: 'gone' }))).why).toBe('work.goal-not-taken-on')
  })

  test.each(['assignment.make', 'assignment.add'])('not due on a day that is over: %s', async (modal) => {
    const place = { goal: 'kwp-2024-2-5', group: 'WG8' }
    const meta = modal === 'assignment.make' ? '{}' : JSON.stringify({ place })
    const due = (on: string) =>
      desk.send(modal, meta, { group: 'WG8', task: 'Book the hall', 'task-due': on }, lotus)
    expect((await refused(() => due('2026-11-22'))).fields).toStrictEqual({ 'task-due': 'day.over' })
    expect((await due('2026-11-23')).kind).toBe('ephemeral')
  })

  test('from a message, with its words and the standards that it names', async () => {
    const opened = await desk.choose('message.assign', 'Please compare\nGB/T 43697 with 35273', lotus)
    expect(initial(opened.view)).toMatchObject({
      task: 'Please compare GB/T 43697 with 35273',
      standards: 'GB/T 43697-2024',
    })
    await sent(opened, {}, lotus)
    expect(await desk.app.assignments.history('a1')).toMatchObject([{ what: 'make', via: 'shortcut' }])
  })

  test('below a goal or a piece of work by its name', async () => {
    expect((await desk.ask('/assignments add kwp-2024-2-5', lotus)).view?.callback_id).toBe('assignment.add')
    expect((await desk.ask('/assignments add kwp-2024-2-5', jasmine)).why).toBe(
      'refused.convenor-or-secretariat',
    )
  })

  const agenda = { owner: 'U0JASMINE', task: 'prepare the agenda', due: 15 }
  const opened = async (words: string, who: Asker = lotus) => {
    const { kind, view } = await desk.ask(`/assignments ${words}`, who)
    const { owner, ...rest } = filledIn(view)
    return { kind, id: view?.callback_id, ...rest, ...(owner !== undefined && { owner }) }
  }

  test.each([
    ['add write a summary', { task: 'write a summary' }],
    ['添加 撰写摘要', { task: '撰写摘要' }],
    ['add jasmine: write a summary by 15 December', { owner: 'U0JASMINE', task: 'write a summary', due: 15 }],
    ['add Jasmine Sample: write a summary', { owner: 'U0JASMINE', task: 'write a summary' }],
    ['assign to <@U0JASMINE|jasmine> write a summary', { owner: 'U0JASMINE', task: 'write a summary' }],
    ['add <@U0JASMINE> compare: old and new', { owner: 'U0JASMINE', task: 'compare: old and new' }],
    ['添加 给示例茉莉：撰写摘要，12月15日前', { owner: 'U0JASMINE', task: '撰写摘要', due: 15 }],
    ['新增 12月15日前撰写摘要', { task: '撰写摘要', due: 15 }],
    ['新增 撰写摘要（12月15日前）', { task: '撰写摘要', due: 15 }],
    ['新增 撰写摘要，截止12月15日', { task: '撰写摘要', due: 15 }],
    ['新增 示例茉莉：于12月15日前完成摘要', { owner: 'U0JASMINE', task: '完成摘要', due: 15 }],
    ['add Imaginary Bank: state the needs', { organisation: 'imaginary-bank', task: 'state the needs' }],
    ['add WG8: state the needs', { task: 'state the needs' }],
    [
      'add compare GB/T 43697 with ours',
      { task: 'compare GB/T 43697 with ours', standards: 'GB/T 43697-2024' },
    ],
    [
      'assign jasmine to write minutes by 15 December',
      { owner: 'U0JASMINE', task: 'write minutes', due: 15 },
    ],
    ['add @jasmine to prepare the agenda until 15 December', agenda],
    ['add @Jasmine Sample prepare the agenda by 15 December', agenda],
    [
      'add @jasmine to prepare the agenda until end of the month',
      { owner: 'U0JASMINE', task: 'prepare the agenda', end: '2026-11-30' },
    ],
    ['新建 请示例茉莉在月底前提交材料', { owner: 'U0JASMINE', task: '提交材料', end: '2026-11-30' }],
    ['新增 提交材料，12月底前', { task: '提交材料', end: '2026-12-31' }],
    ['add <@U0JASMINE|jasmine> Sample to prepare the agenda by 15 December', agenda],
    ['新建 请 Jasmine 12月15日前提交材料', { owner: 'U0JASMINE', task: '提交材料', due: 15 }],
    ['新建 请示例茉莉于12月15日前提交材料', { owner: 'U0JASMINE', task: '提交材料', due: 15 }],
    ['新建 由示例茉莉负责提交材料，12月15日前', { owner: 'U0JASMINE', task: '提交材料', due: 15 }],
    ['新建 让示例茉莉下下周三前提交材料', { owner: 'U0JASMINE', task: '提交材料', due: '09' }],
    ['新建 请假想银行说明需求', { organisation: 'imaginary-bank', task: '说明需求' }],
    ['新建 请WG8说明需求', { task: '说明需求' }],
    // What can't be filled in stays among the words.
    ['add Write to Jasmine about the ballot', { task: 'Write to Jasmine about the ballot' }],
    ['新建 给示例茉莉发邮件', { task: '给示例茉莉发邮件' }],
    ['add pine to write a summary', { task: 'pine to write a summary' }],
    ['add jasmine and nobody: write a summary', { task: 'jasmine and nobody: write a summary' }],
    ['add WG8 and WG3: joint meeting', { task: 'WG8 and WG3: joint meeting' }],
    ['add WG7: state the needs', { task: 'WG7: state the needs' }],
    ['add pine: write a summary', { task: 'pine: write a summary' }],
    ['add nobody: write a summary', { task: 'nobody: write a summary' }],
    ['add write a summary by 31 November', { task: 'write a summary by 31 November' }],
    ['add write a summary by 2026-11-01', { task: 'write a summary by 2026-11-01' }],
    ['add send the minutes of 20 November', { task: 'send the minutes of 20 November' }],
    ['add 2024 summary', { task: '2024 summary' }],
    ['add Write THE Summary', { task: 'Write THE Summary' }],
  ])('in words: %s', async (words, { owner, task, due, end, organisation, standards }: Filled) => {
    expect(await opened(words)).toStrictEqual({
      kind: 'modal',
      id: 'assignment.make',
      group: 'WG8',
      task,
      'owner-organisation': organisation,
      'task-due': end ?? (due && `2026-12-${due}`),
      standards,
      place: undefined,
      ...(owner !== undefined && { owner }),
    })
  })
  type Filled = {
    owner?: string
    task: string
    due?: number | string
    end?: string
    organisation?: string
    standards?: string
  }

  test.each([
    ['add robin and jasmine: prepare the agenda', 'en', 'Robin Sample, Jasmine Sample'],
    ['add @jasmine, @robin to prepare the agenda', 'en', 'Jasmine Sample, Robin Sample'],
    ['add <@U0JASMINE> and <@U0ORIOLE> prepare the agenda', 'en', 'Jasmine Sample, Oriole Sample'],
    ['add kwp-2024-2-5 robin and jasmine: prepare the agenda', 'en', 'Robin Sample, Jasmine Sample'],
    ['新建 请示例茉莉和示例知更prepare the agenda', 'zh-CN', '示例茉莉、示例知更'],
    ['新建 示例茉莉、示例知更：prepare the agenda', 'zh-CN', '示例茉莉、示例知更'],
  ] as const)('one owner is wanted where several are named: %s', async (words, language, names) => {
    const { view } = await desk.ask(`/assignments ${words}`, { ...lotus, language })
    expect(filledIn(view)).toMatchObject({ task: 'prepare the agenda' })
    expect(filledIn(view).owner).toBeUndefined()
    expect(JSON.stringify(view?.blocks)).toContain(texts(language)('owner.one-wanted', { names }))
  })

  test('in words, below a goal', async () => {
    expect(await opened('add kwp-2024-2-5 write a summary by 15 December')).toMatchObject({
      id: 'assignment.add',
      task: 'write a summary',
      'task-due': '2026-12-15',
    })
    expect((await desk.ask('/assignments add kwp-2024-2-5 write a summary', jasmine)).why).toBe(
      'refused.convenor-or-secretariat',
    )
  })

  test.each(['add g99', 'add w99', 'add kwp-2024-9-9', '新增 第9.9条'])(
    'nothing is called so: %s',
    async (words) => {
      const told = await desk.ask(`/assignments ${words}`, lotus)
      expect([told.why, told.text.includes('`/assignments add` alone')]).toEqual([
        'add-assignment.unknown-below',
        true,
      ])
    },
  )

  test.each(['add write a summary', '添加 撰写摘要', 'add jasmine: write a summary', 'add g99'])(
    'a member hears who may, whatever they write: %s',
    async (words) => {
      expect((await desk.ask(`/assignments ${words}`, jasmine)).why).toBe('refused.any-convenor')
    },
  )

  test('what was read is what is made, where nothing is changed', async () => {
    const form = await desk.ask('/assignments add jasmine: write a summary by 15 December', lotus)
    await desk.send('assignment.make', form.view?.private_metadata ?? '', filledIn(form.view), lotus)
    expect(await owed('a1')).toMatchObject({
      titles: { en: 'write a summary' },
      owner: { id: 'jasmine' },
      dueOn: '2026-12-15',
    })
  })

  describe('from a message that names people', () => {
    const task = async (text: string, who: Asker = lotus) => {
      const { view } = await desk.choose('message.assign', text, who)
      const { task, owner, standards } = filledIn(view)
      return { task, owner, standards }
    }

    test('they are read by name, and the first of the committee who may owe it is chosen', async () => {
      const text =
        '<@U0STRANGER> and <@U0JASMINE> please *check* GB/T 43697 against <https://example.org/a?b=1&amp;c=2|the draft> :smile: with <@U0ORIOLE|oriole>'
      expect(await task(text)).toEqual({
        task: '@somebody and Jasmine Sample please check GB/T 43697 against the draft (https://example.org/a?b=1&c=2) with Oriole Sample',
        owner: 'U0JASMINE',
        standards: 'GB/T 43697-2024',
      })
      expect((await task('<@U0JASMINE> 请核对 <#C0X|wg8>', { ...lotus, language: 'zh-CN' })).task).toBe(
        '示例茉莉 请核对 #wg8',
      )
    })

    test('nobody is chosen who only observes, and nobody whom somebody typed', async () => {
      const found = (await desk.app.members.all()).find((one) => one.id === 'jasmine')
      if (found === undefined) throw new Error('no jasmine')
      expect(await task('&lt;@U0JASMINE&gt; is &lt;!channel&gt; &amp;amp;')).toMatchObject({
        task: '<@U0JASMINE> is <!channel> &amp;',
        owner: undefined,
      })
      await store().members.put({ ...found, roles: [{ role: 'observer' }] })
      expect((await task('<@U0JASMINE> or <@U0ORIOLE>: compare')).owner).toBe('U0ORIOLE')
      expect((await task('<@U0JASMINE>: compare')).owner).toBeUndefined()
    })

    test('whoever is chosen owes it where nothing else is chosen, and the group where they are taken out', async () => {
      const { view } = await desk.choose('message.assign', '<@U0JASMINE> compare both', {
        ...lotus,
        channelId: 'C-WG8',
      })
      const fields = { ...filledIn(view), group: 'WG8' }
      const meta = view?.private_metadata ?? ''
      const made = await desk.send('assignment.make', meta, fields, lotus)
      expect(made.words).toContain('Owner: Jasmine Sample')
      expect(made.words).toContain('Jasmine Sample compare both')
      const taken = await desk.send('assignment.make', meta, { ...fields, owner: undefined }, lotus)
      expect(taken.words).toContain('all of WG8')
    })

    test('a piece of work is called by its names as well', async () => {
      const { view } = await desk.choose('work.make', '<@U0JASMINE> &amp; _others_ write it', lotus)
      expect(filledIn(view).title).toBe('Jasmine Sample & others write it')
    })
  })

  test.each(['jasmine', 'cedar', 'stranger'])('not by %s', async (name) => {
    expect((await desk.ask('/assignments add', people[name])).why).toBe('refused.any-convenor')
    expect((await desk.choose('message.assign', 'x', people[name])).why).toBe('refused.any-convenor')
  })
})

describe('what is given', () => {
  test('tells its new owner why, on the card, and also after its day was set', async () => {
    await desk.ask(`/assignments give ${id} to oriole because the lab is hers`, lotus)
    expect((await desk.ask(`/assignments ${id}`, oriole)).words).toMatch(
      /Given · Lotus Sample · [^\n]*\n> the lab is hers/,
    )
    await desk.ask(`/assignments extend ${id} 2026-12-30 because x`, lotus)
    const zh = await desk.ask(`/assignments ${id}`, { ...oriole, language: 'zh-CN' })
    expect(zh.words).toMatch(/下达 · 示例清荷[^\n]*\n> the lab is hers/)
  })

  test('to somebody who is away says until when, and who stands in', async () => {
    await desk.ask('/rapporteur away today until 2026-12-04', oriole)
    const typed = await desk.ask(`/assignments give ${id} to oriole`, lotus)
    expect(typed.words).toContain('Oriole Sample is away until 4 Dec, and nobody stands in.')
    expect(typed.text).toContain('Assignment wg8-02')
    await desk.ask('/rapporteur back', oriole)
    expect((await desk.ask(`/assignments give ${id} to jasmine`, oriole)).words).not.toContain('away')
    await desk.ask('/rapporteur away today until 2026-12-04 Linden Sample', oriole)
    const fields = { owner: 'U0ORIOLE', 'owner-organisation': undefined, 'owner-group': undefined }
    const { view } = await desk.press(
      'assignment.ask:give',
      JSON.stringify({ assignment: id, kind: 'give' }),
      { ...lotus, language: 'zh-CN' },
    )
    const sent = await desk.send(
      'assignment.give',
      view?.private_metadata ?? '',
      { ...filledIn(view), ...fields },
      { ...lotus, language: 'zh-CN' },
    )
    expect(sent.words).toContain(`示例黄鹂请假至12月4日，由${await nameOf('linden')}代理。`)
    // Whoever is away and takes it over themselves knows it.
    expect((await desk.ask(`/assignments give ${id} to jasmine`, lotus)).words).not.toContain('away')
    expect((await desk.ask(`/assignments give ${id} to me`, oriole)).words).not.toContain('is away')
  })

  test('newly, says so as well', async () => {
    await desk.ask('/rapporteur away today until 2026-12-04', oriole)
    const { view } = await desk.choose('message.assign', '<@U0ORIOLE> compare both', lotus)
    const fields = { ...filledIn(view), group: 'WG8' }
    const made = await desk.send('assignment.make', view?.private_metadata ?? '', fields, lotus)
    expect(made.words).toContain('Oriole Sample is away until 4 Dec, and nobody stands in.')
  })
})

test('what is seen by a gesture that says more stands in the history with it', async () => {
  await desk.ask(`/assignments update ${id} half done`, jasmine)
  expect((await desk.ask(`/assignments ${id}`, jasmine)).words).toContain('Seen · Jasmine Sample')
  const { words } = await desk.ask(`/assignments history ${id}`, jasmine)
  expect(words).toMatch(/News[^\n]*Jasmine Sample[^\n]*\n\s*Seen by that as well\n> half done/)
  const zh = await desk.ask(`/assignments 历史 ${id}`, { ...jasmine, language: 'zh-CN' })
  expect(zh.words).toContain('同时视为已查看')
})

describe('the history', () => {
  /** What the sample's file has put on record of it. */
  let brought: string[] = []
  beforeEach(async () => {
    const { words } = await desk.ask(`/assignments history ${id}`, chestnut)
    brought = words
      .split('\n')
      .slice(2, -1)
      .map((line) => line.trim().replace(/ · [A-Z][a-z]{2}, \d.*?·/, ' ·'))
  })

  test('tells what was done, newest first, with names, in either language', async () => {
    await desk.ask(`/assignments give ${id} to oriole because we met`, lotus)
    await desk.ask(`/assignments done ${id} https://example.org/x`, oriole)
    const { words } = await desk.ask(`/assignments history ${id}`, chestnut)
    const lines = words.split('\n').map((line) => line.trim())
    expect(lines[0]).toBe('Assignment wg8-02: 3 entries on record')
    expect(lines.slice(2, -1).map((line) => line.replace(/ · [A-Z][a-z]{2}, \d.*?·/, ' ·'))).toStrictEqual([
      '• Done · Oriole Sample · by a command',
      'State: open → done',
      'Done on: none → 23 Nov 2026',
      'Evidence: none → https://example.org/x',
      'Seen by that as well',
      '• Passed on · Lotus Sample · by a command',
      'Owner: Jasmine Sample → Oriole Sample',
      '> we met',
      ...brought,
    ])
    const zh = await desk.ask(`/assignments 历史 ${id}`, { ...chestnut, language: 'zh-CN' })
    expect(zh.words).toContain('责任人：示例茉莉 → 示例黄鹂')
    expect(zh.words).toContain('状态：待办 → 已完成')
  })

  test('is turned page by page', async () => {
    for (let at = 1; at <= 9; at++) await desk.ask(`/assignments update ${id} step ${at}`, jasmine)
    const first = await desk.ask(`/assignments history ${id}`, jasmine)
    expect(first.words).toContain('step 9')
    expect(first.words).not.toContain('step 1\n')
    const older = await press(first, 'Older', jasmine)
    expect(older.kind).toBe('replace')
    expect(older.words).toContain('step 1')
    expect(labels(older)).toStrictEqual(['Newer', 'Open'])
    expect((await press(older, 'Open', jasmine)).text).toContain('Assignment wg8-02')
  })

  test('begins with what brought it', async () => {
    expect(brought[0]).toMatch(/^• Made · .*from a file/)
  })
})

test('a convenor takes it over themselves, and says since when it is done', async () => {
  expect((await desk.ask(`/assignments give ${id} to me`, lotus)).words).toContain('Owner: Lotus Sample')
  await desk.ask(`/assignments done ${id} minutes on 2026-11-20`, lotus)
  expect(await owed()).toMatchObject({ doneOn: '2026-11-20', evidence: 'minutes' })
})

test.each([
  ['done ID on 20 Nov', '2026-11-20', 'Done on: 20 Nov 2026'],
  ['完成 ID 于11月20日', '2026-11-20', 'Done on: 20 Nov 2026'],
  ['done ID yesterday', '2026-11-22', 'Done on: 22 Nov 2026'],
  ['done ID on Friday', '2026-11-20', 'Done on: 20 Nov 2026'],
  ['ID 完成 前天', '2026-11-21', 'Done on: 21 Nov 2026'],
])('%s is recorded as done on that day, which is shown', async (words, on, shown) => {
  const reply = await desk.ask(`/assignments ${words.replace('ID', id)}`, lotus)
  expect(reply.words).toContain(shown)
  expect(await owed()).toMatchObject({ state: 'done', doneOn: on })
  expect((await owed()).evidence).toBeUndefined()
})

test.each([
  ['on 1 Dec', 'day.ahead'],
  ['on next Friday', 'day.ahead'],
  ['tomorrow', 'day.ahead'],
  ['于11月31日', 'absence.no-day'],
  ['on Fryday', 'absence.no-day'],
])('done %s is refused, and nothing recorded', async (day, why) => {
  expect(await refused(() => desk.ask(`/assignments done ${id} ${day}`, lotus))).toMatchObject({ why })
})

describe('a day without its year, before it was given', () => {
  beforeEach(() => put({ life: { given: { at: new Date(now) } } }))

  test.each(['on 5 January', '于1月5日', 'https://example.org/x on 5 Jan', 'on 11 October'])(
    'long before: the year is asked for (%s)',
    async (day) => {
      const told = await refused(() => desk.ask(`/assignments done ${id} ${day}`, jasmine))
      expect([told.why, told.text.includes('23 Nov 2026')]).toEqual(['done.which-year', true])
    },
  )

  test.each([
    ['on 2026-01-05', '2026-01-05'],
    ['on 5 January 2026', '2026-01-05'],
    // Begun some weeks before it was put on record.
    ['on 12 October', '2026-10-12'],
    ['yesterday', '2026-11-22'],
    ['上周五', '2026-11-20'],
  ])('taken as it is: %s', async (day, on) => {
    await desk.ask(`/assignments done ${id} ${day}`, jasmine)
    expect((await owed()).doneOn).toBe(on)
  })
})

test('given back in two words, around the short name as well', async () => {
  await desk.ask(`/assignments give ${id} back because I am ill`, jasmine)
  expect((await owed()).life.declined).toMatchObject({ why: 'I am ill' })
  await desk.ask(`/assignments accept ${id}`, jasmine)
  await desk.ask(`/assignments give back ${id} because I am away`, jasmine)
  expect((await owed()).life.declined).toMatchObject({ why: 'I am away' })
})

test('said to the bot in plain words it is on record as that', async () => {
  const said = {
    text: `assignments accept ${id}`,
    channel: 'D1',
    ts: '1.1',
    user: 'U-jasmine',
    channel_type: 'im',
  }
  const card = await desk.hear('message.im', said, jasmine)
  expect(card.text).toContain('accepted')
  expect(await deeds(id)).toMatchObject([{ via: 'spoken' }])
})

describe('what waits stands on record before and after', () => {
  const changes = async () => (await deeds()).map(({ what, before, after }) => [what, before, after] as const)

  test('of one day asked for after another, and of whom it waits for, until it goes on', async () => {
    for (const words of [
      'block ID by WG7 because no test bed',
      'block ID by WG9 because no test bed',
      'extend ID 2026-12-31 because late',
      'extend ID 2027-01-08 because later',
      'unblock ID',
      'done ID',
    ])
      expect((await desk.ask(`/assignments ${words.replace('ID', id)}`, jasmine)).kind, words).not.toBe(
        'refused',
      )
    const wg = (code: string) => ({ kind: 'group', id: code })
    const told = (await changes()).filter(([what]) => what !== 'see')
    expect(told).toMatchObject([
      ['block', {}, { waitsFor: wg('WG7') }],
      ['block', { waitsFor: wg('WG7') }, { waitsFor: wg('WG9') }],
      ['ask-due', {}, { dueAsked: '2026-12-31' }],
      ['ask-due', { dueAsked: '2026-12-31' }, { dueAsked: '2027-01-08' }],
      ['unblock', { waitsFor: wg('WG9') }, {}],
      ['finish', { dueAsked: '2027-01-08', state: 'open' }, { state: 'done' }],
    ])
  })

  test.each([
    [`extend ${id} 2026-11-01 because x`, 'day.over'],
    [`block ${id} by Jasmine Sample because x`, 'assignment.waits-for-owner'],
  ])('%s is refused', async (words, why) => {
    expect((await refused(() => desk.ask(`/assignments ${words}`, jasmine))).why).toBe(why)
  })

  test('what its owner gave back is nobody’s own, and is marked in its group', async () => {
    const title = (await owed()).titles.en ?? ''
    expect((await desk.ask('/assignments', jasmine)).words).toContain(title)
    await desk.ask(`/assignments decline ${id} because too much`, jasmine)
    expect((await desk.ask('/assignments', jasmine)).words).not.toContain(title)
    expect((await desk.ask('/assignments WG8', lotus)).words).toMatch(new RegExp(`${title}.* · given back`))
  })

  test('whoever stands in sees on their list what they are asked about, and whose it is', async () => {
    const title = (await owed()).titles.en ?? ''
    expect((await desk.ask('/assignments', oriole)).words).not.toContain(title)
    await desk.ask('/rapporteur away 2026-11-23 to 2026-11-25 <@U0ORIOLE>', jasmine)
    expect((await desk.ask('/assignments', oriole)).words).toMatch(new RegExp(`${title}.* — Jasmine Sample`))
    const home = await desk.hear('app_home_opened', { tab: 'home' }, oriole)
    expect(home.words).toMatch(new RegExp(`You owe \\(.*${title}.* — Jasmine Sample`, 's'))
  })
})

describe('a day that was asked for is decided about by typing', () => {
  beforeEach(async () => {
    await desk.ask(`/assignments extend ${id} 2026-12-31 because of the comments`, jasmine)
  })

  test.each(['grant ID', 'approved ID', '同意ID', '同意延期 ID'])('granted with %j', async (words) => {
    const granted = await desk.ask(`/assignments ${words.replace('ID', id)}`, lotus)
    expect([granted.kind, (await owed()).dueOn]).toEqual(['ephemeral', '2026-12-31'])
    expect((await owed()).life.dueAsked).toBeUndefined()
  })

  test.each(['deny ID because the plenary stays', '驳回 ID 因为全会日期不变'])(
    'refused with %j',
    async (words) => {
      const { dueOn } = await owed()
      const refusal = await desk.ask(`/assignments ${words.replace('ID', id)}`, oriole)
      expect([refusal.kind, (await owed()).dueOn]).toEqual(['ephemeral', dueOn])
      expect((await owed()).life.dueAsked).toBeUndefined()
      expect((await deeds()).at(-1)).toMatchObject({
        what: 'decide-due',
        by: 'oriole',
        note: expect.stringMatching(/plenary|全会/),
      })
    },
  )

  test.each([
    ['grant ID until 31 December', undefined],
    ['同意 ID 12月31日', undefined],
    ['同意延期ID至12月31日，因为意见较多', '意见较多'],
    ['grant ID 2026-12-31 because the comments are many', 'the comments are many'],
  ])('the day typed is that day: %s', async (words, why) => {
    expect((await desk.ask(`/assignments ${words.replace('ID', id)}`, lotus)).kind).toBe('ephemeral')
    expect(await owed()).toMatchObject({ dueOn: '2026-12-31', life: { decided: { kind: 'granted' } } })
    expect((await owed()).life.decided?.why).toBe(why)
  })

  test.each([
    ['grant ID until 10 December', 'assignment.decide-other'],
    ['同意 ID 12月10日', 'assignment.decide-other'],
    ['ID approved by one week', 'assignment.decide-other'],
    ['grant ID 31 December 2027', 'assignment.decide-other'],
    ['deny ID 10 December', 'assignment.decide-other'],
    ['驳回 ID 12月10日 因为全会日期不变', 'assignment.decide-other'],
    ['grant ID until the plenary', 'assignment.decide-unread'],
    ['grant ID until 31 December if the draft is there', 'assignment.decide-unread'],
    ['同意 ID 12月底', 'assignment.decide-unread'],
    ['grant ID until 31 November', 'absence.no-day'],
  ])('and another is not granted unseen: %s', async (words, why) => {
    expect((await refused(() => desk.ask(`/assignments ${words.replace('ID', id)}`, lotus))).why).toBe(why)
  })

  test('the answer names the day that was asked for, by whom, and how another is set', async () => {
    const told = await desk.ask(`/assignments grant ${id} until 10 December`, lotus)
    expect(told.text).toBe(
      'Jasmine Sample asked for 31 Dec 2026 as the due day of wg8-02, not for 10 Dec 2026. Nothing has changed. `/assignments grant wg8-02` grants 31 Dec 2026; `/assignments extend wg8-02 2026-12-10 because …` sets the other day; `/assignments deny wg8-02 because …` refuses.',
    )
    const zh = await desk.ask(`/assignments 同意 ${id} 12月10日`, { ...lotus, language: 'zh-CN' })
    expect(zh.text).toContain('示例茉莉为 wg8-02 申请的日期是')
    expect(zh.text).toContain('`/assignments 延期 wg8-02 2026-12-10 因为…`')
  })

  test('where nothing was asked, a day grants nothing either', async () => {
    expect((await refused(() => desk.ask('/assignments grant wg8-04 until 10 December', lotus))).why).toBe(
      'assignment.nothing-asked',
    )
  })

  test('a reason may begin with a day, and the day alone has the reason asked for', async () => {
    const opened = await desk.ask(`/assignments deny ${id} 31 December`, lotus)
    expect([opened.kind, initial(opened.view)]).toEqual(['modal', { why: undefined }])
    await desk.ask(`/assignments deny ${id} 10 December is early enough`, lotus)
    expect((await owed()).life.decided).toMatchObject({ kind: 'refused', why: '10 December is early enough' })
  })

  test('a reason that is not typed is asked for', async () => {
    expect((await desk.ask(`/assignments deny ${id}`, lotus)).kind).toBe('modal')
  })

  test.each(['refuse', 'rejected', '拒绝'])('%s, by who decides, gives nothing back', async (verb) => {
    const before = await owed()
    const answer = await refused(() =>
      desk.ask(`/assignments ${verb} ${id} because the plenary stays`, lotus),
    )
    expect([answer.why, await owed()]).toEqual(['assignment.refuse-which', before])
    expect(answer.text).toContain(`/assignments deny ${id}`)
  })

  test.each([
    ['not by who asked', `grant ${id}`, jasmine, 'refused.convenor-or-secretariat'],
    ['not where nothing was asked', 'grant wg8-04', lotus, 'assignment.nothing-asked'],
    ['nor refused there', 'deny wg8-04', lotus, 'assignment.nothing-asked'],
  ])('%s', async (_what, words, who, why) => {
    expect((await refused(() => desk.ask(`/assignments ${words}`, who))).why).toBe(why)
  })
})

describe('several at a time', () => {
  const lead: Asker = lotus
  test.each([
    'accept wg8-01 wg8-08',
    'accept wg8-01 and wg8-08',
    '接受 wg8-01、wg8-08',
    'decline wg8-01, wg8-08 because I am away',
    'done wg8-01 and wg8-08',
    'done wg8-01, wg8-03',
    'done wg8-01/03',
    'wg8-01 done and wg8-03',
    '完成 wg8-08、wg8-02',
    '完成wg8-08和wg8-02',
    'update wg8-01 and wg8-03 half written',
    '进展 wg8-01与wg8-03都写完了',
    'block wg8-01 + wg8-03 because the draft is missing',
    'unblock wg8-01 & wg8-03',
    'extend wg8-01 and wg8-03 by 2 weeks because of the comments',
    'grant wg8-01 and wg8-03',
    '同意 wg8-01、wg8-03',
    'deny wg8-01, wg8-03 because the plenary stays',
    'give wg8-01 and wg8-03 to jasmine',
    'assign wg8-01 and wg8-03 to jasmine',
    '转交 wg8-01、wg8-03 给 WG8',
    'reopen wg8-09 and wg8-10 because a table is missing',
    'withdraw wg8-04, wg8-03 because not needed',
    '撤销 wg8-04和wg8-03 因为不需要',
    'history wg8-04 and wg8-03',
    'wg8-04 and wg8-03 done',
    'wg8-04、wg8-03',
  ])('%s', async (words) => {
    const told = await refused(() => desk.ask(`/assignments ${words}`, lead))
    expect(told.why).toBe('assignment.one-at-a-time')
  })

  test('the answer names what to type, for each, and the way to speak of another', async () => {
    expect((await desk.ask('/assignments withdraw wg8-04, wg8-03, wg8-02 because late', lotus)).text).toBe(
      'One assignment at a time, please: `/assignments withdraw wg8-04 because late`, then `/assignments withdraw wg8-03 because late`, then the same with wg8-02. Nothing has changed. If wg8-03, wg8-02 is only part of what you want to say, put another word before it, such as “because”.',
    )
    expect((await desk.ask('/assignments 完成 wg8-08、wg8-02', { ...lotus, language: 'zh-CN' })).text).toBe(
      '请一次处理一项任务：先写 `/assignments 完成 wg8-08`，再写 `/assignments 完成 wg8-02`。未做任何更改。如果只是在说明中提到 wg8-02，请在它前面加上别的词，例如“因为”。',
    )
  })

  test('and nobody is told so who may not', async () => {
    expect((await desk.ask('/assignments withdraw wg8-04, wg8-03', jasmine)).why).toBe(
      'refused.convenor-or-secretariat',
    )
  })

  test.each([
    ['update wg8-01 waits for the text of wg8-03', 'waits for the text of wg8-03'],
    ['update wg8-01 wg8-03 is late, so I wait', 'wg8-03 is late, so I wait'],
    ['update wg8-01 and wg7-99 wait', 'and wg7-99 wait'],
    ['进展 wg8-01 与wg8-03合并讨论', '与wg8-03合并讨论'],
    ['进展 wg8-01 wg8-03已完成', 'wg8-03已完成'],
  ])('a text may speak of another: %s', async (words, text) => {
    await desk.ask(`/assignments ${words}`, lotus)
    expect((await owed('wg8-01')).life.latest).toMatchObject({ text })
  })

  test('so may a reason', async () => {
    await desk.ask('/assignments withdraw wg8-04 because wg8-03 covers it', lotus)
    expect((await owed('wg8-04')).life.decided).toMatchObject({ why: 'wg8-03 covers it' })
    await desk.ask('/assignments withdraw wg8-08 wg8-03 covers it', lotus)
    expect((await owed('wg8-08')).life.decided).toMatchObject({ why: 'wg8-03 covers it' })
  })
})

describe('words for which there is no place are not swallowed', () => {
  test.each([
    `accept ${id} until 10 December`,
    `accept ${id} but only the first half`,
    `接受 ${id} 12月10日前完成`,
    `unblock ${id} the draft came`,
  ])('%s', async (words) => {
    const told = await refused(() => desk.ask(`/assignments ${words}`, jasmine))
    expect([told.why, told.text.includes(id)]).toEqual(['assignment.words-lost', true])
  })

  test.each([`accept ${id}, thanks!`, `接受${id}，谢谢`, `accept ${id} with pleasure`])(
    'courtesies may go: %s',
    async (words) => {
      await desk.ask(`/assignments ${words}`, jasmine)
      expect((await owed()).life.accepted).toMatchObject({ by: 'jasmine' })
    },
  )
})
