import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../database.ts'
import { type Asker, type Desk, deskOn } from './desk.ts'

const { database } = await testDatabase()
let desk: Desk

beforeAll(async () => {
  desk = await deskOn(database, 'assignments', '2026-11-23T20:00:00Z')
  const pear = { names: { zh: '示例雪梨', en: 'Pear Sample' }, roles: [] }
  await desk.app.committees.importCommittee({
    committee: (await desk.app.committees.get()) ?? {
      id: '',
      names: {},
      formerNames: [],
      zone: '',
      languages: [],
    },
    groups: await desk.app.groups.all(),
    schedules: [],
    organisations: [],
    members: [
      { id: 'pear-1', ...pear },
      { id: 'pear-2', ...pear },
    ],
    plans: [],
    goals: [],
  })
})

const lotus: Asker = { member: 'lotus', language: 'zh-CN' }

describe('in Chinese', () => {
  test.each([
    ['', '您有 2 项待办任务', 2],
    ['我', '您有 2 项待办任务', 2],
    ['WG8', 'WG8：8 项任务', 8],
    ['ｗｇ８', 'WG8：8 项任务', 8],
    ['wg8 overdue', 'WG8：2 项任务', 2],
    ['逾期 WG8', 'WG8：2 项任务', 2],
    ['逾期', '全委员会：9 项任务', 9],
    ['due 2w', '全委员会：23 项任务', 23],
    ['截止 10天', '全委员会：21 项任务', 21],
    ['10天内到期', '全委员会：21 项任务', 21],
    ['两周内', '全委员会：23 项任务', 23],
    ['WG8 due 2w', 'WG8：6 项任务', 6],
    ['我的 逾期', '您没有符合条件的待办任务。', 0],
    ['my WG7', '您没有符合条件的待办任务。', 0],
    ['mine due 30d', '您的任务：2 项', 2],
    ['SWG-ETS', 'SWG-ETS：3 项任务', 3],
    ['swg ets', 'SWG-ETS：3 项任务', 3],
    ['示例茉莉', '示例茉莉：3 项任务', 3],
    ['＠示例茉莉', '示例茉莉：3 项任务', 3],
    ['@Jasmine Sample', '示例茉莉：3 项任务', 3],
    ['jasmine WG8', '示例茉莉：2 项任务', 2],
    ['swg ets 示例仙鹤 逾期', '示例仙鹤：1 项任务', 1],
    ['假想银行', '假想银行：2 项任务', 2],
    ['示例玉兰', '示例玉兰 没有符合条件的待办任务。', 0],
  ])('/assignments %s', async (words, title, count) => {
    const reply = await desk.ask(`/assignments ${words}`, lotus)
    expect([reply.kind, reply.text]).toStrictEqual(['ephemeral', title])
    expect(reply.words.match(/^• /gm) ?? []).toHaveLength(count)
  })
})

describe('in English', () => {
  test.each([
    ['', 'You owe 2 assignments'],
    ['me due 1w', 'You owe nothing of that kind.'],
    ['SG1', 'SG1: 4 assignments'],
    ['sg1 late', 'SG1: 1 assignment'],
    ['Imaginary Bank', 'Imaginary Bank: 2 assignments'],
  ])('/assignments %s', async (words, title) => {
    const reply = await desk.ask(`/assignments ${words}`, { member: 'juniper' })
    expect([reply.kind, reply.text]).toStrictEqual(['ephemeral', title])
  })

  test('a list says what, who, by when and where, first what is late', async () => {
    const { words } = await desk.ask('/assignments due 2w', { member: 'juniper' })
    const lines = words.split('\n')
    expect(lines.slice(0, 3)).toStrictEqual([
      'Across the committee: 23 assignments',
      'Overdue (9)',
      '• Collect how the critical information infrastructure standard is used in the motor industry — Azalea Sample · due 23 Oct · 32 days late · WG7',
    ])
    expect(lines).toContain('Due within two weeks (14)')
  })
})

