import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../../src/store/open-store.ts'
import { emptyDatabase, testDatabase } from '../database.ts'
import { run } from '../database-server.ts'
import { newNotice } from '../store/records.ts'
import { type Ended, fileOf, folder, rapporteur, sampleFile } from './command-line.ts'
import { monday, sampleApp } from './committee.ts'

const { database, url } = await testDatabase()
const onSample = { DATABASE_URL: url, RAPPORTEUR_WORKSPACE: 'sample' }
const onNothing = { DATABASE_URL: url, RAPPORTEUR_WORKSPACE: 'nothing' }

beforeAll(() => sampleApp(database, 'sample'))

/** A user's error: exit status 1, nothing on standard output, one line on standard error. */
function expectOneLine(ended: Ended, words: string | RegExp): void {
  expect(ended).toMatchObject({ code: 1, stdout: '' })
  expect(ended.stderr).toMatch(/^[^\n]+\n$/)
  expect(ended.stderr).toMatch(words)
}

describe('help', () => {
  test.each(['init', 'import', 'export', 'ask', 'preview', 'status', 'notices', 'parse', 'manifest'])(
    'of %s',
    async (command) => {
      const { code, stdout, stderr } = await rapporteur([command, '--help'])
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toMatch(new RegExp(`^Usage: rapporteur ${command} `))
      expect(stdout).toContain('--json')
    },
  )

  test('of all, also where nothing is asked for', async () => {
    const asked = await rapporteur(['--help'])
    expect(asked).toMatchObject({ code: 0, stderr: '' })
    expect(await rapporteur([])).toEqual(asked)
  })
})

describe('wrong words are refused in one line', () => {
  test.each<[string[], string | RegExp]>([
    [['frobnicate'], "unknown command 'frobnicate'"],
    [['statsu'], 'Did you mean status?'],
    [['status', '--frob'], "unknown option '--frob'"],
    [['init'], "required option '--sample <name>'"],
    [['init', '--sample', 'nix'], 'Allowed choices are tc260'],
    [['import'], 'say what to import: committee, standards, assignments, plan or work'],
    [['import', 'people', 'x.yaml'], 'say committee, standards, assignments, plan or work'],
    [['import', 'committee', '/nowhere/x.yaml'], '/nowhere/x.yaml: there is no such file'],
    [['import', 'standards', '/nowhere/x.csv'], '/nowhere/x.csv: there is no such file'],
    [['import', 'plan', '/nowhere/x.docx'], '/nowhere/x.docx: there is no such file'],
    [['import', 'plan', 'x.docx', '--year', '26'], '"26" is no year such as 2026'],
    [['export', 'people'], 'say standards'],
    [['export', 'standards', '--format', 'pdf'], '"pdf" is no format of an export: say csv or json'],
    [['ask', '/wg'], "required option '--as <who>'"],
    [['ask', '--as', 'secretariat', 'hello'], 'begins with a slash command'],
    [['ask', '--as', 'secretariat', ''], 'begins with a slash command'],
    [['preview', 'weather', '--json'], 'say reminders, digests, asks or monday'],
    [['preview', 'digests', '--at', 'monday'], 'such as 2026-11-30T09:00+08:00'],
    [['notices', '--state', 'lost'], '"lost" is no state; there are ambiguous, failed'],
    [['notices', '--most', '0'], '"0" is no number from 1 to 99999'],
    [['notices', 'retry'], "missing required argument 'id'"],
    [['notices', 'kep', 'x'], 'too many arguments'],
  ])('%j', async (words, said) => {
    // No database is needed to say so.
    expectOneLine(await rapporteur(words, { env: { DATABASE_URL: 'postgres://127.0.0.1:9/none' } }), said)
  })
})

describe('without a committee', () => {
  test.each([
    ['ask', '--as', 'secretariat', '/wg'],
    ['preview', 'reminders'],
    ['preview', 'digests', '--json'],
    ['import', 'standards', sampleFile('standards.yaml')],
    ['import', 'assignments', sampleFile('assignments.yaml'), '--dry-run'],
    ['import', 'plan', sampleFile('README.md')],
  ])('%s %s … says what to do first', async (...words) => {
    expectOneLine(
      await rapporteur(words, { env: onNothing }),
      /"init --sample tc260".*"import committee FILE"/,
    )
  })

  test('status says so too', async () => {
    const { code, stdout } = await rapporteur(['status'], { env: onNothing })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^committee: none, .*init --sample tc260/m)
  })
})

