import { z } from 'zod'

/**
 * The files that an operator writes about a committee: the committee itself, its standards, its assignments.
 * Each is checked whole before anything is stored; `src/store` never sees a file that does not hold.
 */

const ianaZone = z.string().refine(isZone, { error: 'is not an IANA time zone such as Asia/Shanghai' })
const isoDay = z.string().refine(isDay, { error: 'is not a calendar day written YYYY-MM-DD' })
/** A day, a month or only a year: what a public source tells of the past is often no more than that. */
const partialDay = z
  .union([z.string(), z.number().int().transform(String)])
  .refine((text) => /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text) || isDay(text), {
    error: 'is not YYYY, YYYY-MM or YYYY-MM-DD',
  })
const stableId = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, {
  error: 'is not an id: lower-case letters, digits, dot, dash, at most 64',
})
const groupCode = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,31}$/, { error: 'is not a group code such as WG8 or SWG-ETS' })
const title = z.string().trim().min(1).max(600)
const designation = z.string().trim().min(1).max(120)
/** How many names, stages or goals one record may list. */
const mostListed = 100
/** A committee with more groups than this is several. */
const mostGroups = 2000
/** A country's ISO code, or a region's behind a dash. */
const calendar = z.string().refine(isCalendar, {
  error: 'is not a calendar: write CN, another country or region such as DE or DE-BY, or none',
})
const language = z.enum(['en', 'zh-CN'])
const cron = z
  .string()
  .max(100)
  .regex(/^[\dA-Za-z*,/-]+( +[\dA-Za-z*,/-]+){4}$/, {
    error: 'is not a cron expression of five fields such as 0 9 * * 1',
  })
const channelRef = z.string().regex(/^(#[\p{Letter}\p{Number}_-]{1,80}|[CG][A-Z0-9]{2,20})$/u, {
  error: 'is not a channel: write #its-name or its id such as C0123456789',
})

/** A name in one language or both; `zhIsTranslation` marks a Chinese name that no source confirms. */
const names = z
  .strictObject({ zh: title.optional(), en: title.optional(), zhIsTranslation: z.boolean().default(false) })
  .refine((name) => name.zh !== undefined || name.en !== undefined, { error: 'needs zh, en or both' })

/** A point may be a paragraph; its name is what it says. */
const pointText = z
  .strictObject({
    zh: z.string().trim().min(1).max(3000).optional(),
    en: z.string().trim().min(1).max(3000).optional(),
    zhIsTranslation: z.boolean().default(false),
  })
  .refine((text) => text.zh !== undefined || text.en !== undefined, { error: 'needs zh, en or both' })

const wallClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'is not a time such as 09:30' })
const workingDays = z.number().int().min(0).max(60)
const gaps = z.array(z.number().int().min(1).max(250)).min(1).max(10)

/** How the committee asks its people; distances are working days. What is not told is as usual. */
const reminders = z.strictObject({
  graceDays: workingDays.optional(),
  soonDays: workingDays.optional(),
  quietDays: workingDays.optional(),
  overdueGaps: gaps.optional(),
  answerGaps: gaps.optional(),
  perWeek: z.number().int().min(1).max(5).optional(),
  escalateAfter: z
    .strictObject({
      convenor: workingDays,
      deputies: workingDays,
      secretariat: workingDays,
    })
    .refine(({ convenor, deputies, secretariat }) => convenor < deputies && deputies < secretariat, {
      error: 'must name the convenor first, then the deputies, then the secretariat',
    })
    .optional(),
  hour: wallClock.optional(),
  quietHours: z.strictObject({ from: wallClock, until: wallClock }).optional(),
  onDayOff: z.enum(['next', 'before']).optional(),
})

