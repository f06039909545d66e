import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import type { App } from '../../src/app.ts'
import { type ImportKind, importedFile, importFile } from '../../src/operator/import-file.ts'
import { readCron } from '../../src/queue/cron.ts'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { fileOf, folder, sampleFile } from './command-line.ts'
import { appOn, sampleApp } from './committee.ts'

const { database } = await testDatabase()

async function imported(app: App, kind: ImportKind, file: string, dryRun = false) {
  return importFile(app, await importedFile(kind, file), { dryRun, readCron })
}

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'it was not refused',
    (error: Error) => `${error.name}: ${error.message}`,
  )

async function onRecord(app: App) {
  const { committees, groups, members, standards } = app
  return {
    committee: await committees.get(),
    plans: await committees.plans(),
    groups: await groups.all(),
    members: await members.all(),
    standards: await standards.all(),
    assignments: await createStore(database, app.workspace).assignments.all(),
  }
}

const kinds: readonly ImportKind[] = ['committee', 'standards', 'assignments']

describe('the sample’s files', () => {
  test('are put on record, and change nothing the second time', async () => {
    const app = appOn(database, 'twice')
    for (const kind of kinds) {
      const first = await imported(app, kind, sampleFile(`${kind}.yaml`))
      expect(first.added.length, kind).toBeGreaterThan(40)
    }
    const before = await onRecord(app)
    for (const kind of kinds)
      expect(await imported(app, kind, sampleFile(`${kind}.yaml`)), kind).toMatchObject({
        added: [],
        changed: [],
        absent: [],
        kept: [],
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

describe('a file with faults', () => {
  const five: [from: string, to: string][] = [
    ["stage: '60'", "stage: '61'"],
    ['group: WG5', 'group: WG55'],
    ['stages: gb', 'stages: bg'],
    ['asOf:', 'asof:'],
    ['designation: GB/T 35273-2020', 'designation: GB/T 22239-2019'],
  ]

  test('changes nothing, and names each of them by line and column', async () => {
    const app = await sampleApp(database, 'faults')
    const before = await onRecord(app)
    // Each in a record of its own: the next place of `from` behind the last one.
    let text = readFileSync(sampleFile('standards.yaml'), 'utf8')
    let at = 0
    const lines: number[] = []
    for (const [from, to] of five.slice(0, 4)) {
      at = text.indexOf(from, text.indexOf('\n  - ', at + 1))
      expect(at, from).toBeGreaterThan(0)
      lines.push(text.slice(0, at).split('\n').length)
      text = text.slice(0, at) + to + text.slice(at + from.length)
    }
    const [last] = five.slice(4)
    text = text.replace(last?.[0] ?? '', last?.[1] ?? '')
    const file = await fileOf('standards.yaml', text)
    const [heading, ...faults] = (await refusalOf(imported(app, 'standards', file))).split('\n')
    expect(heading).toBe(`OperatorError: ${file} does not hold; nothing was changed`)
    for (const line of lines)
      expect(faults.some((fault) => fault.startsWith(`line ${line}, column `))).toBe(true)
    expect(faults.some((fault) => fault.includes('already used in line'))).toBe(true)
    expect(await onRecord(app)).toEqual(before)
  })

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

describe('what is no file of ours', () => {
  test.each([
    ['nothing.yaml', 'there is no such file'],
    ['', 'that is a folder'],
  ])('%j: %s', async (name, words) => {
    const file = path.join(await folder(), name)
    expect(await refusalOf(importedFile('standards', file))).toBe(
      `OperatorError: ${file}: ${words}${name === '' ? '; give a file in it' : ''}`,
    )
  })

  test.each<[string, Buffer, ImportKind, string]>([
    ['a.yaml', Buffer.from([0, 1, 2, 3]), 'committee', 'not text'],
    ['a.csv', Buffer.from('504b030400000000', 'hex'), 'standards', 'Excel'],
    ['a.txt', Buffer.from('id\n'), 'standards', 'must end in .yaml or .csv'],
    ['a.csv', Buffer.from('id\n'), 'committee', 'a committee file is YAML'],
    ['a.csv', Buffer.alloc(50 * 1024 * 1024, 'a'), 'standards', 'too large'],
  ])('%s', async (name, bytes, kind, words) => {
    expect(await refusalOf(importedFile(kind, await fileOf(name, bytes)))).toContain(words)
  })

  test.runIf(process.platform !== 'win32')('a pipe that never ends is not waited for', async () => {
    expect(await refusalOf(importedFile('standards', '/dev/zero'))).toContain('that is no file')
  })
})

test('A table as a spreadsheet on Chinese Windows saves it is read', async () => {
  const app = await sampleApp(database, 'gbk')
  // 编号,标准号,标准名称,… / x-1,GB/T 99999—2025,测试标准,… in GBK.
  const bytes = Buffer.from(
    'seC6xSyx6te8usUsserXvMP7s8Ysvde2zszlz7Usvde2ziy92NbBLMC01LQKeC0xLEdCL1QgOTk5OTmhqjIwMjUssuLK1LHq17wsZ2IsNjAsMjAyNS8xMiyy4srUCg==',
    'base64',
  )
  const report = await imported(app, 'standards', await fileOf('standards.csv', bytes))
  expect(report.added).toEqual(['x-1'])
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
  for (const kind of ['standards', 'assignments'] as const)
    expect(await refusalOf(imported(appOn(database, 'none'), kind, sampleFile(`${kind}.yaml`)))).toContain(
      'init --sample tc260',
    )
})