describe('ask', () => {
  test('takes its options anywhere and its words with or without quotes', async () => {
    const quoted = await rapporteur(['ask', '--as', 'secretariat', '/standard GB/T 22239—2019'], {
      env: onSample,
    })
    expect(quoted).toMatchObject({ code: 0, stderr: '' })
    expect(quoted.stdout).toMatch(/^GB\/T 22239-2019\n/)
    const words = ['ask', '/standard', 'GB/T', '22239—2019', '--as', 'secretariat']
    expect(await rapporteur(words, { env: onSample })).toEqual(quoted)
  })

  test('prints one JSON document and nothing else', async () => {
    const words = [
      '--json',
      'ask',
      '/standard GB/T 22239',
      '--as',
      'convenor:WG8',
      '--in',
      '#wg8-data-security',
    ]
    const { code, stdout, stderr } = await rapporteur(words, { env: onSample })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const types = ['section', 'section', 'section', 'actions', 'section', 'context']
    expect(JSON.parse(stdout)).toMatchObject({
      response_type: 'ephemeral',
      blocks: types.map((type) => ({ type })),
    })
  })

  test('answers to nonsense as the bot does, and steers no terminal', async () => {
    const words = ['ask', '--as', 'secretariat', '/standard \u001b[31m<!channel>']
    const { code, stdout } = await rapporteur(words, { env: onSample })
    expect(code).toBe(0)
    expect(stdout).toContain('<!channel>')
    expect(stdout).not.toContain('\u001b')
  })

  test('tells a user’s error on standard error alone, also with --json', async () => {
    const words = ['ask', '--json', '--as', 'Nobody', '/wg']
    expectOneLine(await rapporteur(words, { env: onSample }), 'nobody is called "Nobody"')
  })
})

describe('notices', () => {
  const onNotices = { DATABASE_URL: url, RAPPORTEUR_WORKSPACE: 'noticed' }
  const store = createStore(database, 'noticed')
  beforeAll(async () => {
    await sampleApp(database, 'noticed')
    for (const id of ['failed-1', 'failed-2'])
      await store.notices.add(newNotice(id, 2, { group: id === 'failed-1' ? 'WG3' : 'WG4' }))
    for (const { id, claim } of await store.notices.claim(monday, 60_000, { say: 2, look: 0, edit: 0 }))
      await store.notices.settle(id, claim, { state: 'failed', reason: '\u001b[31mis_archived' })
    await store.notices.add(
      newNotice('sent-1', 9, { group: 'WG5', state: 'withdrawn', reason: 'nothing-due' }),
    )
  })

  test('are listed, a line each, of one state where it is named, and steer no terminal', async () => {
    const all = await rapporteur(['notices'], { env: onNotices })
    expect(all).toMatchObject({ code: 0, stderr: '' })
    expect(all.stdout.split('\n')).toHaveLength(3 + 1)
    expect(all.stdout).not.toContain('\u001b')
    const failed = await rapporteur(['notices', '--state', 'FAILED', '--most', '1'], { env: onNotices })
    expect(failed.stdout).toMatch(/^failed WG4 reminder for 2026-11-02: .*is_archived \(failed-2\)\n$/)
    const none = await rapporteur(['notices', '--state', 'ambiguous'], { env: onNotices })
    expect(none).toEqual({ code: 0, stdout: 'none\n', stderr: '' })
  })

  test('are one JSON document where that is asked for', async () => {
    const { code, stdout, stderr } = await rapporteur(['notices', '--state', 'failed', '--json'], {
      env: onNotices,
    })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject([
      { id: 'failed-2', to: 'WG4', state: 'failed' },
      { id: 'failed-1', to: 'WG3', state: 'failed' },
    ])
  })

  test('are decided about by enough of their ids, with a reason', async () => {
    expectOneLine(
      await rapporteur(['notices', 'drop', 'failed', '--why', 'x'], { env: onNotices }),
      'several notices have ids that begin with "failed"',
    )
    expectOneLine(await rapporteur(['notices', 'keep', 'failed-1'], { env: onNotices }), 'nothing to keep')
    const words = ['notices', 'drop', 'failed-1', '--why', 'told in person', '--json']
    const dropped = await rapporteur(words, { env: onNotices })
    expect(dropped).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(dropped.stdout)).toMatchObject({
      id: 'failed-1',
      state: 'withdrawn',
      reason: 'dropped',
    })
    expect(await store.decisions.of('failed-1')).toMatchObject({ word: 'drop', why: 'told in person' })
    const retried = await rapporteur(['notices', 'retry', 'failed-2'], { env: onNotices })
    expect(retried).toEqual({
      code: 0,
      stdout: 'pending WG4 reminder for 2026-11-02 (failed-2)\n',
      stderr: '',
    })
    expectOneLine(await rapporteur(['notices', 'retry', 'failed-2'], { env: onNotices }), 'is pending')
  })
})

