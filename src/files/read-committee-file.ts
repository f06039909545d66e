import { type CommitteeFile, committeeFile } from '../../config/committee.ts'
import type { CommitteeRecords, FileSchedule } from '../domain/committee/rules.ts'
import type { Goal } from '../domain/goal/rules.ts'
import type { Language, Names } from '../domain/language/rules.ts'
import type { PointReading } from '../domain/plan/reading/outline.ts'
import { readPoint } from '../domain/plan/reading/read-point.ts'
import { knownTopics } from '../domain/plan/reading/topics.ts'
import { type Plan, pointId } from '../domain/plan/rules.ts'
import { type CronFields, mostDaysAWeek, tooOften } from '../domain/schedule/rules.ts'
import type { WorkKind } from '../domain/work/kind.ts'
import { kindsOf } from '../domain/work/kinds-of.ts'
import { checkSource } from './check-source.ts'
import { type FileResult, refused } from './file-fault.ts'
import { holds } from './issue-message.ts'
import { present } from './present.ts'
import { faultAt } from './source.ts'
import { yamlSource } from './yaml-source.ts'

/**
 * What is needed to read a cron expression: its fields, or a few words on what is wrong with it; and whether that very
 * schedule is on record, where how often it comes is not judged anew.
 */
export type CronParser = {
  cron: (text: string) => CronFields | string
  stands?: (schedule: FileSchedule) => boolean
}

const scheduleKinds = ['reminder', 'digest'] as const

/**
 * All that a committee's YAML file says, with the committee's zone and first language for groups that have none
 * of their own; or all that is wrong with it. A schedule that comes more often than people may set one is a fault, unless
 * it has come so before.
 */
export function readCommitteeFile(text: string, parse: CronParser): FileResult<CommitteeRecords> {
  const { source, faults } = yamlSource(text)
  if (source === undefined) return refused(faults)
  const checked = checkSource(committeeFile, source)
  faults.push(...checked.faults)
  checked.data.groups.forEach(({ code, schedules }, index) => {
    for (const kind of scheduleKinds) {
      const path = ['groups', index, 'schedules', kind]
      const cron = schedules[kind]
      const message = cron === undefined ? undefined : scheduleMessage({ group: code, kind, cron }, parse)
      if (message !== undefined && !checked.isFaulty(path)) faults.push(faultAt(source, path, message))
    }
  })
  return faults.length > 0 ? refused(faults) : { ok: true, value: recordsOf(checked.data) }
}

/** A group in another zone than the committee's lives by other days, which its zone tells. */
function calendarOf(
  { zone }: { zone?: string | undefined },
  committee: { zone: string; calendar?: string | undefined },
): string | undefined {
  return zone === undefined || zone === committee.zone ? committee.calendar : undefined
}

function scheduleMessage(schedule: FileSchedule, parse: CronParser): string | undefined {
  const { cron } = schedule
  const fields = parse.cron(cron)
  if (typeof fields === 'string')
    return `${holds(cron)}; it should be a cron expression of five fields such as 0 9 * * 1 (${fields})`
  const often = tooOften(fields)
  if (often === undefined || parse.stands?.(schedule) === true) return undefined
  return often.why === 'too-often'
    ? `${holds(cron)}; it should be due once a day at most`
    : `${holds(cron)}, which comes on ${often.days} days a week; it should be due on one, such as 0 9 * * 1, or on ${mostDaysAWeek} at most, such as 0 9 * * 1,4`
}

