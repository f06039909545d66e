import { beforeAll, describe, expect, test } from 'vitest'
import { answer } from '../../commands/index.ts'
import type { App } from '../../src/app.ts'
import { byOperator } from '../../src/domain/audit/rules.ts'
import { ask, typedCommand } from '../../src/operator/ask.ts'
import { auditLines, auditText } from '../../src/operator/audit.ts'
import { type AuditWords, auditAsked, checkSpan } from '../../src/operator/audit-asked.ts'
import { OperatorError } from '../../src/operator/operator-error.ts'
import { testDatabase } from '../database.ts'
import { doneBy } from '../done-by.ts'
import { sampleApp } from './committee.ts'

const { database } = await testDatabase()
let app: App
let requests = 0
const say = (as: string, text: string) =>
  ask(app, answer, { as, typed: typedCommand(text), request: `r-${++requests}` })

beforeAll(async () => {
  app = await sampleApp(database, 'audit')
  await say('jasmine', '/assignments update wg8-02 half of it\nis done')
  await say('pine', '/standard follow GB/T 43697')
  await say('pine', '/rapporteur off 2026-12-24 because of the move')
  const wg8 = await app.groups.called('WG8')
  if (wg8 === undefined) throw new Error('no WG8')
  await app.schedules.set(wg8, 'reminder', { cron: '0 10 * * 2' }, doneBy('lotus'))
  await app.goals.revise('kwp-2024-2-5', { texts: { en: 'Other' } }, { ...byOperator, why: 'so said' })
})

const found = async (words: AuditWords, most = 50) => auditLines(app, await auditAsked(app, words), most)
const told = async (words: AuditWords, most?: number) =>
  (await found(words, most)).entries.map(({ subject, what, by }) =>
    [`${subject.kind} ${subject.id}`, what, by ?? '-'].join(' '),
  )

describe('is asked for', () => {
  test.each<[string, AuditWords, string[]]>([
    ['an assignment', { of: 'WG8-02' }, ['assignment wg8-02 make -', 'assignment wg8-02 update jasmine']],
    [
      'a goal',
      { of: 'kwp-2024-2-5', by: 'operator', kind: 'goal' },
      ['goal kwp-2024-2-5 make -', 'goal kwp-2024-2-5 revise -'],
    ],
    ['a day', { of: '2026-12-24' }, ['marked-day 2026-12-24 off pine']],
    ['a member', { of: 'pine' }, ['member pine make -', 'member pine follow pine']],
    ['a year', { of: '2024' }, ['plan 2024 make -']],
    ['the committee', { of: 'committee' }, ['committee tc260 make -', 'committee tc260 import-standards -']],
    ['who did it, by role', { by: 'convenor:WG8' }, ['schedule WG8/reminder set lotus']],
    ['a kind', { kind: 'schedule', by: 'lotus' }, ['schedule WG8/reminder set lotus']],
    ['a span in which nothing was', { until: '2026-11-22' }, []],
    [
      'the day itself',
      { by: 'jasmine', since: '2026-11-23', until: '2026-11-23' },
      ['assignment wg8-02 update jasmine'],
    ],
    ['a standard of which nothing is on record', { of: 'GB/T 43697' }, []],
  ])('by %s', async (_what, words, expected) => {
    expect(await told(words)).toStrictEqual(expected)
  })

  test('by a group: itself, its schedules, and what is owed in it', async () => {
    const lines = await told({ of: 'wg8' })
    for (const line of [
      'group WG8 make -',
      'schedule WG8/reminder set lotus',
      'assignment wg8-02 update jasmine',
    ])
      expect(lines).toContain(line)
    expect(lines.filter((line) => line.includes('wg3'))).toEqual([])
  })

  test('the newest, the last of them last', async () => {
    expect(await told({}, 2)).toStrictEqual(['schedule WG8/reminder set lotus', 'goal kwp-2024-2-5 revise -'])
  })

  test.each<[AuditWords, RegExp]>([
    [{ of: 'no such thing' }, /^nothing on record is called "no such thing".*give a name such as a7/],
    [{ by: 'nobody' }, /^nobody is called "nobody"/],
  ])('%o is told what it can be', async (words, reason) => {
    const asked = auditAsked(app, words)
    await expect(asked).rejects.toThrow(OperatorError)
    await expect(asked).rejects.toThrow(reason)
  })

  test.each([
    ['2026-02-30', undefined, '"2026-02-30" is no day such as 2026-11-30'],
    [undefined, 'tomorrow', '"tomorrow" is no day such as 2026-11-30'],
    ['2026-11-24', '2026-11-23', '--until 2026-11-23 lies before --since 2026-11-24'],
  ])('never from %s to %s', (since, until, reason) => {
    expect(() => checkSpan(since, until)).toThrow(new OperatorError(reason))
  })
})

