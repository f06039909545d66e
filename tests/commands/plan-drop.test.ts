import type { KnownBlock, ModalView } from '@slack/types'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../../src/contract/reply.ts'
import { goalNewsFacts } from '../../src/domain/goal/news-facts.ts'
import { pointsOf } from '../../src/domain/plan/rules.ts'
import { createStore } from '../../src/store/open-store.ts'
import { changePlanId } from '../../src/views/change-plan-modal.ts'
import { choosePlanPartId, correctPlanPartId } from '../../src/views/correct-plan-modal.ts'
import { goalNewsMessage } from '../../src/views/goal-news-message.ts'
import { cancelPlanId, confirmPlanId, correctPlanId } from '../../src/views/plan-preview.ts'
import { testDatabase } from '../database.ts'
import { everyRow } from '../domain/committee/small-committee.ts'
import { doneBy } from '../done-by.ts'
import { docx } from '../files/outline/docx.ts'
import { workbook } from '../files/workbook.ts'
import { type Asker, type Desk, deskOn, type Outcome } from './desk.ts'
import { filledIn } from './filled-in.ts'
import { englishPlan, noPlans, plan2026, plan2027 } from './plan-documents.ts'

const { database } = await testDatabase()
const pine: Asker = { member: 'pine' }
const chinese: Asker = { member: 'pine', language: 'zh-CN' }
const lotus: Asker = { member: 'lotus' }

let desk: Desk
let count = 0
/** A committee of its own, for what changes something. */
async function newDesk(): Promise<void> {
  count += 1
  desk = await deskOn(database, `plan-drop-${count}`, '2026-11-23T04:00:00Z')
}
beforeAll(newDesk)

/** The value of the button with that id in a message. */
function buttonValue(message: Message | undefined, id: string): string {
  for (const block of message?.blocks ?? [])
    if (block.type === 'actions')
      for (const element of block.elements)
        if (element.type === 'button' && element.action_id === id) return element.value ?? ''
  throw new Error(`no button ${id}`)
}

const press = ({ message }: Outcome, id: string, who = pine) => desk.press(id, buttonValue(message, id), who)

const blocksOf = (view: ModalView | undefined) => (view?.blocks ?? []) as KnownBlock[]

/** The choices of a modal's menu: what each says, and its value. */
function choicesOf(view: ModalView | undefined): [says: string, value: string][] {
  return blocksOf(view).flatMap((block) => {
    if (block.type !== 'section' || block.accessory?.type !== 'static_select') return []
    return (block.accessory.option_groups ?? []).flatMap(({ options }) =>
      options.map(({ text, value }): [string, string] => [text.text, value ?? '']),
    )
  })
}

/** Opens "Correct…" and chooses a part of the plan. */
async function opened(preview: Outcome, part: string): Promise<Outcome> {
  const asked = await press(preview, correctPlanId)
  expect(asked.kind).toBe('modal')
  const [, value = ''] = choicesOf(asked.view).find(([, value]) => value.endsWith(`/${part}`)) ?? []
  return desk.press(choosePlanPartId, value, pine)
}

const send = ({ view }: Outcome, fields: Record<string, string | string[]>, who = pine) =>
  desk.send(correctPlanPartId, view?.private_metadata ?? '', fields, who)

/** Puts on record what changes a plan that is, with the reason for which the modal asks. */
async function changed(preview: Outcome, why: string, who = pine): Promise<Outcome> {
  const { kind, view } = await press(preview, confirmPlanId)
  expect(kind).toBe('modal')
  return desk.send(changePlanId, view?.private_metadata ?? '', { why }, who)
}

const withHeadings = `2029年度工作要点
一、标准研制
（一）数据安全
1. 制定数据安全评估标准。
2. 修订数据分类分级标准。
（二）人工智能
1. 编写人工智能安全白皮书。
二、宣传推广
1. 举办标准培训。`