function recordsOf({ committee, groups, organisations, members, plans }: CommitteeFile): CommitteeRecords {
  const language: Language = committee.languages[0] ?? 'en'
  const { name, shortName, kinds, reminders, ...rest } = committee
  return {
    committee: present({
      ...rest,
      names: namesOf(name),
      shortNames: shortName === undefined ? undefined : namesOf(shortName),
      kinds: kinds?.map(kindOf),
      asking: reminders && present(reminders),
    }),
    groups: groups.map(({ name: groupName, schedules: _, closed, ...group }) =>
      present({
        ...group,
        isClosed: closed || undefined,
        names: namesOf(groupName),
        zone: group.zone ?? committee.zone,
        calendar: group.calendar ?? calendarOf(group, committee),
        language: group.language ?? language,
      }),
    ),
    schedules: groups.flatMap(({ code, schedules }) =>
      scheduleKinds.flatMap((kind): FileSchedule[] => {
        const cron = schedules[kind]
        return cron === undefined ? [] : [{ group: code, kind, cron }]
      }),
    ),
    organisations: organisations.map(({ id, name: full }) => ({ id, names: namesOf(full) })),
    members: members.map(({ name: full, slack, roles, ...member }) =>
      present({ ...member, names: namesOf(full), slackId: slack, roles: roles.map(present) }),
    ),
    plans: plans.map((plan) => planOf(plan, readingIn(plan.year, kinds, groups))),
    goals: plans.flatMap(goalsOf),
  }
}

type FileKind = NonNullable<CommitteeFile['committee']['kinds']>[number]

function kindOf({ name, steps, evidence, counters, outcomes, ...kind }: FileKind): WorkKind {
  return present({
    ...kind,
    names: namesOf(name),
    steps: steps.map(({ name, ...step }) => present({ ...step, names: namesOf(name) })),
    evidence: evidence.map(({ name, required, ...field }) => ({
      ...field,
      names: namesOf(name),
      isRequired: required,
    })),
    counters: counters.map(({ name, ...counter }) => present({ ...counter, names: namesOf(name) })),
    outcomes: outcomes?.map(({ name, achieved, ...outcome }) => ({
      ...outcome,
      names: namesOf(name),
      isAchieved: achieved,
    })),
  })
}

type FilePlan = CommitteeFile['plans'][number]

/** The points of an area in their order, those behind which are their own goals. */
function pointsOf({ points, goals }: FilePlan['areas'][number]) {
  return [...points, ...goals.map((goal) => ({ text: goal.text, goals: [goal] }))]
}

/** How the points of a plan are read: by the kinds of work and the groups of the same file. */
function readingIn(
  year: number,
  kinds: CommitteeFile['committee']['kinds'],
  groups: CommitteeFile['groups'],
): (texts: Names) => PointReading {
  const known = {
    year,
    kinds: kindsOf(kinds === undefined ? undefined : { kinds: kinds.map(kindOf) }),
    topics: knownTopics,
    groups: groups.map(({ code, name, scope }) => ({ code, names: namesOf(name), scope: scope ?? [] })),
  }
  return ({ zh, en }) => readPoint(zh ?? en ?? '', known)
}

function planOf({ title, areas, ...plan }: FilePlan, read: (texts: Names) => PointReading): Plan {
  return present({
    ...plan,
    names: namesOf(title),
    areas: areas.map((area) => ({
      number: area.number,
      names: namesOf(area.title),
      points: pointsOf(area).map(({ text }, index) => {
        const number = `${area.number}.${index + 1}`
        const names = namesOf(text)
        return { id: pointId(plan.year, number), number, texts: names, reading: read(names) }
      }),
    })),
  })
}

function goalsOf({ year, areas }: FilePlan): Goal[] {
  return areas.flatMap((area) =>
    pointsOf(area).flatMap(({ goals }, index) =>
      goals.map(({ id, text, groups, kinds, dueOn }) =>
        present({
          id,
          year,
          texts: namesOf(text),
          points: [pointId(year, `${area.number}.${index + 1}`)],
          kinds,
          groups: [...new Set(groups)].map((group) => ({ group, state: 'accepted' as const })),
          dueOn,
          state: 'open' as const,
          isTouched: false,
        }),
      ),
    ),
  )
}

function namesOf({ zh, en, zhIsTranslation }: CommitteeFile['committee']['name']): Names {
  return present({ zh, en, zhIsTranslation: zhIsTranslation || undefined })
}
