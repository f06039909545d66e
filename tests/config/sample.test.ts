import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { assignmentsFile, committeeFile } from '../../config/committee.ts'
import { parseDesignation } from '../../src/domain/designation/parse-designation.ts'
import { printDesignation } from '../../src/domain/designation/print-designation.ts'
import { stageSystem } from '../../src/domain/stage/system.ts'
import { planImport } from '../../src/domain/standard/importing/plan-import.ts'
import type { Standard } from '../../src/domain/standard/rules.ts'
import { readStandards } from '../../src/files/read-standards.ts'

const folder = new URL('../../config/samples/tc260/', import.meta.url)
const read = (name: string): unknown => parse(readFileSync(new URL(name, folder), 'utf8'))

const sample = committeeFile.parse(read('committee.yaml'))
const { assignments } = assignmentsFile.parse(read('assignments.yaml'))

const groups = new Set(sample.groups.map((group) => group.code))
const organisations = new Set(sample.organisations.map((organisation) => organisation.id))
const members = new Map(sample.members.map((member) => [member.id, member]))
const standards = sampleStandards()
const goals = new Set(
  sample.plans.flatMap((plan) => plan.areas.flatMap((area) => area.goals.map((g) => g.id))),
)
const byDesignation = new Map(standards.map((standard) => [standard.designation, standard]))

/** The list as an import reads it, without a fault or a doubt that would leave a row out. */
function sampleStandards(): Standard[] {
  const bytes = readFileSync(new URL('standards.yaml', folder))
  const known = {
    groups: sample.groups.map(({ code, name }) => ({ code, names: { en: name.en ?? code } })),
    organisations: sample.organisations.map(({ id }) => ({ id, names: {} })),
  }
  const file = readStandards(bytes, 'standards.yaml', known)
  if (!file.ok) throw new Error(file.refusal.kind)
  const defaults = { asOf: 'none', source: 'none' }
  const { added, faults, doubts, deduced } = planImport({ ...file.value, defaults }, [])
  expect({ faults, held: doubts.filter(({ isHeld }) => isHeld), deduced }).toEqual({
    faults: [],
    held: [],
    deduced: {},
  })
  return added.map(({ standard }) => standard)
}

/** The days the assignments are placed around. */
const today = '2026-11-23'
const inTwoWeeks = '2026-12-07'
const open = assignments.filter(({ state = 'open' }) => state === 'open')

