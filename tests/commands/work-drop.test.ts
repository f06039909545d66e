import { beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../../src/contract/reply.ts'
import { cancelWorkListId, confirmWorkListId } from '../../src/views/work-list-preview.ts'
import { testDatabase } from '../database.ts'
import { everyRow } from '../domain/committee/small-committee.ts'
import { workbook } from '../files/workbook.ts'
import { type Asker, type Desk, deskOn, type Outcome } from './desk.ts'

const { database } = await testDatabase()
const pine: Asker = { member: 'pine' }
const lotus: Asker = { member: 'lotus' }
const oriole: Asker = { member: 'oriole' }
const maple: Asker = { member: 'maple' }

let desk: Desk
let count = 0
/** A committee of its own, for what changes something. */
beforeEach(async () => {
  count += 1
  desk = await deskOn(database, `work-drop-${count}`, '2026-11-23T04:00:00Z')
})

const heading = '目标,工作项,类型,工作组,截止,任务,责任人,任务截止'
const study = 'kwp-2024-2-5,重要数据分类调研,study,WG8,2026-12-31,走访三家银行,jasmine,2026-12-01'
const paper = 'kwp-2024-2-5,重要数据识别白皮书,study,,,撰写提纲,,'
const list = (...rows: string[]) => [heading, ...rows].join('\n')

function buttonOf({ message }: Outcome, id: string): string | undefined {
  return buttonsIn(message).find(({ action_id: of }) => of === id)?.value
}

function buttonsIn(message: Message | undefined) {
  return (message?.blocks ?? []).flatMap((block) =>
    block.type === 'actions'
      ? block.elements.flatMap((element) => (element.type === 'button' ? [element] : []))
      : [],
  )
}

function press(shown: Outcome, who = lotus): Promise<Outcome> {
  const value = buttonOf(shown, confirmWorkListId)
  if (value === undefined) throw new Error(`no button below: ${shown.words}`)
  return desk.press(confirmWorkListId, value, who)
}

const unchanged = async (gesture: () => Promise<unknown>) => {
  const before = await everyRow(database, desk.app.workspace)
  await gesture()
  expect(await everyRow(database, desk.app.workspace)).toStrictEqual(before)
}

describe('a list of work that a convenor drops', () => {
  test('is shown, and on record once they agree, with a way to its goal', async () => {
    const before = await everyRow(database, desk.app.workspace)
    const shown = await desk.drop('工作.csv', list(study, paper), lotus)
    expect(shown.words).toContain('New: 2 pieces of work, 2 assignments.')
    expect(shown.words).toContain('重要数据分类调研 · ')
    expect(shown.words).toMatch(/走访三家银行 · .*Jasmine.* · by /)
    expect(shown.words).toContain('撰写提纲 · all of WG8')
    expect(await everyRow(database, desk.app.workspace)).toStrictEqual(before)

    const taken = await press(shown)
    expect(taken.kind).toBe('replace')
    expect(taken.words).toContain('工作.csv is on record: 2 pieces of work and 2 assignments added.')
    expect(await desk.app.work.byId('w1')).toMatchObject({
      titles: { zh: '重要数据分类调研' },
      goals: ['kwp-2024-2-5'],
      group: 'WG8',
      dueOn: '2026-12-31',
    })
    expect(await desk.app.work.byId('w2')).toMatchObject({ titles: { zh: '重要数据识别白皮书' } })
    const owed = (await desk.app.assignments.list({ group: 'WG8' })).first.flatMap(
      ({ titles, owner, items }) => (items.length === 0 ? [] : [[titles.zh, owner.id, ...items]]),
    )
    expect(owed).toStrictEqual([
      ['走访三家银行', 'jasmine', 'w1'],
      ['撰写提纲', 'WG8', 'w2'],
    ])
    const [open] = buttonsIn(taken.message)
    const goal = await desk.press(open?.action_id ?? '', open?.value ?? '', lotus)
    expect(goal.words).toContain('重要数据识别白皮书')
  })

  test('changes nothing the second time, and says so', async () => {
    const shown = await desk.drop('a.csv', list(study, paper), lotus)
    await press(shown)
    await unchanged(async () => {
      const again = await desk.drop('b.csv', list(study, paper), oriole)
      expect(again.words).toContain('b.csv: everything in it is on record already. Nothing to change.')
      expect(buttonsIn(again.message)).toStrictEqual([])
      // The button of the first preview is still there to be pressed once more.
      expect((await press(shown)).words).toContain('Nothing to change')
    })
    const more = await desk.drop('c.csv', list(study, `${study.replace('走访三家银行', '汇总')}`), lotus)
    expect(more.words).toContain('New: 0 pieces of work, 1 assignment.')
    expect(more.words).toContain('left as it is: 1 piece of work, 1 assignment.')
  })

  test('is a workbook as well, whose rows go on with those above', async () => {
    const book = workbook([
      {
        name: '计划',
        rows: [
          ['WG8 工作分解', '', '', ''],
          ['目标', '工作项', '类型', '任务', '责任人'],
          ['kwp-2024-2-5', '重要数据分类调研', 'study', '走访三家银行', 'jasmine'],
          ['', '', '', '撰写报告', '无此人'],
        ],
      },
    ])
    const shown = await desk.drop('工作.xlsx', book, oriole)
    expect(shown.words).toContain('计划, row 4: owner “无此人” is not on record.')
    const taken = await press(shown, oriole)
    expect(taken.words).toContain(
      '1 piece of work and 1 assignment added. 1 row has a fault, and what it spoils was left out.',
    )
  })

  test('says what it says in Chinese to whoever reads Chinese', async () => {
    const reader: Asker = { ...lotus, language: 'zh-CN' }
    const other = 'kwp-2024-2-7,密钥管理调研,study,WG5,,,,'
    const shown = await desk.drop('工作.csv', list(study, other), reader)
    expect(shown.words).toContain('新增工作项 1 项、任务 1 项；已在库、保持不变的工作项 0 项、任务 0 项。')
    expect(shown.words).toContain('第 3 行：属于 WG5 的工作，该工作组不由您负责')
    const taken = await press(shown, reader)
    expect(taken.words).toContain('工作.csv 已导入：新增工作项 1 项、任务 1 项。')
    expect(taken.words).toContain('1 行有错误，受影响的内容未导入')
  })

  test('is left alone where that is asked for', async () => {
    const shown = await desk.drop('a.csv', list(study), lotus)
    await unchanged(async () => {
      const left = await desk.press(cancelWorkListId, buttonOf(shown, cancelWorkListId) ?? '', lotus)
      expect(left.words).toBe('a.csv: nothing was changed.')
    })
  })

  test('is one though a column of it names standards, and none where no row stands in it', async () => {
    const shown = await desk.drop(
      'a.csv',
      '标准号,目标,工作项,类型\nGB/T 43697-2024,kwp-2024-2-5,调研,study',
      pine,
    )
    expect(shown.words).toContain('New: 1 piece of work')
    expect((await desk.drop('b.csv', heading, lotus)).words).toContain(
      'no row of work stands below the headings',
    )
  })
})

describe('of a list of work', () => {
  test.each<[string, string, string]>([
    ['an unknown goal', 'kwp-1999-1,甲,study,,,,,', 'line 2: goal “kwp-1999-1” is not on record.'],
    ['a goal nobody has', 'kwp-2024-2-6,甲,study,,,,,', 'no group has taken the goal “kwp-2024-2-6” on.'],
    [
      'another group',
      'kwp-2024-2-7,甲,study,,,,,',
      'line 2: it is work of WG5, a group that you don’t lead.',
    ],
    ['no such day', 'kwp-2024-2-5,甲,study,,2026-02-30,,,', 'due day “2026-02-30” is no day of the calendar'],
    ['no kind', 'kwp-2024-2-5,甲,party,,,,,', 'kind “party” names no one kind of work.'],
    ['no work', 'kwp-2024-2-5,,study,,,,,', 'line 2: work is missing.'],
    ['a goal without an end', `${'x'.repeat(1_001)},甲,study,,,丙,,\n,,,,,乙,,`, 'goal “xxx'],
  ])('a row with %s is left out, and nothing else is lost', async (_, row, fault) => {
    const shown = await desk.drop('a.csv', list(row, study), lotus)
    expect(shown.words).toContain(fault)
    expect(shown.words).toContain('New: 1 piece of work, 1 assignment.')
    const taken = await press(shown)
    expect(taken.words).toContain('1 piece of work and 1 assignment added.')
    expect(await desk.app.work.byId('w1')).toMatchObject({ titles: { zh: '重要数据分类调研' } })
    expect(await desk.app.work.byId('w2')).toBeUndefined()
  })

  test('an owner who is none leaves their assignment out, and it is new once that is mended', async () => {
    const wrong = paper.replace('撰写提纲,', '撰写提纲,Nobody')
    const taken = await press(await desk.drop('a.csv', list(wrong), lotus))
    expect(taken.words).toContain('1 piece of work and 0 assignments added.')
    const mended = await press(await desk.drop('a.csv', list(paper), lotus))
    expect(mended.words).toContain('0 pieces of work and 1 assignment added.')
  })

  test('what goes on with a row that can’t be read goes on with no other', async () => {
    const long = `${'x'.repeat(1_001)},甲,study,,,丙,,`
    const shown = await desk.drop('a.csv', list(study, long, ',,,,,乙,,'), lotus)
    expect(shown.words).toContain('line 4: goal is missing.')
    expect((await press(shown)).words).toContain('1 piece of work and 1 assignment added.')
  })

  test('that has nothing but faults there is nothing to agree to', async () => {
    const shown = await desk.drop('a.csv', list('kwp-1999-1,甲,study,,,,,'), lotus)
    expect(shown.words).toContain('1 fault, left out')
    expect(buttonsIn(shown.message)).toStrictEqual([])
  })

  test('work of the same name that another group has below the goal is not added to', async () => {
    const of = (group: string, task: string) => `kwp-2024-1-1,同名工作,study,${group},,${task},,`
    await press(await desk.drop('a.csv', list(of('WG7', '甲')), pine), pine)
    expect(await desk.app.work.byId('w1')).toMatchObject({ group: 'WG7' })
    await press(await desk.drop('b.csv', list(of('WG8', '乙')), lotus))
    expect(await desk.app.work.byId('w2')).toMatchObject({ group: 'WG8', titles: { zh: '同名工作' } })
  })
})

describe('what was agreed to is what was seen', () => {
  test('a list of which some was put on record since is shown anew', async () => {
    const shown = await desk.drop('a.csv', list(study, paper), lotus)
    await press(await desk.drop('b.csv', list(study), oriole), oriole)
    let again: Outcome | undefined
    await unchanged(async () => {
      again = await press(shown)
    })
    expect(again?.words).toContain('have changed since you looked, and nothing was put on record')
    expect(again?.words).toContain('New: 1 piece of work, 1 assignment.')
    if (again !== undefined) await press(again)
    expect(await desk.app.work.byId('w2')).toMatchObject({ titles: { zh: '重要数据识别白皮书' } })
  })

  test('a convenor who presses the secretariat’s button adds to their own groups alone', async () => {
    const other = 'kwp-2024-2-7,密钥管理调研,study,WG5,,,,'
    const shown = await desk.drop('a.csv', list(study, other), pine)
    expect(shown.words).toContain('New: 2 pieces of work, 1 assignment.')
    await unchanged(async () => {
      const again = await press(shown, maple)
      expect(again.words).toContain('it is work of WG8, a group that you don’t lead.')
      expect(again.words).toContain('New: 1 piece of work, 0 assignments.')
    })
    expect((await press(shown, pine)).words).toContain('2 pieces of work and 1 assignment added.')
  })
})

describe('nobody else', () => {
  test('drops a list of work, and is told who can', async () => {
    for (const who of [{ member: 'jasmine' }, {}]) {
      const refused = await desk.drop('a.csv', list(study), who)
      expect(refused.why).toBe('import.only-secretariat')
      expect(refused.words).toContain('convenors and deputies of its groups')
    }
  })

  test('presses its buttons', async () => {
    const shown = await desk.drop('a.csv', list(study), lotus)
    await unchanged(async () => {
      for (const id of [confirmWorkListId, cancelWorkListId])
        expect((await desk.press(id, buttonOf(shown, id) ?? '', { member: 'jasmine' })).why).toBe(
          'refused.any-convenor',
        )
    })
  })

  test('than the secretariat drops a list of standards', async () => {
    const refused = await desk.drop('a.csv', '标准号,标准名称\nGB/T 90001-2026,甲', lotus)
    expect(refused.why).toBe('import.only-secretariat')
    const neither = await desk.drop('a.csv', 'a,b\n1,2', pine)
    expect(neither.words).toContain('As a list of work: it needs a column for goals')
  })

  test.each([
    ['no JSON', 'x'],
    ['too little', '{"file":"F1"}'],
    ['too much', '{"file":"F1","digest":"d","seen":"s","more":1}'],
    ['no file', '{"file":"../x","digest":"d","seen":"s"}'],
  ])('agrees with a forged value: %s', async (_, value) => {
    await desk.drop('a.csv', list(study), lotus)
    await unchanged(async () => {
      expect((await desk.press(confirmWorkListId, value, lotus)).why).toBe('refused.outdated-button')
    })
  })

  test('agrees to what they have not seen', async () => {
    const asked = JSON.parse(buttonOf(await desk.drop('a.csv', list(study), lotus), confirmWorkListId) ?? '')
    await unchanged(async () => {
      for (const other of [{ digest: 'd' }, { seen: 's' }]) {
        const again = await desk.press(confirmWorkListId, JSON.stringify({ ...asked, ...other }), lotus)
        expect(again.words).toContain('have changed since you looked')
      }
      const gone = await desk.press(confirmWorkListId, JSON.stringify({ ...asked, file: 'F99' }), lotus)
      expect(gone.why).toBe('import.file-refused')
    })
  })
})
