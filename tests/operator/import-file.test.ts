import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import type { App } from '../../src/app.ts'
import { givenFile } from '../../src/operator/given-file.ts'
import { type ImportKind, importedFile, importFile } from '../../src/operator/import-file.ts'
import { importStandards, type StandardsImport, standardsFile } from '../../src/operator/import-standards.ts'
import { previewText } from '../../src/operator/import-standards-text.ts'
import { reportText } from '../../src/operator/report-text.ts'
import { readCron } from '../../src/queue/cron.ts'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { workbook } from '../files/workbook.ts'
import { fileOf, folder, sampleFile } from './command-line.ts'
import { appOn, sampleApp } from './committee.ts'

const { database } = await testDatabase()

async function imported(app: App, kind: ImportKind, file: string, dryRun = false) {
  return importFile(app, await importedFile(kind, file), { dryRun, readCron })
}

async function listed(app: App, file: string, options: Partial<StandardsImport> = {}) {
  const list = await standardsFile(app, await givenFile(file))
  const all = { dryRun: false, skipFaulty: false, takeDoubtful: false, ...options }
  const { outcome, plan } = await importStandards(app, list, all)
  return { outcome, plan, text: previewText(list, plan) }
}

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'it was not refused',
    (error: Error) => `${error.name}: ${error.message}`,
  )

async function onRecord(app: App) {
  const { committees, groups, members, plans, standards } = app
  return {
    committee: await committees.get(),
    plans: await plans.all(),
    goals: await plans.goals(),
    groups: await groups.all(),
    members: await members.all(),
    standards: await standards.all(),
    assignments: await createStore(database, app.workspace).assignments.all(),
  }
}

describe('the sample’s files', () => {
  test('are put on record, and change nothing the second time', async () => {
    const app = appOn(database, 'twice')
    expect((await imported(app, 'committee', sampleFile('committee.yaml'))).added.length).toBeGreaterThan(40)
    expect((await listed(app, sampleFile('standards.yaml'))).plan.added).toHaveLength(118)
    expect((await imported(app, 'assignments', sampleFile('assignments.yaml'))).added.length).toBeGreaterThan(
      40,
    )
    const before = await onRecord(app)
    for (const kind of ['committee', 'assignments'] as const)
      expect(await imported(app, kind, sampleFile(`${kind}.yaml`)), kind).toMatchObject({
        added: [],
        changed: [],
        left: [],
        absent: [],
        kept: [],
      })
    const again = await listed(app, sampleFile('standards.yaml'))
    expect(again).toMatchObject({
      outcome: 'taken',
      plan: { added: [], changed: [], unchanged: 118, absent: [] },
    })
    expect(await onRecord(app)).toEqual(before)
  })

  test('tell in a dry run what they would change, and change nothing', async () => {
    const app = appOn(database, 'dry')
    const dry = await imported(app, 'committee', sampleFile('committee.yaml'), true)
    expect(await app.committees.get()).toBeUndefined()
    expect(await imported(app, 'committee', sampleFile('committee.yaml'))).toEqual(dry)
  })
})