test('Names are parsed without a database, as words or one a line', async () => {
  const env = { DATABASE_URL: 'not an address' }
  const given = await rapporteur(['parse', 'gbt22239', '22239', '--json'], { env })
  expect(given).toMatchObject({ code: 0, stderr: '' })
  expect(JSON.parse(given.stdout)).toEqual([
    { input: 'gbt22239', scheme: 'national', canonical: 'GB/T 22239' },
    { input: '22239', scheme: null, canonical: null },
  ])
  expect(await rapporteur(['parse', '--json'], { env, stdin: 'gbt22239\r\n\r\n22239' })).toEqual(given)
})

test('The manifest is that of config/', async () => {
  const { code, stdout } = await rapporteur(['manifest'])
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ display_information: { name: 'Rapporteur' } })
})

describe('a list of standards', () => {
  const list =
    '标准号,标准名称,备注,发布日期\nGB/T 91001-2026,甲,x,2026-01-01\nGB/T 91002-2026,乙,x,2026-13-01\n'

  test('with faults changes nothing: the preview names them, and one line says how to go on', async () => {
    const file = await fileOf('list.csv', list)
    const ended = await rapporteur(['import', 'standards', file], { env: onSample })
    expect(ended.code).toBe(1)
    expect(ended.stdout).toMatch(/^ {2}line 3: published on holds “2026-13-01”.*Did you mean 2026-01-13\?$/m)
    expect(ended.stdout).toMatch(/^Columns of no use here, left: 备注\.$/m)
    expect(ended.stderr).toMatch(
      /^[^\n]*list\.csv has rows .*nothing was changed\..*--skip-faulty \(1 new or changed\)\n$/,
    )
  })

  test('is one JSON document, in a dry run and when it is put on record', async () => {
    const file = await fileOf('list.csv', list)
    const words = ['import', 'standards', file, '--skip-faulty', '--json']
    const dry = JSON.parse((await rapporteur([...words, '--dry-run'], { env: onSample })).stdout)
    const taken = await rapporteur(words, { env: onSample })
    expect(taken).toMatchObject({ code: 0, stderr: '' })
    expect(dry).toEqual({ ...JSON.parse(taken.stdout), outcome: 'dry-run', dryRun: true })
    expect(dry).toMatchObject({
      reading: { left: [{ heading: '备注' }] },
      added: [{ standard: { designation: 'GB/T 91001-2026', source: 'list.csv' } }],
      faults: [{ place: { line: 3 }, field: 'publishedOn', problem: { nearest: '2026-01-13' } }],
    })
    const again = JSON.parse((await rapporteur(words, { env: onSample })).stdout)
    expect(again).toMatchObject({ outcome: 'taken', added: [], changed: [], unchanged: 1 })
  })
})

