import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../database.ts'
import { type Desk, deskOn } from './desk.ts'

const { database } = await testDatabase()
let desk: Desk
const zh = { language: 'zh-CN' as const }

beforeAll(async () => {
  desk = await deskOn(database, 'plan', '2026-11-23T04:00:00Z')
})

describe('the whole plan', () => {
  test.each([
    '/plan',
    '/plan 2024',
    '/plan 2024年',
    '/plan 2024年度',
    '/plan 2024年度工作要点',
    '/plan ２０２４',
  ])('%s shows its areas', async (command) => {
    const { kind, text, words } = await desk.ask(command)
    expect(kind).toBe('ephemeral')
    expect(text).toContain('Annual Key Working Points 2024: ')
    for (const area of ['1  Top-level design', '2  Faster making', '3  ', '4  ', '5  '])
      expect(words).toContain(area)
    expect(words).toContain('How it is counted')
  })

  test('in Chinese', async () => {
    expect((await desk.ask('/plan', zh)).text).toContain('2024年度工作要点：完成')
  })
})

describe('a part of it, however it is called', () => {
  test.each([
    ['/plan 2', '2 Faster making and revision of urgently needed standards: '],
    ['/plan 2024 2', '2 Faster making and revision of urgently needed standards: '],
    ['/plan 2 2024', '2 Faster making and revision of urgently needed standards: '],
    ['/plan area 2', '2 Faster making and revision of urgently needed standards: '],
    ['/plan 领域2', '2 Faster making and revision of urgently needed standards: '],
  ])('%s is an area', async (command, text) => {
    expect((await desk.ask(command)).text).toContain(text)
  })

  test.each([
    '/plan 2.3',
    '/plan ２．３',
    '/plan 第2.3条',
    '/plan 第 2.3 条',
    '/plan 要点2.3',
    '/plan 要点 2.3',
    '/plan point 2.3',
    '/plan Point 2.3',
    '/plan 2024 2.3',
    '/plan 2024-2.3',
  ])('%s is a point', async (command) => {
    const { kind, text, words } = await desk.ask(command)
    expect(kind).toBe('ephemeral')
    expect(text).toMatch(/^2\.3 .+ · \d+\u00a0%$/)
    expect(words).toContain('kwp-2024-2-3')
  })

  test.each([
    '/plan kwp-2024-2-3',
    '/plan KWP-2024-2-3',
    '/plan goal kwp-2024-2-3',
    '/plan 目标 kwp-2024-2-3',
  ])('%s is a goal', async (command) => {
    const { text, words } = await desk.ask(command)
    expect(text).toContain('Goal kwp-2024-2-3 of 2024: ')
    expect(words).toContain('> 2.3')
  })
})

describe('what is not there', () => {
  const unknown = (asked: string) => [
    `The plan of 2024 has nothing called “${asked}”.`,
    `2024年工作要点中没有“${asked}”。`,
  ]
  test.each([
    ['/plan 9', 'plan.unknown', ...unknown('9')],
    ['/plan 2.99', 'plan.unknown', ...unknown('2.99')],
    ['/plan 2024 2.99', 'plan.unknown', ...unknown('2.99')],
    ['/plan g99', 'plan.unknown', ...unknown('g99')],
    ['/plan w99', 'plan.unknown', ...unknown('w99')],
    ['/plan 数据安全', 'plan.unknown', ...unknown('数据安全')],
    ['/plan -1', 'plan.unknown', ...unknown('-1')],
    [
      '/plan 2023',
      'plan.none-of-year',
      'No plan of 2023 is on record.',
      '没有2023年工作要点的记录。现有：2024。',
    ],
    [
      '/plan 2023 2.3',
      'plan.none-of-year',
      'There is that of 2024.',
      '没有2023年工作要点的记录。现有：2024。',
    ],
    ['/plan gaps 2031', 'plan.none-of-year', 'No plan of 2031 is on record.', '没有2031年工作要点的记录。'],
    ['/plan gaps WG99', 'wg.unknown', 'There is no group', 'wg99'],
  ])('%s is refused: %s', async (command, why, english, chinese) => {
    const refused = await desk.ask(command)
    expect(refused).toMatchObject({ kind: 'refused', why })
    expect(refused.words).toContain(english)
    expect((await desk.ask(command, zh)).words).toContain(chinese)
  })

  test('nothing that is typed acts as markup in the refusal', async () => {
    const { kind, words, message } = await desk.ask('/plan <!channel> *x*')
    expect(kind).toBe('refused')
    expect(JSON.stringify(message)).not.toContain('<!channel>')
    expect(words).toContain('channel')
  })

  test('without any plan there is none, whoever asks', async () => {
    const empty = await deskOn(database, 'no-plan', '2026-11-23T04:00:00Z')
    await database.pool.query(`delete from rapporteur.goals where workspace = 'no-plan'`)
    await database.pool.query(`delete from rapporteur.plans where workspace = 'no-plan'`)
    for (const command of ['/plan', '/plan 2024', '/plan 2.3', '/plan gaps']) {
      const refused = await empty.ask(command)
      expect(refused).toMatchObject({ kind: 'refused', why: 'plan.none' })
      expect(refused.words).toContain('No plan is on record yet.')
      expect((await empty.ask(command, zh)).words).toContain('尚未登记任何年度工作要点。')
    }
  })
})