describe('a list with faults', () => {
  const list = `标准号,标准名称,状态,发布日期,工作组
GB/T 1-2026,甲,现行,2026-01-01,WG8
GB/T 2-2026,乙,现行,2026-02-30,WG8
GB/T 3-2026,丙,飞行,2026-01-01,WG8
GB/T 4-2026,丁,现行,2026-01-01,WG88
GB/T 5-2026,戊,现行,2026-01-01,WG8
GB/T 5-2026,己,现行,2026-01-01,WG8
`

  test('changes nothing, and names each of them with its line and the nearest fix', async () => {
    const app = await sampleApp(database, 'faults')
    const before = await onRecord(app)
    const file = await fileOf('list.csv', list)
    const { outcome, text } = await listed(app, file)
    expect(outcome).toBe('refused')
    expect(text).toContain(
      'line 3: published on holds “2026-02-30”; it should be YYYY, YYYY-MM or YYYY-MM-DD. Did you mean 2026-02-28?',
    )
    expect(text).toMatch(/line 4: stage holds “飞行”/)
    expect(text).toMatch(/line 5: working group holds “WG88”.*Did you mean WG8\?/)
    expect(text).toContain(
      'line 6, line 7: GB/T 5-2026 stands there several times, and differs — Chinese title: “戊” / “己”',
    )
    expect(text).toContain('1 new, 0 changed, 0 unchanged; 3 with faults, 1 in doubt.')
    expect(await onRecord(app)).toEqual(before)
  })

  test('gives the rows without one, where that is asked for', async () => {
    const app = await sampleApp(database, 'skipped')
    const file = await fileOf('list.csv', list)
    expect(await listed(app, file, { skipFaulty: true })).toMatchObject({
      outcome: 'taken',
      plan: { faulty: 3 },
    })
    const names = (await app.standards.all()).map(({ designation }) => designation)
    expect(names.filter((name) => /^GB\/T [1-5]-2026$/.test(name))).toEqual(['GB/T 1-2026'])
  })

  test('is shown first, and put on record when a person has agreed to what they saw', async () => {
    const app = await sampleApp(database, 'asked')
    const file = await fileOf('list.csv', list.split('\n').slice(0, 2).join('\n'))
    const seen: number[] = []
    const answer = (agreed: boolean) => async (plan: { added: unknown[] }) => {
      seen.push(plan.added.length)
      return agreed
    }
    expect((await listed(app, file, { confirm: answer(false) })).outcome).toBe('declined')
    expect((await app.standards.all()).some(({ designation }) => designation === 'GB/T 1-2026')).toBe(false)
    expect((await listed(app, file, { confirm: answer(true) })).outcome).toBe('taken')
    expect(
      (await app.standards.all()).find(({ designation }) => designation === 'GB/T 1-2026'),
    ).toMatchObject({
      source: 'list.csv',
      group: 'WG8',
      stage: '60',
    })
    expect((await listed(app, file, { confirm: answer(true) })).outcome).toBe('taken')
    expect(seen).toEqual([1, 1])
  })

  test('is shown again where the records change while it is looked at', async () => {
    const app = await sampleApp(database, 'meanwhile')
    const file = await fileOf('list.csv', '标准号,标准名称\nGB/T 1-2026,甲\n')
    const other = await fileOf('other.csv', '标准号,标准名称\nGB/T 1-2026,乙\n')
    const seen: string[] = []
    const confirm = async (plan: { added: unknown[]; changed: unknown[] }) => {
      if (seen.length === 0) await listed(app, other)
      seen.push(`${plan.added.length} new, ${plan.changed.length} changed`)
      return true
    }
    expect((await listed(app, file, { confirm })).outcome).toBe('taken')
    expect(seen).toEqual(['1 new, 0 changed', '0 new, 1 changed'])
  })
})

test('A number with two titles is held, also where one of them stands in a row with another fault', async () => {
  const app = await sampleApp(database, 'two-titles')
  const rows = ['GB/T 1-2026,甲,2026-01-01', 'GB/T 1-2026,乙,2026-02-30', 'GB/T 2-2026,丙,2026-01-01']
  const file = await fileOf('list.csv', ['标准号,标准名称,发布日期', ...rows].join('\n'))
  const { plan, text } = await listed(app, file, { skipFaulty: true })
  expect(plan.added.map(({ standard }) => standard.designation)).toEqual(['GB/T 2-2026'])
  expect(text).toContain(
    'line 2, line 3: GB/T 1-2026 stands there several times, and differs — Chinese title: “甲” / “乙”',
  )
})

test('A second list in a workbook is named as not read, also where the first changes nothing', async () => {
  const app = await sampleApp(database, 'sheets')
  const rows = (number: string) => [
    ['标准号', '标准名称'],
    [number, `标准名称 ${number}`],
  ]
  const file = await fileOf(
    'list.xlsx',
    workbook([
      { name: '国标', rows: rows('GB/T 1-2026') },
      { name: '说明', rows: [['本表由秘书处整理']] },
      { name: '行标', rows: rows('YD/T 2-2026') },
      { name: '地标', rows: rows('DB11/T 3-2026') },
      { name: '空表', rows: rows('').slice(0, 1) },
    ]),
  )
  const told = /^Not read: sheets “行标”, “地标”, .* save each of them as a file of its own/m
  expect((await listed(app, file)).text).toMatch(told)
  const again = await listed(app, file)
  expect(again.plan).toMatchObject({ added: [], changed: [], unchanged: 1 })
  expect(again.text).toMatch(told)
})