describe('a plan', () => {
  const plan = `2031年度工作要点

一、健全标准体系
（一）抓紧完善数据安全标准体系，6月底前形成框架草案。
二、深化国际合作
（二）申办SC 27工作会议。
`
  const point = {
    number: '1.1',
    text: '抓紧完善数据安全标准体系，6月底前形成框架草案。',
    kinds: ['system'],
    topics: ['data-security'],
  }

  test('is one JSON document in a dry run, without a committee too, each value with its words', async () => {
    const file = await fileOf('plan.txt', plan)
    const words = ['import', 'plan', file, '--dry-run', '--json']
    const bare = await rapporteur(words, { env: onNothing })
    expect(bare).toMatchObject({ code: 0, stderr: '' })
    const told = JSON.parse(bare.stdout)
    expect(Object.keys(told)).toEqual([
      'title',
      'year',
      'areas',
      'language',
      'changes',
      'left',
      'leftColumns',
      'leftDues',
    ])
    expect(told).toEqual({
      title: '2031年度工作要点',
      year: 2031,
      areas: [
        {
          number: 1,
          title: '健全标准体系',
          points: [
            {
              ...point,
              groups: [],
              dates: ['2031-06-30'],
              urgent: true,
              basis: {
                kinds: { system: ['标准体系'] },
                topics: { 'data-security': ['数据安全'] },
                groups: {},
                dates: { '2031-06-30': ['6月底前'] },
                urgent: ['抓紧'],
              },
            },
          ],
        },
        {
          number: 2,
          title: '深化国际合作',
          points: [
            {
              number: '2.1',
              text: '申办SC 27工作会议。',
              kinds: ['hosting-bid'],
              topics: [],
              groups: [],
              dates: [],
              urgent: false,
              basis: { kinds: { 'hosting-bid': ['申办'] }, topics: {}, groups: {}, dates: {}, urgent: [] },
            },
          ],
        },
      ],
      language: 'zh-CN',
      changes: {
        against: null,
        isSame: false,
        kept: [],
        translated: [],
        changed: [],
        added: ['1.1', '2.1'],
        dropped: [],
      },
      left: [],
      leftColumns: [],
      leftDues: [],
    })
    const ours = JSON.parse((await rapporteur([...words, '--year', '2032'], { env: onSample })).stdout)
    expect(ours).toMatchObject({
      year: 2032,
      areas: [{ points: [{ groups: ['WG8'], dates: ['2032-06-30'] }] }, {}],
    })
  })

  test('is shown and put on record, and changes nothing the second time', async () => {
    const file = await fileOf('plan.txt', plan)
    const dry = await rapporteur(['import', 'plan', file, '--dry-run'], { env: onSample })
    expect(dry).toMatchObject({ code: 0, stderr: '' })
    expect(dry.stdout).toMatch(
      /^ {2}1\.1 {2}抓紧完善.*\n {7}work: System of standards \(“标准体系”\); topics: Data security/m,
    )
    expect(dry.stdout).toMatch(/touches: WG8 \(“数据安全”\); days: 2031-06-30 \(“6月底前”\); urgent: 抓紧$/m)
    expect(dry.stdout).toMatch(/\nnothing was changed: a dry run\n$/)
    const taken = await rapporteur(['import', 'plan', file], { env: onSample })
    expect(taken.stdout).toMatch(/\nthe plan of 2031 is on record\n$/)
    const again = await rapporteur(['import', 'plan', file, '--yes'], { env: onSample })
    expect(again).toMatchObject({ code: 0, stderr: '' })
    expect(again.stdout).toMatch(
      /the plan of 2031 is on record just so: nothing to change\nnothing was changed: /,
    )
    const json = await rapporteur(['import', 'plan', file, '--json'], { env: onSample })
    expect(JSON.parse(json.stdout)).toMatchObject({
      outcome: 'unchanged',
      changes: {
        against: 2031,
        isSame: true,
        kept: ['1.1', '2.1'],
        translated: [],
        changed: [],
        added: [],
        dropped: [],
      },
    })

    const next = await fileOf('plan.txt', plan.replace('抓紧完善', '完善'))
    expectOneLine(
      await rapporteur(['import', 'plan', next, '--yes'], { env: onSample }),
      /changes the plan of 2031 that is on record \(1 changed, 0 new, 0 dropped\): say why with --why/,
    )
    const changed = await rapporteur(['import', 'plan', next, '--why', 'It is done.'], { env: onSample })
    expect(changed).toMatchObject({ code: 0, stderr: '' })
    const told = await rapporteur(['ask', '--as', 'secretariat', '/plan changes 2031'], { env: onSample })
    expect(told.stdout.match(/Why: It is done\./g)).toHaveLength(2)
  })

  test('that is none is refused in one line', async () => {
    const file = await fileOf(
      'minutes.txt',
      '会议纪要（2026年）\n一、议题\n（一）听取汇报。\n二、其他\n（一）散会。\n',
    )
    expectOneLine(
      await rapporteur(['import', 'plan', file, '--dry-run', '--json'], { env: onNothing }),
      /minutes\.txt: Its title calls it “纪要”.* Nothing was changed\.$/m,
    )
    const pdf = await fileOf('plan.pdf', '%PDF-1.7')
    expectOneLine(await rapporteur(['import', 'plan', pdf], { env: onSample }), /That is a PDF/)
  })
})

test('An export is read back by an import that changes nothing, and overwrites no file', async () => {
  const file = `${await folder()}/all.csv`
  const written = await rapporteur(['export', 'standards', '-o', file], { env: onSample })
  expect(written).toMatchObject({ code: 0, stderr: '' })
  expect(written.stdout).toMatch(/^1\d\d standards in /)
  const back = await rapporteur(['import', 'standards', file, '--json'], { env: onSample })
  expect(JSON.parse(back.stdout)).toMatchObject({ outcome: 'taken', added: [], changed: [], absent: [] })
  expectOneLine(
    await rapporteur(['export', 'standards', '-o', file], { env: onSample }),
    'such a file already',
  )
  const json = await rapporteur(['export', 'standards', '--wg', 'WG8', '--json'], { env: onSample })
  const { standards } = JSON.parse(json.stdout) as { standards: { group: string }[] }
  expect(new Set(standards.map(({ group }) => group))).toEqual(new Set(['WG8']))
})