describe('gaps', () => {
  test.each(['/plan gaps', '/plan gaps 2024', '/plan 缺口'])(
    '%s are told of the whole plan',
    async (command) => {
      const { kind, text, words } = await desk.ask(command)
      expect(kind).toBe('ephemeral')
      expect(text).toMatch(/^\d+ gaps in the plan of 2024$/)
      expect(words).toContain('Goals that no group has accepted')
      expect(words).toContain('The same for one group: ')
    },
  )

  test('of a group are its own, in either language', async () => {
    const all = Number(/^\d+/.exec((await desk.ask('/plan gaps')).text)?.[0])
    const { text, words } = await desk.ask('/plan gaps WG8')
    const [, own] = /^WG8: (?:No gaps|(\d+) gaps? in the plan of 2024)/.exec(text) ?? []
    expect(text).toMatch(/^WG8: /)
    expect(Number(own ?? 0)).toBeLessThan(all)
    expect(words).not.toContain('The same for one group')
    expect((await desk.ask('/plan gaps wg8', zh)).text).toMatch(/^WG8：2024年工作要点/)
  })
})

describe('the year before the word is as good as behind it', () => {
  test.each([
    ['gaps', 'gaps'],
    ['缺口', 'gaps'],
    ['gaps WG8', 'gaps WG8'],
    ['risks', 'risks'],
    ['风险', 'risks'],
    ['end', 'end'],
    ['年终', 'end'],
    ['summary', 'summary'],
    ['summary 中文', 'summary 中文'],
    ['总结 en', 'summary en'],
    ['changes', 'changes'],
    ['变更', 'changes'],
    ['changes 2.3', 'changes 2.3'],
    ['pipeline', 'pipeline'],
    ['提案', 'pipeline'],
    ['offers', 'offers'],
    ['答复', 'offers'],
  ])('/plan 2024 %s', async (said, meant) => {
    const pine = { member: 'pine' }
    const [word = '', ...rest] = meant.split(' ')
    const behind = await desk.ask(['/plan', word, '2024', ...rest].join(' '), pine)
    expect(behind.kind).toBe('ephemeral')
    const before = await desk.ask(`/plan 2024 ${said}`, pine)
    expect(before).toEqual(behind)
  })

  test('the summary is in the language that is named', async () => {
    expect((await desk.ask('/plan 2024 summary 中文')).words).toMatch(/2024年/)
    expect((await desk.ask('/plan 2024 summary en', zh)).words).toMatch(/of 2024/)
  })
})

describe('gaps one by one', () => {
  const pine = { member: 'pine' }
  const page = (asked: object, who = {}) =>
    desk.press('gaps.page:x', JSON.stringify({ year: 2024, ...asked }), who)
  const accessories = ({ message }: Awaited<ReturnType<Desk['ask']>>) =>
    (message?.blocks ?? []).flatMap((block) =>
      block.type === 'section' && block.accessory?.type === 'button' ? [block.accessory] : [],
    )
  beforeAll(async () => {
    desk = await deskOn(database, 'gaps-by-one', '2026-11-23T04:00:00Z')
    await database.pool.query(
      `delete from rapporteur.goals where workspace = 'gaps-by-one' and id <> 'kwp-2024-2-3'`,
    )
  })

  test('all of a kind are shown, page by page, and lead back', async () => {
    const gaps = await desk.ask('/plan gaps')
    const [first] = accessories(gaps)
    const found: string[] = []
    let shown = await desk.press(first?.action_id ?? '', first?.value ?? '')
    const count = Number(/\((\d+)\)/.exec(shown.text)?.[1])
    expect(count).toBeGreaterThan(24)
    for (;;) {
      found.push(...accessories(shown).map(({ value }) => value ?? ''))
      const buttons = (shown.message?.blocks ?? []).flatMap((one) =>
        one.type === 'actions' ? one.elements : [],
      )
      const next = buttons.find((one) => one.type === 'button' && one.text.text === 'Next')
      if (next?.type !== 'button') break
      shown = await desk.press(next.action_id ?? '', next.value ?? '')
    }
    expect(new Set(found).size).toBe(count)
    expect((await page({})).words).toBe(gaps.words)
  })

  test('each leads to where it is mended: the secretariat sets a goal, others open the point', async () => {
    const [button] = accessories(await page({ kind: 'pointsWithoutGoal' }, pine))
    expect(button?.text.text).toBe('Set goal…')
    expect((await desk.press(button?.action_id ?? '', button?.value ?? '', pine)).kind).toBe('modal')
    const [open] = accessories(await page({ kind: 'pointsWithoutGoal' }))
    expect((await desk.press(open?.action_id ?? '', open?.value ?? '')).text).toMatch(/^1\.1 /)
  })

  test('of a group stay its own', async () => {
    const own = await page({ kind: 'assignmentsWithoutGoal', group: 'WG8' })
    expect(own.text).toMatch(/^WG8: Assignments with no open goal/)
    expect((await page({ group: 'WG8' })).words).toBe((await desk.ask('/plan gaps WG8')).words)
  })

  test.each([{ kind: 'toString' }, { page: 0 }, { kind: 'ownersGone', more: 1 }, { year: '2024' }])(
    'forged as %j they are refused',
    async (asked) => {
      expect((await page(asked)).why).toBe('refused.outdated-button')
    },
  )
})