const texts = async (year: number) =>
  pointsOf((await desk.app.plans.all()).find((plan) => plan.year === year) ?? { areas: [] }).map(
    ({ point }) => `${point.number} ${point.texts.zh ?? point.texts.en}`,
  )

describe('a plan that the secretariat drops', () => {
  beforeEach(newDesk)

  test('is shown with the deadlines of its table that name no day', async () => {
    const csv = 'Work plan 2026\nArea,Task,Due\nA,Develop a standard,06/07/2026\nB,Hold a training,-\n'
    const shown = await desk.drop('plan.csv', csv, pine)
    expect(shown.words).toContain('deadlines that name no day: row 3 “06/07/2026”')
  })

  test('is shown as it was read, corrected point by point, and then on record for all to see', async () => {
    const shown = await desk.drop('要点.txt', plan2026, pine)
    expect(shown.kind).toBe('ephemeral')
    expect(shown.words).toContain('2026年度工作要点')
    expect(shown.words).toContain('Year 2026 · 3 areas · 6 points')
    expect(shown.words).toContain('No plan of 2026 is on record yet. Against that of 2024')
    expect(shown.words).toMatch(
      /1\.1 完善数据安全标准体系，6月底前形成框架草案。\n +work: System of standards \(“标准体系”\).* · topics: Data security.* · touches: WG8 \(“数据安全”\) · days: 30 Jun 2026 \(“6月底前”\)\n/,
    )
    expect(shown.words).toMatch(/2\.1 抓紧研制.*\n.* · urgent: 抓紧\n/)
    expect(shown.words).toContain('1 paragraph belongs to no point and is left out')
    expect(await texts(2026)).toEqual([])

    const modal = await opened(shown, 'point:2.1')
    expect(modal.kind).toBe('update')
    expect(filledIn(modal.view)).toEqual({
      what: 'point',
      text: '抓紧研制个人信息保护国家标准。',
      kinds: ['standard'],
      groups: ['WG8'],
      topics: 'Personal information',
      dates: undefined,
      urgent: ['urgent'],
    })
    const corrected = await send(modal, {
      what: 'point',
      text: '抓紧研制个人信息保护国家标准和指南。',
      kinds: ['standard', 'training'],
      groups: ['WG8', 'WG4'],
      topics: 'Personal information, 人工智能, 指南',
      dates: '2026/9/30',
    })
    expect(corrected.words).toContain('Corrected. This is how it stands now')
    expect(corrected.words).toMatch(
      /2\.1 抓紧研制个人信息保护国家标准和指南。\n +✎ corrected by hand · .* · days: 30 Sept? 2026\n/,
    )
    // What a person has added rests on no words.
    const form = await opened(corrected, 'point:2.1')
    expect(JSON.stringify(form.view?.blocks)).toMatch(
      /work: Standard \(“研制”, “标准”\), Training.*days: 30 Sept? 2026/,
    )

    const taken = await press(corrected, confirmPlanId)
    expect(taken).toMatchObject({ kind: 'replace' })
    expect(taken.words).toContain('The plan of 2026 is on record: 3 areas, 6 points.')
    const [point] = (await desk.app.plans.all())
      .flatMap((plan) => pointsOf(plan))
      .filter(({ point }) => point.id === '2026-2.1')
    expect(point?.point.reading).toMatchObject({
      kinds: [{ value: 'standard' }, { value: 'training', words: [] }],
      topics: [{ value: 'personal-information' }, { value: 'ai' }, { value: '指南' }],
      groups: [{ value: 'WG8' }, { value: 'WG4' }],
      dates: [{ value: '2026-09-30' }],
      urgent: [],
    })
    expect((await desk.ask('/plan 2.1', lotus)).words).toContain('抓紧研制个人信息保护国家标准和指南。')
    expect((await desk.ask('/plan', lotus)).words).toContain('6 points')
    expect(await desk.app.plans.changes(2026)).toMatchObject([{ kind: 'plan-taken', by: 'pine' }])
  })

  test('changes nothing the second time, what was corrected included', async () => {
    const modal = await opened(await desk.drop('要点.txt', plan2026, pine), 'point:3.2')
    const corrected = await send(modal, { what: 'no-point' })
    await press(corrected, confirmPlanId)
    const before = await desk.app.plans.all()
    expect(await texts(2026)).toHaveLength(5)
    const again = await desk.drop('other name.txt', plan2026, chinese)
    expect(again.words).toContain('2026 年工作要点（5 个要点）已在库，内容一致，无需更改。')
    expect(() => buttonValue(again.message, confirmPlanId)).toThrow()
    expect(await desk.app.plans.all()).toEqual(before)
    expect(await desk.app.plans.changes(2026)).toHaveLength(1)
  })

  test('keeps what a person has said of a sentence when the same sentence comes in another document', async () => {
    const modal = await opened(await desk.drop('要点.txt', plan2026, pine), 'point:1.2')
    await press(
      await send(modal, { what: 'point', text: '围绕量子计算安全风险编写研究报告。', kinds: ['study'] }),
      confirmPlanId,
    )
    const again = await desk.drop('要点.txt', plan2026.replace('（四）', '（四）继续'), pine)
    expect(again.words).toContain('Against the plan of 2026 on record: 5 kept, 1 changed, 0 new, 0 dropped.')
    await changed(again, 'It goes on.')
    const [, second] = pointsOf(
      (await desk.app.plans.all()).find(({ year }) => year === 2026) ?? { areas: [] },
    )
    expect(second?.point.reading).toMatchObject({ kinds: [{ value: 'study' }], isCorrected: true })
    expect((await desk.app.plans.changes(2026)).map(({ kind }) => kind)).toEqual([
      'plan-taken',
      'plan-taken',
      'point-changed',
    ])
  })

  test('that changes no more than a title takes a reason, and is a decision', async () => {
    await press(await desk.drop('2026.txt', plan2026, pine), confirmPlanId)
    const renamed = await desk.drop('other.txt', plan2026.replace('深化国际合作', '退出国际合作'), pine)
    expect(renamed.words).toMatch(
      /Changed beside the sentences \(1\)\n• Title of area 3 changed: 深化国际合作 → 退出国际合作/,
    )
    const taken = await changed(renamed, 'So the plenary said.')
    expect(taken.words).toContain('0 changed, 0 new, 0 dropped, and 1 other change.')
    expect((await desk.app.plans.changes(2026)).slice(1)).toMatchObject([
      { kind: 'plan-taken', why: 'So the plenary said.' },
      {
        kind: 'area-renamed',
        subject: '3',
        before: { zh: '深化国际合作' },
        after: { zh: '退出国际合作' },
        why: 'So the plenary said.',
      },
    ])
    expect((await desk.ask('/plan changes 2026', pine)).words).toContain('Title of area 3 changed')
  })

  test('that is put right once it is on record takes a reason, and says what was said of it before', async () => {
    await press(await desk.drop('2026.txt', plan2026, pine), confirmPlanId)
    const modal = await opened(await desk.drop('2026.txt', plan2026, pine), 'point:1.2')
    const text = '围绕量子计算安全风险编写研究报告。'
    const corrected = await send(modal, { what: 'point', text, kinds: ['study'], dates: '2026-10-31' })
    expect(corrected.words).toMatch(
      /What point 1\.2 asks for was put right: Kind: Research.* → Seminar.*; By: none → 31 Oct/,
    )
    await changed(corrected, 'It is a seminar.')
    expect((await desk.app.plans.changes(2026)).at(-1)).toMatchObject({
      kind: 'point-read',
      subject: '2026-1.2',
      fields: [
        { field: 'kinds', before: ['research'], after: ['study'] },
        { field: 'topics', before: ['quantum'], after: [] },
        { field: 'groups', before: ['SWG-ETS'], after: [] },
        { field: 'due', before: [], after: ['2026-10-31'] },
      ],
      why: 'It is a seminar.',
    })
    expect((await desk.ask('/plan changes 1.2', pine)).words).toContain(
      'What point 1.2 asks for was put right',
    )
  })

  test('tells whoever has a goal that its sentence reads otherwise, or is gone, and the goal’s own record has it', async () => {
    await newDesk()
    await press(await desk.drop('2026.txt', plan2026, pine), confirmPlanId)
    const goal = (text: string, point: string) =>
      desk.app.goals.make(
        { year: 2026, texts: { zh: text }, points: [point], kinds: [], groups: ['WG8'] },
        doneBy('pine'),
      )
    await goal('体系', '2026-1.1')
    await goal('报告', '2026-1.2')
    const [offer] = await desk.app.goals.offer(2026, doneBy('pine'))
    await desk.app.goals.acceptAll(offer?.id ?? '', doneBy('lotus'))
    await changed(
      await desk.drop('2026.txt', plan2026.replace('6月底前', '10月底前').replace(/（二）.*\n/, ''), pine),
      'The plenary said so.',
    )
    const store = createStore(database, desk.app.workspace)
    const told = (await store.notices.latest(20)).filter(({ kind }) => kind === 'goal-news')
    expect(told.map(({ member }) => member)).toContain('lotus')
    const [first] = told
    if (first === undefined) throw new Error('nobody was told')
    const news = await goalNewsFacts(store, first)
    expect(news.told.map(({ change, goal }) => [change.kind, goal.id])).toEqual([
      ['point-changed', 'g1'],
      ['point-dropped', 'g2'],
    ])
    const words = JSON.stringify(goalNewsMessage(news, 'Asia/Shanghai', 'en'))
    expect(words).toMatch(/The sentence 1\.1 reads otherwise now:.*6月底前.*→.*10月底前/)
    expect(words).toContain('The plan has the sentence 1.2 no more:')
    expect((await desk.ask('/plan changes g2', pine)).words).toContain('Point 1.2 dropped')
  })

  test('of the next year shows what was kept, changed, new and dropped', async () => {
    await press(await desk.drop('2026.txt', plan2026, pine), confirmPlanId)
    const next = await desk.drop('2027.txt', plan2027, pine)
    expect(next.words).toContain(
      'No plan of 2027 is on record yet. Against that of 2026: 4 kept, 1 changed, 1 new, 1 dropped.',
    )
    expect(next.words).toMatch(/Changed \(1\)\n• 1\.1 完善.*6月底前.* → 完善.*9月底前/)
    expect(next.words).toMatch(/New \(1\)\n• 2\.2 开展车联网安全标准宣贯培训。/)
    expect(next.words).toMatch(/Dropped \(1\)\n• 2\.1 抓紧研制个人信息保护国家标准。/)
    await press(next, confirmPlanId)
    expect((await desk.ask('/plan 2027', lotus)).words).toContain('2027年度工作要点')
  })

  test.each<[string, string, () => string | Uint8Array]>([
    ['Markdown in English', 'plan.md', () => englishPlan],
    [
      'a page',
      'plan.html',
      () => `<h1>Key Working Points 2028</h1><h2>Standards</h2><ul><li>Develop the standards for data security.</li></ul>
             <h2>Promotion</h2><ul><li>Train small enterprises in the standards.</li></ul>`,
    ],
    [
      'a Word document with lists of its own',
      'plan.docx',
      () =>
        docx({
          lists: [
            {
              levels: [
                ['chineseCountingThousand', '%1、'],
                ['chineseCounting', '（%2）'],
              ],
            },
          ],
          paragraphs: [
            '2028年度工作要点',
            { text: '加快标准研制', list: [1, 0] },
            { text: '研制数据安全标准。', list: [1, 1] },
            { text: '强化宣传培训', list: [1, 0] },
            { text: '举办标准宣贯培训班。', list: [1, 1] },
          ],
        }),
    ],
    [
      'a workbook with columns for areas and points',
      'plan.xlsx',
      () =>
        workbook([
          {
            name: '要点',
            rows: [
              ['2028年度工作要点', '', ''],
              ['序号', '领域', '工作要点'],
              ['1', '标准', '研制数据安全标准。'],
              ['2', '标准', '修订个人信息保护标准。'],
              ['3', '培训', '举办标准宣贯培训班。'],
            ],
          },
        ]),
    ],
    [
      'CSV whose numbers might be names of standards',
      'plan.csv',
      () =>
        '2028年度工作要点,,,\n编号,领域,任务,牵头单位\n1,标准,研制数据安全标准。,cesi\n2,培训,举办标准宣贯培训班。,cesi\n',
    ],
  ])('is %s', async (_, name, content) => {
    const shown = await desk.drop(name, content(), pine)
    expect(shown.words).toContain('Year 2028')
    await press(shown, confirmPlanId)
    expect((await texts(2028)).length).toBeGreaterThan(1)
    expect((await desk.drop(name, content(), pine)).words).toContain('Nothing to change')
  })

  test('is left alone where that is asked for, and stays so', async () => {
    const shown = await desk.drop('要点.txt', plan2026, pine)
    expect((await press(shown, cancelPlanId)).words).toBe('要点.txt: nothing was changed.')
    expect((await press(shown, confirmPlanId)).words).toBe('要点.txt: nothing was changed.')
    expect(await texts(2026)).toEqual([])
  })
})