describe('what is due on days that are named', () => {
  /** It is Tuesday, 24 November 2026, in Shanghai. */
  test.each([
    ['due today', 'Due on Tue 24 Nov', []],
    ['due tomorrow', 'Due on Wed 25 Nov', ['wg7-01']],
    ['due 2026-12-01', 'Due on Tue 1 Dec', ['wg8-05']],
    ['due 1 December', 'Due on Tue 1 Dec', ['wg8-05']],
    ['due 23 October', 'Due on Fri 23 Oct', ['wg7-02']],
    ['WG8 due this week', 'Due Mon 23 Nov – Sun 29 Nov', ['wg8-01']],
    ['due next week WG8', 'Due Mon 30 Nov – Sun 6 Dec', ['wg8-05', 'wg8-03']],
    ['WG8 due next month', 'Due Tue 1 Dec – Thu 31 Dec', ['wg8-05', 'wg8-03', 'wg8-08', 'wg8-07']],
    ['WG8 due by Friday', 'Due by Fri 27 Nov', ['wg8-04', 'wg8-02', 'wg8-01']],
    ['WG8 due from 1 Dec to 4 Dec', 'Due Tue 1 Dec – Fri 4 Dec', ['wg8-05', 'wg8-03']],
    ['WG8 due this quarter', 'Due Thu 1 Oct – Thu 31 Dec', undefined],
    ['WG8 due this year', 'Due Thu 1 Jan – Thu 31 Dec', undefined],
    ['WG8 due next year', 'Due Fri, 1 Jan 2027 – Fri, 31 Dec 2027', undefined],
    ['WG8 今年到期', 'Due Thu 1 Jan – Thu 31 Dec', undefined],
    ['WG8 tomorrow', 'Due on Wed 25 Nov', []],
    ['明天到期', 'Due on Wed 25 Nov', ['wg7-01']],
    ['WG8 本周到期', 'Due Mon 23 Nov – Sun 29 Nov', ['wg8-01']],
    ['WG8 12月1日到期', 'Due on Tue 1 Dec', ['wg8-05']],
    ['WG8 周五前到期', 'Due by Fri 27 Nov', ['wg8-04', 'wg8-02', 'wg8-01']],
  ])('/assignments %s', async (words, days, ids) => {
    const { kind, words: told, message } = await desk.ask(`/assignments ${words}`, { member: 'juniper' })
    expect(kind).toBe('ephemeral')
    expect(told).toContain(days)
    const listed = (JSON.stringify(message).match(/"value":"[a-z]+\d+-\d+"/giu) ?? []).map((one) =>
      one.slice(9, -1),
    )
    if (ids === undefined) return
    if (/WG8/u.test(words)) expect(listed).toEqual(ids)
    else expect(listed).toEqual(expect.arrayContaining(ids))
  })

  test.each([
    ['今天到期', '11月24日周二到期'],
    ['下周到期', '11月30日周一至12月6日周日到期'],
    ['截止 周五', '11月27日周五到期'],
  ])('in Chinese: /assignments %s', async (words, days) => {
    expect((await desk.ask(`/assignments ${words}`, lotus)).words).toContain(days)
  })

  test('a day that is none is told', async () => {
    expect((await desk.ask('/assignments due 31 November', lotus)).why).toBe('absence.no-day')
    expect((await desk.ask('/assignments due soon', { member: 'juniper' })).text).toContain('`due today`')
  })
})

describe('refused', () => {
  test.each([
    ['nobody of that name', 'nobody', lotus, 'assignments.unknown-name', '没有名为“nobody”的工作组'],
    ['a group that is not', 'WG99', lotus, 'assignments.unknown-name', '没有名为“WG99”的工作组'],
    ['two of one name', '示例雪梨', lotus, 'assignments.two-of-that-name', '有多位成员名为“示例雪梨”'],
    ['a stranger’s mention', '<@U1>', lotus, 'assignments.unknown-name', '没有名为“@U1”'],
    ['the whole channel', '<!channel>', lotus, 'assignments.unknown-name', '没有名为“&lt;!channel&gt;”'],
    [
      'a verb that is nearly one',
      'acept wg8-02',
      {},
      'assignment.unknown-verb-but',
      'Did you mean `/assignments accept wg8-02`?',
    ],
    [
      'and what was typed behind it',
      'delegte wg8-02 to chestnut because of leave',
      {},
      'assignment.unknown-verb-but',
      'Did you mean `/assignments delegate wg8-02 to chestnut because of leave`?',
    ],
    [
      'and what was typed behind it, in Chinese',
      '转交级 wg8-03 示例山栗',
      lotus,
      'assignment.unknown-verb-but',
      '`/assignments 转交 wg8-03 示例山栗`',
    ],
    ['what only begins as a verb does', '准备 wg8-02', lotus, 'assignment.unknown-verb', '可用的有：接受'],
    [
      'a verb that is none',
      'wg8-02 结案了',
      lotus,
      'assignment.unknown-verb',
      '可用的有：接受、退回、转交、进展、受阻、恢复、延期、同意、驳回、完成、重启、撤销、历史',
    ],
    ['a word beside what is no short name', 'refute a99', {}, 'assignments.unknown-name', 'refute a99'],
    ['no span', 'due', lotus, 'assignments.ask-for-span', '请在“截止”后面写明时间范围'],
    ['no span that can be read', 'due soon', lotus, 'assignments.bad-span', '“截止”后面请写时间范围'],
    ['a stranger’s own', '', {}, 'assignments.stranger', 'You are not in the committee’s list'],
    [
      'a stranger’s own, late',
      'me overdue',
      {},
      'assignments.stranger',
      'You are not in the committee’s list',
    ],
  ])('%s', async (_what, words, who, why, text) => {
    const reply = await desk.ask(`/assignments ${words}`, who)
    expect(reply).toMatchObject({ kind: 'refused', why })
    expect(reply.text).toContain(text)
  })
})