const group = z.strictObject({
  code: groupCode,
  kind: z.enum(['WG', 'SWG', 'SG', 'TC']),
  name: names,
  from: partialDay.optional(),
  until: partialDay.optional(),
  predecessor: groupCode.optional(),
  channel: channelRef.optional(),
  zone: ianaZone.optional(),
  /** Whose working days count. */
  calendar: calendar.optional(),
  language: language.optional(),
  /** What it works on: ids of topics and of kinds of work, or words as a plan prints them. */
  scope: z.array(z.string().trim().min(1).max(80)).max(mostListed).optional(),
  /** What it works on is seen by its own members alone. */
  closed: z.boolean().default(false),
  /** Cron expressions of five fields, read in the group's zone. */
  schedules: z.strictObject({ reminder: cron.optional(), digest: cron.optional() }).default({}),
})

const organisation = z.strictObject({ id: stableId, name: names })

const role = z.strictObject({
  role: z.enum([
    'secretariat',
    'chair',
    'vice-chair',
    'secretary-general',
    'convenor',
    'deputy',
    'member',
    /** Of the member's own organisation. */
    'representative',
    'observer',
  ]),
  group: groupCode.optional(),
  from: isoDay.optional(),
  until: isoDay.optional(),
})

const member = z.strictObject({
  id: stableId,
  name: names,
  organisation: stableId.optional(),
  email: z.email().max(254).optional(),
  slack: z
    .string()
    .regex(/^[UW][A-Z0-9]{2,20}$/, { error: 'is not a Slack user id such as U0123456789' })
    .optional(),
  language: language.optional(),
  zone: ianaZone.optional(),
  roles: z.array(role).max(mostGroups).default([]),
})

const kindWord = z.string().trim().min(1).max(80)
const localName = z.strictObject({ id: stableId, name: names })

/** A kind of work that the plan may ask for, with its own steps, evidence and counters. */
const workKind = z
  .strictObject({
    id: stableId,
    name: names,
    /** What asks for it in a sentence; an English word that ends in `*` stands for all that begin so. */
    words: z.strictObject({
      zh: z.array(kindWord).max(mostListed).default([]),
      en: z.array(kindWord).max(mostListed).default([]),
    }),
    steps: z
      .array(localName.extend({ withinDays: z.number().int().min(1).max(3650).optional() }))
      .max(30)
      .default([]),
    evidence: z
      .array(
        localName.extend({
          type: z.enum(['day', 'text', 'number', 'link']),
          required: z.boolean().default(true),
        }),
      )
      .max(10)
      .default([]),
    counters: z
      .array(localName.extend({ sumOf: stableId.optional(), counts: z.literal('ended').optional() }))
      .max(10)
      .default([]),
    outcomes: z
      .array(localName.extend({ achieved: z.boolean() }))
      .max(10)
      .optional(),
    makesStandard: z.boolean().optional(),
    byTopic: z.boolean().optional(),
  })
  .superRefine(({ evidence, counters, steps, outcomes }, context) => {
    counters.forEach(({ sumOf }, i) => {
      if (sumOf !== undefined && !evidence.some(({ id, type }) => id === sumOf && type === 'number'))
        context.addIssue({
          code: 'custom',
          path: ['counters', i, 'sumOf'],
          message: `"${sumOf}" is no number among this kind's evidence`,
          input: sumOf,
        })
    })
    needUnique(context, 'steps', 'id', steps)
    needUnique(context, 'evidence', 'id', evidence)
    needUnique(context, 'counters', 'id', counters)
    needUnique(context, 'outcomes', 'id', outcomes ?? [])
  })

const goal = z.strictObject({
  id: stableId,
  text: names,
  /** The groups that have taken it on; others are asked in Slack. */
  groups: z.array(groupCode).max(mostGroups).default([]),
  /** Ids of the kinds of work that it asks for. */
  kinds: z.array(stableId).max(mostListed).default([]),
  dueOn: isoDay.optional(),
})

/** A point of the plan, word for word, with the goals that are to fulfil it. */
const point = z.strictObject({ text: pointText, goals: z.array(goal).max(200).default([]) })