describe('a correction', () => {
  beforeEach(newDesk)

  test('puts the title and the year right, an area’s name, and joins a point to the one before', async () => {
    let shown = await desk.drop('要点.txt', plan2026, chinese)
    shown = await send(await opened(shown, 'plan'), { title: '二〇二八年要点', year: '2028' })
    shown = await send(await opened(shown, 'area:2'), { title: '标准研制' })
    shown = await send(await opened(shown, 'point:3.2'), { what: 'continuation', text: 'x' })
    await press(shown, confirmPlanId)
    expect(await texts(2026)).toEqual([])
    expect(await texts(2028)).toEqual([
      '1.1 完善数据安全标准体系，6月底前形成框架草案。',
      '1.2 围绕量子计算安全风险编写研究报告。',
      '2.1 抓紧研制个人信息保护国家标准。',
      '2.2 推动供应链安全标准立项。',
      '3.1 推动人工智能安全国际标准提案立项。申办2027年SC 27工作会议。',
    ])
    const plan = (await desk.app.plans.all()).find(({ year }) => year === 2028)
    expect(plan).toMatchObject({
      names: { zh: '二〇二八年要点' },
      areas: [{}, { names: { zh: '标准研制' } }, {}],
    })
  })

  test('says under its field what can’t be taken, and changes nothing', async () => {
    const shown = await desk.drop('要点.txt', plan2026, pine)
    const point = await opened(shown, 'point:1.1')
    const good = { what: 'point', text: '完善。' }
    const before = await everyRow(database, desk.app.workspace)
    expect((await send(point, { ...good, dates: '2026-02-30' })).fields).toEqual({
      dates: 'correct-plan.no-day',
    })
    expect((await send(point, { ...good, groups: 'WG8, WG88' })).fields).toEqual({
      groups: 'correct-plan.no-group',
    })
    expect((await send(point, { ...good, kinds: ['singing'] })).fields).toEqual({ kinds: 'modal.unfit' })
    expect((await send(point, { what: 'point' })).fields).toEqual({ text: 'modal.missing' })
    // A first point has none before it.
    expect((await send(point, { what: 'continuation' })).fields).toEqual({ what: 'modal.unfit' })
    const plan = await opened(shown, 'plan')
    expect((await send(plan, { title: 'x', year: '28' })).fields).toEqual({ year: 'correct-plan.no-year' })
    expect((await send(plan, { year: '2026' })).fields).toEqual({ title: 'modal.missing' })
    expect(await everyRow(database, desk.app.workspace)).toEqual(before)
  })

  test('does not offer a first point to go on with one before it', async () => {
    const shown = await desk.drop('要点.txt', plan2026, pine)
    const whats = (view: ModalView | undefined) =>
      blocksOf(view).flatMap((block) =>
        block.type === 'input' && block.element.type === 'radio_buttons'
          ? block.element.options.map(({ value }) => value)
          : [],
      )
    expect(whats((await opened(shown, 'point:1.1')).view)).toEqual(['point', 'no-point'])
    expect(whats((await opened(shown, 'point:1.2')).view)).toEqual(['point', 'no-point', 'continuation'])
  })

  test('that comes after another changes nothing: numbers have moved', async () => {
    const shown = await desk.drop('要点.txt', plan2026, pine)
    const [one, other] = [await opened(shown, 'point:1.1'), await opened(shown, 'point:1.2')]
    await send(one, { what: 'no-point' })
    const late = await send(other, { what: 'no-point' })
    expect(late.words).toContain('Your correction was not made')
    expect(late.words).toContain('5 points')
    expect((await press(shown, correctPlanId)).words).toContain('has changed since you looked')
  })
})