describe('the committee', () => {
  test('has a convenor, a deputy and a channel of its own for every group', () => {
    const holders = (role: string, group: string) =>
      sample.members.filter((m) => m.roles.some((r) => r.role === role && r.group === group)).map((m) => m.id)
    for (const { code } of sample.groups) {
      expect(holders('convenor', code), code).toHaveLength(1)
      expect(holders('deputy', code), code).toHaveLength(1)
    }
    const channels = sample.groups.map((group) => group.channel)
    expect(new Set(channels).size).toBe(groups.size)
    expect(channels.every((channel) => /^#[a-z0-9-]+$/.test(channel ?? ''))).toBe(true)
  })

  test('speaks both languages, in and out of China', () => {
    expect(sample.groups.filter((group) => group.language === 'en').map((group) => group.code)).toEqual([
      'SG1',
    ])
    expect(new Set(sample.members.map((member) => member.language))).toEqual(new Set([undefined, 'en']))
    expect(sample.members.some((member) => member.zone === 'Europe/Berlin')).toBe(true)
  })

  test('has nobody who could be taken for a real person', () => {
    for (const { name, email } of sample.members) {
      expect(name.zh).toMatch(/^示例/)
      expect(name.en).toMatch(/ Sample$/)
      expect(email).toMatch(/@example\.org$/)
    }
  })

  test('plans in five areas, every goal in both languages', () => {
    const [plan] = sample.plans
    expect(plan?.areas.map((area) => area.number)).toEqual([1, 2, 3, 4, 5])
    const all = plan?.areas.flatMap((area) => area.goals) ?? []
    expect(all.length).toBeGreaterThanOrEqual(20)
    expect(all.filter((goal) => goal.text.zh === undefined || goal.text.en === undefined)).toEqual([])
  })
})

/** The national standards that the sample promises with both titles. */
const promised = [
  'GB/T 22239-2019',
  'GB/T 43697-2024',
  'GB/T 35273-2020',
  'GB/T 25069-2022',
  'GB/T 39204-2022',
  'GB/T 45654-2025',
  'GB/T 45652-2025',
  'GB/T 45674-2025',
  'GB/T 20986-2023',
  'GB/T 28448-2019',
  'GB/T 28449-2018',
  'GB/T 39786-2021',
  'GB/T 32918.1-2016',
  'GB/T 32918.5-2017',
  'GB/T 32905-2016',
  'GB/T 32907-2016',
  'GB/T 42888-2023',
  'GB/T 22080-2025',
  'GB/T 22081-2024',
  'GB/T 45574-2025',
]

describe('the standards', () => {
  test('are many, national and international', () => {
    expect(standards.filter((standard) => standard.stages === 'gb').length).toBeGreaterThanOrEqual(60)
    expect(standards.filter((standard) => standard.stages === 'iso').length).toBeGreaterThanOrEqual(30)
  })

  test.each(promised)('%s has both titles, and is in force', (designation) => {
    const found = byDesignation.get(designation)
    expect(found?.titles.zh).toMatch(/\p{Script=Han}/u)
    expect(found?.titles.en).toMatch(/^[A-Z]/)
    expect(found?.stage).toBe('60')
  })

  test('carry a Chinese title when national, an English one when international', () => {
    expect(standards.filter((s) => s.stages === 'gb' && s.titles.zh === undefined)).toEqual([])
    expect(standards.filter((s) => s.stages === 'iso' && s.titles.en === undefined)).toEqual([])
  })

  test('stand at stages that their system has', () => {
    for (const { designation, stages, stage, history } of standards)
      for (const code of [stage, ...history.map((move) => move.stage)])
        expect(stageSystem(stages).has(code), `${designation} ${code}`).toBe(true)
  })

  test('write every designation in its one canonical form', () => {
    const canonical = (text: string) => {
      const read = parseDesignation(text)
      return read.kind === 'designation' ? printDesignation(read.designation) : read.kind
    }
    for (const { designation, otherNames, replaces, twins } of standards)
      for (const name of [designation, ...otherNames, ...replaces, ...twins.map((twin) => twin.designation)])
        expect(canonical(name)).toBe(name)
  })

  test('were published no later than the source says so, and took effect no earlier', () => {
    for (const { designation, stageSince, asOf, effectiveOn } of standards) {
      if (stageSince === undefined) continue
      const asExact = Math.min(stageSince.length, asOf.length)
      expect(stageSince.slice(0, asExact) <= asOf.slice(0, asExact), designation).toBe(true)
      if (effectiveOn !== undefined) expect(effectiveOn >= stageSince, designation).toBe(true)
    }
  })

  test('are in the year that their designation tells', () => {
    for (const { designation, stage, stageSince } of standards) {
      const year = /[-:](\d{4})(?:$|\/Amd)/.exec(designation)?.[1]
      const published = stage.startsWith('60') ? stageSince?.slice(0, 4) : undefined
      if (published === undefined || year === undefined || designation.includes('/Amd')) continue
      expect(published, designation).toBe(year)
    }
  })

  test('never keep in force what another of them replaces', () => {
    const replaced = standards.flatMap((standard) => standard.replaces)
    const kept = replaced.map((name) => byDesignation.get(name)).filter((found) => found !== undefined)
    expect(kept.length).toBeGreaterThanOrEqual(3)
    expect(kept.filter((found) => !found.stage.startsWith('95'))).toEqual([])
  })

  test('have no name that another of them bears', () => {
    const names = standards.flatMap((standard) => [standard.designation, ...standard.otherNames])
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('tell the same of a twin from both ends', () => {
    const national = standards.filter((s) => s.stages === 'gb')
    const identical = national.flatMap((s) =>
      s.twins
        .filter((twin) => twin.relation === 'identical')
        .map((twin) => [s.designation, twin.designation]),
    )
    expect(identical).toContainEqual(['GB/T 22080-2025', 'ISO/IEC 27001:2022'])
    expect(identical).toContainEqual(['GB/T 22081-2024', 'ISO/IEC 27002:2022'])
    for (const [here, there] of identical) {
      const other = byDesignation.get(there ?? '')
      if (other === undefined) continue
      expect(other.twins.map((twin) => twin.designation)).toContain(here)
    }
  })

  test('belong to groups and leads that are there, and set no target that nobody set', () => {
    expect(standards.filter((s) => s.group !== undefined && !groups.has(s.group))).toEqual([])
    expect(standards.filter((s) => s.lead !== undefined && !organisations.has(s.lead))).toEqual([])
    expect(standards.filter((s) => s.targetOn !== undefined)).toEqual([])
    expect(new Set(standards.map((s) => s.group))).toEqual(new Set([...groups, undefined]))
  })

  test('find a text by the name it had', () => {
    const bearer = (name: string) =>
      standards.find((standard) => standard.otherNames.includes(name))?.designation
    expect(bearer('TC260-003')).toBe('GB/T 45654-2025')
    expect(bearer('ISO/IEC DIS 27565.2')).toBe('ISO/IEC 27565:2026')
  })
})

describe('the assignments', () => {
  test('refer to nothing that is not there', () => {
    for (const { id, group, member, organisation, standards: about, goals: toward } of assignments) {
      expect(groups.has(group), id).toBe(true)
      if (organisation !== undefined) expect(organisations.has(organisation), id).toBe(true)
      if (member !== undefined)
        expect(
          members.get(member)?.roles.some((role) => role.group === group),
          id,
        ).toBe(true)
      expect(about.filter((designation) => !byDesignation.has(designation))).toEqual([])
      expect(toward.filter((goal) => !goals.has(goal))).toEqual([])
    }
  })

  test('have both titles, and a day on which they are due', () => {
    expect(assignments.filter((a) => a.titleZh === undefined || a.titleEn === undefined)).toEqual([])
    expect(assignments.filter((a) => a.dueOn === undefined)).toEqual([])
  })

  test('give every group at least two open ones, the data security group most', () => {
    const count = (code: string) => open.filter((assignment) => assignment.group === code).length
    for (const code of groups) expect(count(code), code).toBeGreaterThanOrEqual(2)
    expect(Math.max(...[...groups].map(count))).toBe(count('WG8'))
  })

  test('are overdue, due soon, due later, done this week, done before and withdrawn', () => {
    const due = (from: string, to: string) =>
      open.filter(({ dueOn }) => dueOn !== undefined && dueOn >= from && dueOn < to).length
    const done = (from: string, to: string) =>
      assignments.filter(({ doneOn }) => doneOn !== undefined && doneOn >= from && doneOn < to).length
    expect(due('2026-10-01', today)).toBeGreaterThanOrEqual(6)
    expect(due(today, inTwoWeeks)).toBeGreaterThanOrEqual(10)
    expect(due(inTwoWeeks, '2028-01-01')).toBeGreaterThanOrEqual(8)
    expect(done('2026-11-16', today)).toBeGreaterThanOrEqual(4)
    expect(done('2026-11-01', '2026-11-16')).toBeGreaterThanOrEqual(2)
    expect(assignments.some((assignment) => assignment.state === 'withdrawn')).toBe(true)
  })

  test('are owned by members, by organisations and by groups', () => {
    expect(open.filter((a) => a.member !== undefined).length).toBeGreaterThan(20)
    expect(open.filter((a) => a.organisation !== undefined).length).toBeGreaterThanOrEqual(3)
    expect(open.filter((a) => a.wholeGroup)).toHaveLength(2)
  })
})