describe('a list of assignments that people have moved since', () => {
  const head = 'id,titleEn,group,member,dueOn,state\n'
  const first = `${head}t1,One,WG8,jasmine,2026-12-10,
t2,Two,WG8,jasmine,2026-12-10,
t3,Three,WG8,jasmine,2026-12-10,
t4,Four,WG8,jasmine,2026-12-10,
t5,Five,WG8,jasmine,2026-12-10,
`

  /** The list is on record; t1 was given to another, t2 asks for another day, t3 is withdrawn, and t5 is done. */
  async function moved(workspace: string): Promise<App> {
    const app = await sampleApp(database, workspace)
    await imported(app, 'assignments', await fileOf('list.csv', first))
    const members = await app.members.all()
    const as = (id: string) => ({
      member: members.find((one) => one.id === id) as never,
      via: 'command' as const,
    })
    const chestnut = members.find(({ id }) => id === 'chestnut')
    const to = { kind: 'member' as const, id: 'chestnut', names: chestnut?.names ?? {} }
    for (const done of [
      await app.assignments.act('t1', { kind: 'give', to, why: 'away' }, as('lotus')),
      await app.assignments.act('t2', { kind: 'ask-due', on: '2026-12-20', why: 'more' }, as('jasmine')),
      await app.assignments.act('t3', { kind: 'withdraw', why: 'not needed' }, as('lotus')),
      await app.assignments.act('t5', { kind: 'finish', on: '2026-11-20' }, as('jasmine')),
    ])
      expect(done).toMatchObject({ ok: true })
    return app
  }

  test('names what it says otherwise, in a dry run as well, and leaves that as people have it', async () => {
    const app = await moved('moved-since')
    const file = await fileOf(
      'list.csv',
      `${head}t1,One,WG8,sparrow,2026-12-11,
t2,Two,WG8,sparrow,2026-12-11,
t3,Three,WG8,sparrow,2026-12-10,
t4,Four,WG8,sparrow,2026-12-10,
t5,Five,WG8,jasmine,2026-12-10,open
`,
    )
    const dry = await imported(app, 'assignments', file, true)
    const expected = {
      added: [],
      changed: ['t4'],
      unchanged: 0,
      left: [
        { id: 't1', fields: ['owner', 'dueOn'] },
        { id: 't2', fields: ['owner', 'dueOn'] },
        { id: 't3', fields: ['owner'] },
        { id: 't5', fields: ['state'] },
      ],
    }
    expect(dry).toMatchObject(expected)
    expect(await imported(app, 'assignments', file)).toEqual(dry)
    expect(reportText(dry)).toContain(
      '0 added; 1 changed (t4); 0 unchanged; 4 left as they are, since people have changed them (t1: owner and due day, t2: owner and due day, t3: owner, t5: state); ',
    )
    const owners = await Promise.all(
      ['t1', 't2', 't3', 't4'].map(async (id) => (await app.assignments.byId(id))?.owner.id),
    )
    expect(owners).toEqual(['chestnut', 'jasmine', 'jasmine', 'sparrow'])
    // What was changed is as the file has it now; what was left is still told.
    expect(await imported(app, 'assignments', file)).toMatchObject({ ...expected, changed: [], unchanged: 1 })
  })

  test('is unchanged where it says the same, or nothing of how it stands', async () => {
    const app = await moved('moved-alike')
    const same = first.replace('t1,One,WG8,jasmine', 't1,One,WG8,chestnut')
    expect(await imported(app, 'assignments', await fileOf('list.csv', same))).toMatchObject({
      changed: [],
      unchanged: 5,
      left: [],
    })
  })

  test('may be changed in what the file still decides, and is named for the rest', async () => {
    const app = await moved('moved-and-changed')
    const file = await fileOf('list.csv', `${head}t1,Uno,WG8,sparrow,2026-12-10,\n`)
    expect(await imported(app, 'assignments', file)).toMatchObject({
      changed: ['t1'],
      unchanged: 0,
      left: [{ id: 't1', fields: ['owner'] }],
    })
    expect(await app.assignments.byId('t1')).toMatchObject({
      titles: { en: 'Uno' },
      owner: { id: 'chestnut' },
    })
  })
})