describe('what was agreed to is what was seen', () => {
  beforeEach(newDesk)

  test('a preview from before a correction is shown anew, and puts nothing on record', async () => {
    const shown = await desk.drop('要点.txt', plan2026, pine)
    await send(await opened(shown, 'point:1.1'), { what: 'no-point' })
    const again = await press(shown, confirmPlanId)
    expect(again.words).toContain('This has changed since you looked, and nothing was put on record.')
    expect(await texts(2026)).toEqual([])
    await press(again, confirmPlanId)
    expect(await texts(2026)).toHaveLength(5)
  })

  test('and so is one that was compared with what is not on record any more', async () => {
    const one = await desk.drop('a.txt', plan2026, pine)
    await press(await desk.drop('b.txt', plan2026.replace('（六）', '（六）积极'), pine), confirmPlanId)
    const again = await press(one, confirmPlanId)
    expect(again.words).toContain('Against the plan of 2026 on record: 5 kept, 1 changed')
    await changed(again, 'The first was right.')
    expect(await texts(2026)).toContain('3.2 申办2027年SC 27工作会议。')
  })

  test('agreeing twice puts it on record once', async () => {
    const shown = await desk.drop('要点.txt', plan2026, pine)
    await press(shown, confirmPlanId)
    expect((await press(shown, confirmPlanId)).words).toBe(
      '要点.txt was put on record already. Nothing was changed.',
    )
    expect((await press(shown, cancelPlanId)).words).toContain('was put on record already')
    expect(await desk.app.plans.changes(2026)).toHaveLength(1)
  })
})