describe('is read', () => {
  test('with when, who, for whom, from where, before, after and why', async () => {
    const text = auditText(await found({ by: 'jasmine' }))
    expect(text).toBe(
      [
        'times are those of Asia/Shanghai',
        'Mon, 23 Nov 2026, 09:00 · assignment wg8-02 · update · 示例茉莉 (jasmine), on the command line',
        '    seen: true',
        '    “half of it is done”',
      ].join('\n'),
    )
    expect(auditText(await found({ by: 'lotus' }))).toContain(
      'schedule WG8/reminder · set · 示例清荷 (lotus) for WG8, by a command\n    cron: 0 9 * * 1 → 0 10 * * 2',
    )
    expect(auditText(await found({ of: 'kwp-2024-2-5', kind: 'goal' }, 1))).toMatch(
      /^the newest 1, and there may be more \(--most\); times.*\n.* · revise · the operator, on the command line\n {4}texts: .* → \{"en":"Other"\}\n(.*\n)* {4}“so said”$/,
    )
    expect(auditText(await found({ of: '2026-12-24' }))).toMatch(
      /marked-day 2026-12-24 · off · .* \(pine\), on the command line\n {4}why: of the move\n {4}isWorked: false\n {4}“of the move”$/,
    )
    expect(auditText(await found({ until: '2020-01-01' }))).toBe('nothing is on record of that')
  })

  test('as one document with instants in UTC and whole values', async () => {
    expect(await found({ by: 'lotus' })).toStrictEqual({
      zone: 'Asia/Shanghai',
      most: 50,
      entries: [
        {
          id: expect.any(Number),
          subject: { kind: 'schedule', id: 'WG8/reminder' },
          what: 'set',
          at: '2026-11-23T01:00:00.000Z',
          by: 'lotus',
          byName: '示例清荷',
          behalf: { kind: 'group', id: 'WG8' },
          via: 'command',
          before: { cron: '0 9 * * 1' },
          after: { cron: '0 10 * * 2' },
        },
      ],
    })
  })
})

test('by a member: what they hear, their absences, also one that was taken back, and those in which they stand in', async () => {
  await say('chestnut', '/rapporteur away 2026-11-23 to 2026-11-27')
  await say('chestnut', '/rapporteur back')
  await say('chestnut', '/rapporteur hear moves off')
  await say('jasmine', '/rapporteur away 2027-04-01 to 2027-04-02')
  await say('oriole', '/rapporteur away 2027-05-03 to 2027-05-04 chestnut')
  const lines = (await found({ of: 'chestnut' })).entries.map(({ subject, what, by }) =>
    [subject.kind, what, by].join(' '),
  )
  expect(lines.slice(1)).toStrictEqual([
    'absence make chestnut',
    'absence end chestnut',
    'member hear chestnut',
    'absence make oriole',
  ])
  expect(await told({ of: 'jasmine', kind: 'absence' })).toHaveLength(1)
})

test('is never changed and never taken away', async () => {
  for (const statement of [
    "update rapporteur.audit set what = 'x'",
    'delete from rapporteur.audit',
    'truncate rapporteur.audit',
  ])
    await expect(database.pool.query(statement)).rejects.toThrow('an entry of the audit is never changed')
})