describe('a committee file with faults', () => {
  test('with a key twice, of nothing and of nonsense is refused', async () => {
    const app = appOn(database, 'nonsense')
    const refusal = async (text: string) =>
      refusalOf(imported(app, 'committee', await fileOf('c.yaml', text)))
    expect(await refusal('committee: {}\ncommittee: {}\n')).toMatch(/line 2, column 1: .*"committee" twice/)
    expect(await refusal('')).toMatch(/line 1, column 1: the file is empty/)
    expect(await refusal('{[')).toMatch(/line 1, column \d/)
    expect(await app.committees.get()).toBeUndefined()
  })
})

describe('a committee file whose schedules come too often', () => {
  const daily = async () => {
    const text = readFileSync(sampleFile('committee.yaml'), 'utf8')
    return text.replace('reminder: "0 10 * * 2"', 'reminder: "0 10 * * *"')
  }

  test('is refused, and told what to write', async () => {
    const app = await sampleApp(database, 'daily')
    const words = await refusalOf(imported(app, 'committee', await fileOf('committee.yaml', await daily())))
    expect(words).toMatch(
      /schedules\.reminder holds "0 10 \* \* \*", which comes on 7 days a week; .*0 9 \* \* 1,4/,
    )
    expect((await app.schedules.of('SWG-ETS'))[0]?.cron).toBe('0 10 * * 2')
  })

  test('is taken where that one is on record already: an update breaks nothing', async () => {
    const app = await sampleApp(database, 'daily-of-old')
    const { schedules } = createStore(database, app.workspace)
    const [old] = (await schedules.all()).filter(
      ({ group, kind }) => group === 'SWG-ETS' && kind === 'reminder',
    )
    if (old === undefined) throw new Error('no reminder')
    await schedules.put({ ...old, cron: '0 10 * * *' })
    expect(await imported(app, 'committee', await fileOf('committee.yaml', await daily()))).toMatchObject({
      changed: [],
    })
    const other = (await daily()).replace('reminder: "0 14 * * 1"', 'reminder: "0 14 * * *"')
    expect(await refusalOf(imported(app, 'committee', await fileOf('committee.yaml', other)))).toMatch(
      /"0 14 \* \* \*"/,
    )
  })
})