describe('another edition of the same year', () => {
  beforeEach(newDesk)
  const shorter = plan2026.replace('（四）推动供应链安全标准立项。\n', '').replace('抓紧研制', '研制')

  async function goalOf(point: string): Promise<string> {
    const goal = await desk.app.goals.make(
      { year: 2026, texts: { zh: '供应链' }, points: [`2026-${point}`], kinds: [], groups: ['WG8'] },
      doneBy('pine'),
    )
    return goal.id
  }

  test('goes on record with a reason alone, which stands with each point that it changes', async () => {
    await press(await desk.drop('要点.txt', plan2026, pine), confirmPlanId)
    const goal = await goalOf('2.2')
    const shown = await desk.drop('要点.txt', shorter, pine)
    expect(shown.words).toContain('⚠ 1 sentence that this edition drops has goals.')
    expect(shown.words).toContain(`• 2.2 ${goal}, with no work below yet`)
    const before = await everyRow(database, desk.app.workspace)
    const { kind, view } = await press(shown, confirmPlanId)
    expect(kind).toBe('modal')
    expect(JSON.stringify(view?.blocks)).toContain('changes 1 sentence, adds 0 and drops 1')
    expect(JSON.stringify(view?.blocks)).toContain(goal)
    const meta = view?.private_metadata ?? ''
    expect((await desk.send(changePlanId, meta, { why: ' ' }, pine)).fields).toEqual({
      why: 'modal.unfit',
    })
    expect((await desk.send(changePlanId, meta, { why: 'x' }, lotus)).why).toBe('refused.secretariat')
    expect(await everyRow(database, desk.app.workspace)).toEqual(before)

    const taken = await desk.send(changePlanId, meta, { why: 'The plenary moved it to 2027.' }, pine)
    expect(taken.words).toContain('1 changed, 0 new, 1 dropped')
    const decided = (await desk.app.plans.changes(2026)).filter(({ kind }) => kind !== 'goal-made').slice(1)
    expect(decided.map(({ kind, why }) => [kind, why])).toEqual([
      ['plan-taken', 'The plenary moved it to 2027.'],
      ['point-changed', 'The plenary moved it to 2027.'],
      ['point-dropped', 'The plenary moved it to 2027.'],
    ])
    expect(decided.at(-1)?.touched).toEqual([goal])
    expect((await desk.ask('/plan changes 2026')).words).toContain('Why: The plenary moved it to 2027.')
  })

  test('is shown anew where a goal was set meanwhile for a sentence that it drops', async () => {
    await press(await desk.drop('要点.txt', plan2026, pine), confirmPlanId)
    const shown = await desk.drop('要点.txt', shorter, chinese)
    const { view } = await press(shown, confirmPlanId)
    const goal = await goalOf('2.2')
    const late = await desk.send(changePlanId, view?.private_metadata ?? '', { why: '全会决定' }, chinese)
    expect(late.words).toContain('尚未导入')
    expect(late.words).toContain(`• 2.2 ${goal}，其下尚无工作`)
    expect(await texts(2026)).toHaveLength(6)
  })

  test('that changes neither sentence nor title asks for no reason', async () => {
    await press(await desk.drop('要点.txt', plan2026, pine), confirmPlanId)
    const released = plan2026.replace('3月25日印发', '3月26日印发')
    const taken = await press(await desk.drop('要点.txt', released, pine), confirmPlanId)
    expect(taken.kind).toBe('replace')
    expect(taken.words).toContain('0 changed, 0 new, 0 dropped')
  })
})

