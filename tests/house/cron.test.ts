import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { nextSlots, tooOften } from '../../src/domain/schedule/rules.ts'
import { readCron } from '../../src/queue/cron.ts'
import { everyDay } from '../domain/schedule/every-day.ts'
import { filesIn, top } from './source-files.ts'

type CommitteeFile = {
  committee: { zone: string }
  groups: { code: string; zone?: string; schedules?: Record<string, string> }[]
}

const rules = filesIn('config/samples')
  .filter((path) => path.endsWith('/committee.yaml'))
  .flatMap((path) => {
    const { committee, groups }: CommitteeFile = parse(readFileSync(`${top}${path}`, 'utf8'))
    return groups.flatMap(({ code, zone = committee.zone, schedules = {} }) =>
      Object.entries(schedules).map(([kind, cron]) => ({ path, code, kind, cron, zone })),
    )
  })

it('finds schedules in the samples', () => {
  expect(new Set(rules.map(({ kind }) => kind))).toEqual(new Set(['reminder', 'digest']))
})

it.each(rules)(
  "reads $code's $kind in $path ($cron), which comes no more often than people may set one",
  ({ cron, zone }) => {
    const reading = readCron(cron)
    expect(reading).toMatchObject({ ok: true })
    if (!reading.ok) return
    expect(tooOften(reading.fields)).toBeUndefined()
    const after = new Date('2026-11-23T00:00:00Z')
    expect(nextSlots({ ...everyDay, fields: reading.fields, zone }, after, 2)).toHaveLength(2)
  },
)

const example = /(?<=[`"'])(?:[\d*][\d*/,-]*\s+){4}[\d*][\w*/,-]*(?=[`"'])/g

it('reads every cron expression that the texts and the help give as an example', () => {
  const given = [
    'config/locales/en.json',
    'config/locales/zh-CN.json',
    'README.md',
    ...filesIn('config/samples'),
  ].flatMap((path) => readFileSync(`${top}${path}`, 'utf8').match(example) ?? [])
  expect(given.length).toBeGreaterThan(0)
  const isFit = (cron: string) => {
    const reading = readCron(cron)
    return reading.ok && tooOften(reading.fields) === undefined
  }
  expect(given.filter((cron) => !isFit(cron))).toEqual([])
})