describe('what is no file of ours', () => {
  test.each([
    ['nothing.yaml', 'there is no such file'],
    ['', 'that is a folder'],
  ])('%j: %s', async (name, words) => {
    const file = path.join(await folder(), name)
    expect(await refusalOf(givenFile(file))).toBe(
      `OperatorError: ${file}: ${words}${name === '' ? '; give a file in it' : ''}`,
    )
  })

  test.each<[string, Buffer, ImportKind, string]>([
    ['a.yaml', Buffer.from([0, 1, 2, 3]), 'committee', 'not text'],
    ['a.csv', Buffer.from('504b030400000000', 'hex'), 'assignments', 'Excel'],
    ['a.txt', Buffer.from('id\n'), 'assignments', 'must end in .yaml or .csv'],
    ['a.csv', Buffer.from('id\n'), 'committee', 'a committee file is YAML'],
    ['a.csv', Buffer.alloc(50 * 1024 * 1024, 'a'), 'assignments', 'too large'],
  ])('%s', async (name, bytes, kind, words) => {
    expect(await refusalOf(importedFile(kind, await fileOf(name, bytes)))).toContain(words)
  })

  test.each<[string, Buffer, string]>([
    ['a.csv', Buffer.from([0, 1, 2, 3]), 'The file is no text that I can read.'],
    ['a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'That is an old workbook (`.xls`)'],
    ['a.docx', Buffer.from('x'), 'I read `.csv`, `.xlsx`, `.yaml` and `.json`'],
    ['a.csv', Buffer.from('标淮号,x\n'), '标淮号 (did you mean 标准号?)'],
    ['a.xlsx', Buffer.from('504b0304000000', 'hex'), 'damaged'],
  ])('%s as a list of standards', async (name, bytes, words) => {
    const app = await sampleApp(database, `kind-${words.length}-${name}`)
    const refusal = await refusalOf(listed(app, await fileOf(name, bytes)))
    expect(refusal).toContain(words)
    expect(refusal).toMatch(/Nothing was changed\.$/)
  })

  test('a file of more than 64 MiB is not even read', async () => {
    const file = await fileOf('a.csv', Buffer.alloc(64 * 1024 * 1024 + 1))
    expect(await refusalOf(givenFile(file))).toMatch(/too large: .* part it/)
  })

  test.runIf(process.platform !== 'win32')('a pipe that never ends is not waited for', async () => {
    expect(await refusalOf(givenFile('/dev/zero'))).toContain('that is no file')
  })
})

test('A table as a spreadsheet on Chinese Windows saves it is read', async () => {
  const app = await sampleApp(database, 'gbk')
  // 编号,标准号,标准名称,… / x-1,GB/T 99999—2025,测试标准,… in GBK.
  const bytes = Buffer.from(
    'seC6xSyx6te8usUsserXvMP7s8Ysvde2zszlz7Usvde2ziy92NbBLMC01LQKeC0xLEdCL1QgOTk5OTmhqjIwMjUssuLK1LHq17wsZ2IsNjAsMjAyNS8xMiyy4srUCg==',
    'base64',
  )
  const { plan } = await listed(app, await fileOf('standards.csv', bytes))
  expect(plan.added.map(({ standard }) => standard.id)).toEqual(['x-1'])
  expect((await app.standards.all()).find(({ id }) => id === 'x-1')).toMatchObject({
    designation: 'GB/T 99999-2025',
    titles: { zh: '测试标准' },
    asOf: '2025-12',
  })
})

describe('a committee that has changed', () => {
  type Raw = { committee: { id: string }; groups: Group[]; members: Record<string, unknown>[] }
  type Group = { code: string; name: { en?: string } }
  const changedBy = async (change: (raw: Raw) => void): Promise<string> => {
    const raw = parse(readFileSync(sampleFile('committee.yaml'), 'utf8')) as Raw
    change(raw)
    return fileOf('committee.yaml', stringify(raw))
  }

  test('keeps a group that the file no longer has, and says so', async () => {
    const app = await sampleApp(database, 'removed')
    const file = await changedBy((raw) => {
      raw.groups.push({ ...raw.groups.at(-1), code: 'WG77', name: { en: 'New' } } as Group)
      for (const member of raw.members) delete member.email
    })
    const report = await imported(app, 'committee', file)
    expect(report.added).toContain('WG77')
    expect(report.changed.length).toBeGreaterThanOrEqual((await app.members.all()).length)
    const back = await imported(app, 'committee', sampleFile('committee.yaml'))
    expect(back.absent).toEqual(['WG77'])
    expect((await app.groups.all()).map(({ code }) => code)).toContain('WG77')
  })

  test('renames a group', async () => {
    const app = await sampleApp(database, 'renamed')
    const file = await changedBy(({ groups: [first] }) => {
      if (first !== undefined) first.name.en = 'Another name'
    })
    const report = await imported(app, 'committee', file)
    expect(report.changed).toHaveLength(1)
    expect((await app.groups.called(report.changed[0] ?? ''))?.names.en).toBe('Another name')
  })

  test('is not taken for another one', async () => {
    const app = await sampleApp(database, 'other')
    const file = await changedBy(({ committee }) => {
      committee.id = 'sc27'
    })
    expect(await refusalOf(imported(app, 'committee', file))).toMatch(
      /is about the committee sc27, and tc260 is on record here; .*RAPPORTEUR_WORKSPACE=sc27/,
    )
    expect((await app.committees.get())?.id).toBe('tc260')
  })
})

test('Standards and assignments need a committee first', async () => {
  const app = appOn(database, 'none')
  for (const work of [
    () => imported(app, 'assignments', sampleFile('assignments.yaml')),
    () => listed(app, sampleFile('standards.yaml')),
  ])
    expect(await refusalOf(work())).toContain('init --sample tc260')
})