describe('a document that is no plan', () => {
  test.each(noPlans)('%s: a clear no', async (_, name, content, en, zh) => {
    const before = await everyRow(database, desk.app.workspace)
    expect((await desk.drop(name, content, pine)).words.replaceAll('\n', ' ')).toMatch(en)
    expect((await desk.drop(name, content, chinese)).words.replaceAll('\n', ' ')).toMatch(zh)
    expect(await everyRow(database, desk.app.workspace)).toEqual(before)
  })

  test('a list of standards is one still', async () => {
    const list = await desk.drop('list.csv', '标准号,标准名称,状态\nGB/T 90001-2026,甲,现行\n', pine)
    expect(list.words).toContain('list.csv: what it would change')
    const faulty = await desk.drop(
      'list.csv',
      '标准号,标准名称,发布日期\nGB/T 90001-2026,甲,2026-02-30\n',
      pine,
    )
    expect(faulty.words).toContain('2026-02-28')
  })
})

describe('nobody but the secretariat', () => {
  beforeAll(newDesk)

  test('drops a plan, and is told who can', async () => {
    const refused = await desk.drop('要点.txt', plan2026, lotus)
    expect(refused.why).toBe('import.only-secretariat')
    expect(refused.words).toContain('Pine')
  })

  test('agrees, corrects or cancels with another’s button', async () => {
    const shown = await desk.drop('要点.txt', plan2026, pine)
    const modal = await opened(shown, 'point:1.1')
    const before = await everyRow(database, desk.app.workspace)
    for (const id of [confirmPlanId, correctPlanId, cancelPlanId])
      expect((await press(shown, id, lotus)).why, id).toBe('refused.secretariat')
    expect((await send(modal, { what: 'no-point' }, lotus)).why).toBe('refused.secretariat')
    const [[, choice = ''] = []] = choicesOf((await press(shown, correctPlanId)).view)
    expect((await desk.press(choosePlanPartId, choice, lotus)).why).toBe('refused.secretariat')
    expect(await everyRow(database, desk.app.workspace)).toEqual(before)
  })
})