const plan = z.strictObject({
  year: z.number().int().min(1980).max(2200),
  title: names,
  approvedOn: isoDay.optional(),
  releasedOn: isoDay.optional(),
  areas: z
    .array(
      z.strictObject({
        number: z.number().int().min(1).max(50),
        title: names,
        points: z.array(point).max(500).default([]),
        /** Points that are their own goals, in the same words. */
        goals: z.array(goal).max(200).default([]),
      }),
    )
    .max(50),
})

export const committeeFile = z
  .strictObject({
    committee: z.strictObject({
      id: stableId,
      name: names,
      shortName: names.optional(),
      formerNames: z.array(title).max(mostListed).default([]),
      zone: ianaZone,
      /** Whose working days count; China's on Chinese time and plain weekends elsewhere, where it is not told. */
      calendar: calendar.optional(),
      /** The first is the language of the committee's channels. */
      languages: z.array(language).min(1).max(mostListed),
      channel: channelRef.optional(),
      /** Kinds of work of its own, or its own form of one that comes with the program. */
      kinds: z.array(workKind).max(mostListed).optional(),
      /** How it asks its people. */
      reminders: reminders.optional(),
    }),
    groups: z.array(group).max(mostGroups),
    organisations: z.array(organisation).max(2000).default([]),
    members: z.array(member).max(20000),
    plans: z.array(plan).max(30).default([]),
  })
  .superRefine(checkReferences)

export type CommitteeFile = z.infer<typeof committeeFile>

/** One assignment; its owner is a member, an organisation or a group, exactly one of them. */
export const assignmentRecord = z
  .strictObject({
    id: stableId,
    titleZh: title.optional(),
    titleEn: title.optional(),
    group: groupCode,
    member: stableId.optional(),
    organisation: stableId.optional(),
    /** The group as a whole owes it. */
    wholeGroup: z.boolean().default(false),
    dueOn: isoDay.optional(),
    /** Absent: the file does not say; a new one is open. */
    state: z.enum(['open', 'done', 'withdrawn']).optional(),
    doneOn: isoDay.optional(),
    standards: z.array(designation).max(mostListed).default([]),
    goals: z.array(stableId).max(mostListed).default([]),
  })
  .superRefine((assignment, context) => {
    const owners = [assignment.member, assignment.organisation, assignment.wholeGroup || undefined]
    if (owners.filter((owner) => owner !== undefined).length !== 1)
      context.addIssue({
        code: 'custom',
        path: ['member'],
        message: 'needs exactly one owner: member, organisation or wholeGroup',
      })
    if (assignment.titleZh === undefined && assignment.titleEn === undefined)
      context.addIssue({ code: 'custom', path: ['titleEn'], message: 'needs titleZh, titleEn or both' })
    if ((assignment.state === 'done') !== (assignment.doneOn !== undefined))
      context.addIssue({ code: 'custom', path: ['doneOn'], message: 'is given exactly when state is done' })
  })

export type AssignmentRecord = z.infer<typeof assignmentRecord>

export const assignmentsFile = z
  .strictObject({ assignments: z.array(assignmentRecord).max(20000) })
  .superRefine(({ assignments }, context) => needUnique(context, 'assignments', 'id', assignments))

function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return /^(UTC|[A-Za-z_]+\/[A-Za-z0-9_+/-]+)$/.test(text)
  } catch {
    return false
  }
}