describe('a verb that is denied is never answered with the verb', () => {
  const list = 'assignment.unknown-verb'
  const but = 'assignment.unknown-verb-but'
  const cannot = 'assignment.unknown-verb-cannot'
  test.each([
    ["won't accept", but, 'decline'],
    ['don’t accept', but, 'decline'],
    ['do not accept', but, 'decline'],
    ['cannot accept', but, 'decline'],
    ['unaccept', but, 'decline'],
    ["can't approve", but, 'deny'],
    ['not accepted yet', list, undefined],
    ['unaccepted', list, undefined],
    ['not done', list, undefined],
    ['not yet done', list, undefined],
    ["isn't done", list, undefined],
    ['never done', list, undefined],
    ['undone', list, undefined],
    ['incomplete', list, undefined],
    ['unfinished', list, undefined],
    ["don't withdraw", list, undefined],
    ['dont extend', list, undefined],
    ['cannot finish', cannot, undefined],
    ["can't do", cannot, undefined],
    ['unable to complete', cannot, undefined],
    ['无法接受', but, '退回'],
    ['不想接受', but, '不接受'],
    ['接受不了', but, '退回'],
    ['不能批准', but, '不批准'],
    ['未接受', list, undefined],
    ['没接受', list, undefined],
    ['待接受', list, undefined],
    ['未完成', list, undefined],
    ['没完成', list, undefined],
    ['没有完成', list, undefined],
    ['不完成', list, undefined],
    ['别完成', list, undefined],
    ['尚未完成', list, undefined],
    ['还没完成', list, undefined],
    ['待完成', list, undefined],
    ['不拒绝', list, undefined],
    ['不撤销', list, undefined],
    ['不延期', list, undefined],
    ['拒批准', but, '驳回'],
    ['完成不了', cannot, undefined],
    ['无法完成', cannot, undefined],
    ['不能按时完成', cannot, undefined],
    ['没法做', cannot, undefined],
  ])('%s: %s %s', async (verb, why, nearest) => {
    const forms = [`${verb} wg8-02`, `wg8-02 ${verb}`, `${verb}: wg8-02`]
    const joined = /\p{Script=Han}/u.test(verb) ? [`${verb}wg8-02`, `wg8-02${verb}`] : []
    for (const words of [...forms, ...joined])
      for (const who of [lotus, {}]) {
        const reply = await desk.ask(`/assignments ${words}`, who)
        expect([words, reply.kind, reply.why]).toStrictEqual([words, 'refused', why])
        if (nearest !== undefined) expect(reply.text).toContain(`\`/assignments ${nearest} wg8-02\``)
      }
  })

  test('a slip of a verb that denies by itself is still mended', async () => {
    for (const [slip, verb] of [
      ['unblok', 'unblock'],
      ['disaprove', 'disapprove'],
      ['不同易', '不同意'],
      ['undate', 'update'],
    ])
      expect((await desk.ask(`/assignments ${slip} wg8-02`)).text).toContain(
        `\`/assignments ${verb} wg8-02\``,
      )
  })
})

test('a stranger sees what a group owes', async () => {
  expect(await desk.ask('/assignments WG8')).toMatchObject({ kind: 'ephemeral', text: 'WG8: 8 assignments' })
})

test('nobody is pinged by a list', async () => {
  const { message } = await desk.ask('/assignments due 12m', lotus)
  expect(JSON.stringify(message)).not.toMatch(/<[@!#]/)
})

test('two groups at once are refused in words that say so', async () => {
  const reply = await desk.ask('/assignments WG8 WG3', lotus)
  expect(reply.text).toBe('每次请只查一个工作组，例如 `/assignments WG8`。')
})