test.each<[string, string, string]>([
  [confirmPlanId, 'no JSON', 'x'],
  [confirmPlanId, 'too little', '{"draft":"n-1"}'],
  [confirmPlanId, 'too much', '{"draft":"n-1","revision":1,"compared":"none","more":1}'],
  [confirmPlanId, 'no revision', '{"draft":"n-1","revision":0,"compared":"none"}'],
  [correctPlanId, 'no revision', 'n-1'],
  [correctPlanId, 'no id', "'; drop table/1"],
  [choosePlanPartId, 'no part', 'n-1/1'],
  [choosePlanPartId, 'another part', 'n-1/1/goal:1'],
  [choosePlanPartId, 'nothing', ''],
  [cancelPlanId, 'no id', 'a b'],
])('A forged value of %s with %s is refused', async (id, _, value) => {
  const before = await everyRow(database, desk.app.workspace)
  expect((await desk.press(id, value, pine)).why).toBe('refused.outdated-button')
  expect(await everyRow(database, desk.app.workspace)).toEqual(before)
})

test.each<[string, string]>([
  [confirmPlanId, '{"draft":"n-99","revision":1,"compared":"none/0/0/0/0"}'],
  [correctPlanId, 'n-99/1'],
  [choosePlanPartId, 'n-99/1/plan'],
  [cancelPlanId, 'n-99'],
])('%s of a draft that nobody made says so', async (id, value) => {
  expect((await desk.press(id, value, pine)).why).toBe('plan.draft-gone')
})