function isCalendar(text: string): boolean {
  const [, country] = /^([A-Z]{2})(-[A-Z0-9]{1,3})?$/.exec(text) ?? []
  if (country === undefined) return text === 'none'
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(country) !== undefined
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Reports every value of `field` that an earlier row already has; letter case does not tell two apart. */
function needUnique<Field extends string>(
  context: z.core.$RefinementCtx,
  list: string,
  field: Field,
  rows: { [name in Field]?: string | number | undefined }[],
): void {
  const first = new Map<string, number>()
  rows.forEach((row, index) => {
    const value = row[field]
    if (value === undefined) return
    const key = String(value).toLowerCase()
    const seen = first.get(key)
    if (seen === undefined) first.set(key, index)
    else
      context.addIssue({
        code: 'custom',
        path: [list, index, field],
        message: `"${value}" is already used by ${list}[${seen}]`,
        input: value,
      })
  })
}

type Term = { from?: string | undefined; until?: string | undefined }

type Unchecked = {
  groups: (Term & { code: string; predecessor?: string | undefined })[]
  organisations: { id: string }[]
  members: {
    id: string
    organisation?: string | undefined
    email?: string | undefined
    slack?: string | undefined
    roles: (Term & { role: string; group?: string | undefined })[]
  }[]
  plans: {
    year: number
    areas: {
      number: number
      points: { goals: { id: string; groups: string[] }[] }[]
      goals: { id: string; groups: string[] }[]
    }[]
  }[]
}

/** Names used twice and names that lead nowhere, each with its place. */
function checkReferences(file: Unchecked, context: z.core.$RefinementCtx): void {
  const fault = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message, input: file })
  needUnique(context, 'groups', 'code', file.groups)
  needUnique(context, 'organisations', 'id', file.organisations)
  needUnique(context, 'members', 'id', file.members)
  needUnique(context, 'members', 'email', file.members)
  needUnique(context, 'members', 'slack', file.members)
  needUnique(context, 'plans', 'year', file.plans)

  const codes = new Set(file.groups.map((g) => g.code))
  const organisations = new Set(file.organisations.map((o) => o.id))
  const needGroup = (path: (string | number)[], code: string | undefined) => {
    if (code !== undefined && !codes.has(code)) fault(path, `"${code}" is not a group of this file`)
  }
  const needOrder = (path: (string | number)[], { from, until }: Term) => {
    if (from !== undefined && until !== undefined && until < from.slice(0, until.length))
      fault([...path, 'until'], `"${until}" is before "${from}"`)
  }
  file.groups.forEach((g, i) => {
    needGroup(['groups', i, 'predecessor'], g.predecessor)
    needOrder(['groups', i], g)
  })
  file.members.forEach((m, i) => {
    if (m.organisation !== undefined && !organisations.has(m.organisation))
      fault(['members', i, 'organisation'], `"${m.organisation}" is not an organisation of this file`)
    m.roles.forEach((r, j) => {
      needGroup(['members', i, 'roles', j, 'group'], r.group)
      needOrder(['members', i, 'roles', j], r)
      if ((r.role === 'convenor' || r.role === 'deputy') && r.group === undefined)
        fault(['members', i, 'roles', j, 'group'], `a ${r.role} needs a group`)
      if (r.role === 'representative' && m.organisation === undefined)
        fault(['members', i, 'roles', j, 'role'], 'a representative needs an organisation of their own')
    })
  })
  const goals = new Set<string>()
  const needGoals = (place: (string | number)[], given: { id: string; groups: string[] }[]) => {
    given.forEach((g, k) => {
      const path = [...place, k]
      if (goals.has(g.id)) fault([...path, 'id'], `"${g.id}" is already used`)
      goals.add(g.id)
      g.groups.forEach((code, l) => {
        needGroup([...path, 'groups', l], code)
      })
    })
  }
  file.plans.forEach((p, i) => {
    const numbers = p.areas.map(({ number }) => number)
    numbers.forEach((number, j) => {
      const first = numbers.indexOf(number)
      if (first < j)
        fault(['plans', i, 'areas', j, 'number'], `"${number}" is already used by areas[${first}]`)
    })
    p.areas.forEach((area, j) => {
      const place = ['plans', i, 'areas', j]
      area.points.forEach((p, k) => {
        needGoals([...place, 'points', k, 'goals'], p.goals)
      })
      needGoals([...place, 'goals'], area.goals)
    })
  })
}