describe('buttons', () => {
  beforeAll(async () => {
    desk = await deskOn(database, 'plan-buttons', '2026-11-23T04:00:00Z')
  })

  const buttons = ({ message }: Awaited<ReturnType<Desk['ask']>>) =>
    (message?.blocks ?? []).flatMap((block) => {
      if (block.type === 'actions')
        return block.elements.flatMap((one) => (one.type === 'button' ? [one] : []))
      return block.type === 'section' && block.accessory?.type === 'button' ? [block.accessory] : []
    })
  const press = async (shown: Awaited<ReturnType<Desk['ask']>>, label: string, at = 0) => {
    const button = buttons(shown).filter(({ text }) => text.text === label)[at]
    if (button === undefined) throw new Error(`no ${label} in ${buttons(shown).map(({ text }) => text.text)}`)
    return desk.press(button.action_id ?? '', button.value ?? '')
  }

  test('lead from the plan down to a goal, and back', async () => {
    const whole = await desk.ask('/plan')
    const area = await press(whole, 'Open', 1)
    expect(area).toMatchObject({ kind: 'replace' })
    expect(area.text).toContain('2 Faster making')
    const point = await press(area, 'Open', 2)
    expect(point.text).toMatch(/^2\.3 /)
    const goal = await press(point, 'Open')
    expect(goal.text).toContain('Goal kwp-2024-2-3 of 2024')
    expect((await press(goal, 'Back to 2.3')).text).toBe(point.text)
    expect((await press(point, 'Back to area 2')).text).toBe(area.text)
    expect((await press(area, 'Back to the plan')).text).toBe(whole.text)
  })

  test('lead to the gaps and back', async () => {
    const whole = await desk.ask('/plan')
    const button = buttons(whole).find(({ text }) => text.text.startsWith('Gaps ('))
    const gaps = await desk.press(button?.action_id ?? '', button?.value ?? '')
    expect(gaps.text).toBe((await desk.ask('/plan gaps')).text)
    // What the button says is what it opens.
    expect(button?.text.text).toBe(`Gaps (${/^\d+/.exec(gaps.text)?.[0]})`)
    expect((await press(gaps, 'Back to the plan')).text).toBe(whole.text)
  })

  test('each label stands once in a message, and each button has an id of its own', async () => {
    for (const command of ['/plan', '/plan 2', '/plan 2.3', '/plan kwp-2024-2-3', '/plan gaps']) {
      const ids = buttons(await desk.ask(command, { member: 'pine' })).map(({ action_id }) => action_id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})

describe('forged values', () => {
  const open = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  test.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['another shape', { plan: 2024 }],
    ['a year in words', { year: '2024', what: '' }],
    ['a year that no plan has', { year: 1_000, what: '' }],
    ['half a year', { year: 2024.5, what: '' }],
    ['more than was asked', { year: 2024, what: '', as: 'pine' }],
    ['a novel', { year: 2024, what: 'x'.repeat(500) }],
  ])('of a part: %s', async (_name, value) => {
    expect(await desk.press('plan.open:2', open(value))).toMatchObject({
      kind: 'refused',
      why: 'refused.outdated-button',
    })
  })

  test.each(['', '24', '20245', 'WG8', '2024; drop table', '{"year":2024}'])(
    'of the gaps: %s',
    async (value) => {
      expect(await desk.press('gaps.open', value)).toMatchObject({
        kind: 'refused',
        why: 'refused.outdated-button',
      })
    },
  )

  test('of what is not there is refused in words', async () => {
    expect(await desk.press('plan.open:x', JSON.stringify({ year: 2024, what: 'no such' }))).toMatchObject({
      kind: 'refused',
      why: 'plan.unknown',
    })
    expect(await desk.press('plan.open:x', JSON.stringify({ year: 2199, what: '' }))).toMatchObject({
      kind: 'refused',
      why: 'plan.none-of-year',
    })
  })
})

describe('in the bot’s own conversation', () => {
  let count = 0
  const say = (text: string, who = {}) =>
    desk.hear('message.im', { channel: 'D1', ts: `${++count}.000100`, text }, who)

  test.each(['要点 2.3', '工作要点 2.3', 'plan 2.3'])('“%s” shows the point', async (text) => {
    const { words } = await say(text)
    expect(words).toContain('kwp-2024-2-3')
  })

  test('“要点” shows the plan, and “plan gaps” its gaps', async () => {
    expect((await say('要点', zh)).text).toContain('2024年度工作要点')
    expect((await say('plan gaps')).text).toMatch(/gaps in the plan of 2024/)
  })
})