test('A part that the plan does not have, and forged metadata, are refused', async () => {
  const shown = await desk.drop('要点.txt', plan2026, pine)
  const [draft = ''] = buttonValue(shown.message, correctPlanId).split('/')
  expect((await desk.press(choosePlanPartId, `${draft}/1/point:9.9`, pine)).why).toBe('plan.draft-moved')
  const meta = (part: string) => JSON.stringify({ draft, revision: 1, part })
  expect((await desk.send(correctPlanPartId, meta('goal:1'), {}, pine)).why).toBe('refused.outdated-button')
  const gone = await desk.send(correctPlanPartId, meta('point:9.9'), { what: 'no-point' }, pine)
  expect(gone.words).toContain('Your correction was not made')
})

test('a heading within an area is shown above its points, and opens by its number', async () => {
  await newDesk()
  const preview = await desk.drop('plan.txt', withHeadings, pine)
  expect(JSON.stringify(preview.message)).toContain('*1.1  数据安全*\\n*1.1.1* 制定数据安全评估标准。')
  await press(preview, confirmPlanId)
  const area = await desk.ask('/plan 2029 1')
  expect(area.words).toMatch(/1\.1 {2}数据安全\s+1\.1\.1 .*1\.2 {2}人工智能\s+1\.2\.1 /s)
  const heading = await desk.ask('/plan 2029 1.1')
  expect(heading.text).toMatch(/^1\.1 数据安全: 0/)
  expect(heading.words).toContain('1.1.2')
  expect(heading.words).not.toContain('1.2.1')
  expect((await desk.ask('/plan 2029 2.1')).text).toMatch(/^2\.1 举办标准培训。/)
})