test('A dry run and an import of the same file tell the same', async () => {
  const words = ['import', 'committee', sampleFile('committee.yaml'), '--json']
  const env = { DATABASE_URL: url, RAPPORTEUR_WORKSPACE: 'imported' }
  const dry = JSON.parse((await rapporteur([...words, '--dry-run'], { env })).stdout)
  const real = JSON.parse((await rapporteur(words, { env })).stdout)
  expect(real.added.length).toBeGreaterThan(40)
  expect(dry).toEqual({ ...real, dryRun: true })
})

test('A pipe that is closed early ends it without a word', async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'parse'], { cwd: root })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  child.stdin.end('GB/T 22239\n'.repeat(100_000))
  child.stdout.once('data', () => child.stdout.destroy())
  const [code] = await once(child, 'close')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})

describe('what depends on others', () => {
  test('a wrong variable is named, and nothing is printed', async () => {
    const { code, stdout, stderr } = await rapporteur(['status', '--json'], { env: { LOG_LEVEL: 'loud' } })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toBe(
      'LOG_LEVEL holds "loud"; it should be one of fatal, error, warn, info, debug, trace.\n',
    )
  })

  test('a database that is away is no bug', async () => {
    const env = { DATABASE_URL: 'postgres://me:secret@127.0.0.1:9/mine' }
    for (const words of [['status'], ['ask', '--as', 'x', '/wg']]) {
      const ended = await rapporteur(words, { env })
      expectOneLine(ended, /^DATABASE_URL: nothing listens at 127\.0\.0\.1:9; start PostgreSQL/)
      expect(ended.stderr).not.toContain('secret')
    }
  })

  test('a database of a newer Rapporteur is left alone', async () => {
    const newer = await emptyDatabase()
    await rapporteur(['status'], { env: { DATABASE_URL: newer } })
    await run(newer, `insert into rapporteur.migrations (version, name) values (999, 'later')`)
    expectOneLine(await rapporteur(['status'], { env: { DATABASE_URL: newer } }), 'newer Rapporteur')
  })

  test('a Redis and a Slack that are away fail in the status, at once', async () => {
    const env = {
      ...onSample,
      REDIS_URL: 'redis://127.0.0.1:9',
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_API_URL: 'http://127.0.0.1:2/api/',
    }
    const { code, stdout, stderr } = await rapporteur(['status'], { env })
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toMatch(/^ok {6}database: /m)
    expect(stdout).toMatch(/^FAILING queue: REDIS_URL: nothing listens at 127\.0\.0\.1:9; .+$/m)
    expect(stdout).toMatch(/^FAILING Slack: no answer from Slack: .+$/m)
  }, 20_000)
})

test('A bug has a reference, on the last line and in the log', async () => {
  const broken = await emptyDatabase()
  await rapporteur(['status'], { env: { DATABASE_URL: broken } })
  await run(broken, 'drop table rapporteur.committees cascade')
  const { code, stdout, stderr } = await rapporteur(['status', '--json'], { env: { DATABASE_URL: broken } })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  const [log = '', said = ''] = stderr.split('\n')
  expect(said).toContain(JSON.parse(log).reference)
  expect(JSON.parse(log).err.message).toContain('committees')
})

test('An empty data folder and the sample are all that is needed', async () => {
  const env = { RAPPORTEUR_DATA: await folder() }
  expect((await rapporteur(['init', '--sample', 'tc260'], { env })).stdout).toMatch(
    /^committee: \d+ added .*\nstandards: 118 added .*\nassignments: \d+ added .*\n$/,
  )
  expectOneLine(
    await rapporteur(['init', '--sample', 'tc260'], { env }),
    'the committee tc260 is already on record; nothing was changed',
  )
  expect(await rapporteur(['preview', 'reminders', '--wg', 'WG8'], { env })).toMatchObject({
    code: 0,
    stderr: '',
  })
  const asked = await rapporteur(['ask', '--as', 'member:WG8', '/assignments WG8'], { env })
  expect(asked).toMatchObject({ code: 0, stderr: '' })
  const status = await rapporteur(['status'], { env })
  expect(status).toMatchObject({ code: 0, stderr: '' })
  expect(status.stdout).toMatch(/^ok {6}database: PostgreSQL in /)
}, 120_000)
