import type { Absence } from '../../src/domain/absence/rules.ts'
import type { Member, Organisation, Role } from '../../src/domain/member/rules.ts'
import type { QuietHours } from '../../src/domain/reminder/quiet-hours.ts'
import type { WorkingGroup } from '../../src/domain/working-group/rules.ts'
import { type Dice, dice } from '../faults/dice.ts'
import { daysAfter, type Mark, momentOf } from './work-days.ts'

/** How somebody deals with what they owe. */
export type Temper = 'early' | 'late' | 'silent' | 'declining' | 'blocking' | 'snoozing'
/** How somebody who leads a group answers its reminders and what they are to decide. */
export type Answering = 'prompt' | 'slow' | 'putting-off' | 'ignoring'

export type Person = {
  member: Member
  slackId: string
  zone: string
  temper: Temper
  answering: Answering
  /** Their own, where they have set any. */
  quietHours?: QuietHours
  perWeek?: number
}

/** A mark, and the day on which the secretariat makes it. */
export type PlannedMark = Mark & { madeOn: string }

/** All that is settled before the year begins. */
export type Committee = {
  zone: string
  calendar: string
  /** The first day, and the first one after the last. */
  from: string
  until: string
  groups: WorkingGroup[]
  organisations: Organisation[]
  people: Person[]
  absences: Absence[]
  marks: PlannedMark[]
  /** When no process of the bot ran. */
  outages: { from: Date; until: Date }[]
}

export type Size = { seed: number; months: number; groups: number; members: number }

export const committeeZone = 'Asia/Shanghai'
/** What is usual where nobody says anything else; the committee of the simulation leaves all of it so. */
export const usual = {
  quietHours: { from: '20:00', until: '08:00' },
  perWeek: 3,
  quietDays: 5,
  overdueGaps: [1, 5, 10, 20],
  hour: '09:30',
} as const
export const firstDay = '2026-01-05'

const zones = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Africa/Cairo',
  'Australia/Sydney',
  'Pacific/Auckland',
]
const answerings: Answering[] = ['prompt', 'slow', 'ignoring', 'putting-off']

/** Makes a committee by the dice of a seed. */
export function makeCommittee({ seed, months, groups: count, members }: Size): Committee {
  const throws = dice(seed)
  const until = dayAfterMonths(firstDay, months)
  const groups = Array.from({ length: count }, (_, i) => groupOf(i))
  const organisations = Array.from({ length: Math.max(2, Math.round(members / 8)) }, (_, i) => ({
    id: `org${i + 1}`,
    names: { en: `Organisation ${i + 1}` },
  }))
  const people = [
    ...Array.from({ length: members }, (_, i) => personOf(throws, i, groups, organisations, until)),
    ...secretariat(),
  ]
  const committee = {
    zone: committeeZone,
    calendar: 'CN',
    from: firstDay,
    until,
    groups,
    organisations,
    people,
  }
  return {
    ...committee,
    absences: absencesOf(throws, people, until),
    marks: marksOf(throws, groups, until),
    outages: outagesOf(throws, months, until),
  }
}

export const channelOf = (group: string) => `C0${group}`
export const secretariatChannel = 'C0SECRETARIAT'

function groupOf(nth: number): WorkingGroup {
  const code = `WG${nth + 1}`
  const home =
    nth === 1
      ? { zone: 'Europe/Berlin', calendar: 'DE' }
      : nth === 2
        ? { zone: 'Africa/Cairo', calendar: 'EG' }
        : { zone: committeeZone, calendar: 'CN' }
  return {
    code,
    kind: 'WG',
    names: { en: `Group ${code}` },
    channel: `#${code.toLowerCase()}`,
    channelId: channelOf(code),
    language: 'en',
    ...home,
  }
}

/**
 * The first ones of each group lead it; the last group has deputies alone. In the third the convenor changes half-way. A few
 * of the others leave the committee.
 */
function personOf(
  throws: Dice,
  nth: number,
  groups: readonly WorkingGroup[],
  organisations: readonly Organisation[],
  until: string,
): Person {
  const id = `p${String(nth + 1).padStart(3, '0')}`
  const place = Math.floor(nth / groups.length)
  const group = groups[nth % groups.length]?.code ?? ''
  const isLast = groups.length > 2 && group === groups.at(-1)?.code
  const middle = daysAfter(firstDay, Math.floor(daysFrom(firstDay, until) / 2))
  const isHandedOver = group === 'WG3'
  const roles: Role[] =
    place === 0
      ? [
          isLast
            ? { role: 'deputy', group }
            : { role: 'convenor', group, ...(isHandedOver && { until: middle }) },
          ...(isHandedOver ? [{ role: 'member' as const, group }] : []),
        ]
      : place === 1
        ? [
            { role: 'deputy', group, ...(isHandedOver && { until: middle }) },
            ...(isHandedOver ? [{ role: 'convenor' as const, group, from: daysAfter(middle, 1) }] : []),
          ]
        : place === 2
          ? [{ role: 'deputy', group }]
          : [{ role: 'member', group }]
  const other = throws.pick(groups).code
  if (place > 2 && other !== group && throws.chance(20)) roles.push({ role: 'member', group: other })
  const isLeaving = place > 2 && throws.chance(6)
  const leavesOn = daysAfter(firstDay, throws.between(20, Math.max(20, daysFrom(firstDay, until) - 20)))
  const home = groups[nth % groups.length]?.zone ?? committeeZone
  const zone = throws.chance(65) ? home : throws.pick(zones)
  const roll = throws.between(1, 100)
  const temper: Temper =
    roll <= 35
      ? 'early'
      : roll <= 62
        ? 'late'
        : roll <= 72
          ? 'silent'
          : roll <= 81
            ? 'declining'
            : roll <= 91
              ? 'blocking'
              : 'snoozing'
  const quietHours = throws.chance(12)
    ? throws.pick([
        { from: '17:00', until: '09:00' },
        { from: '22:30', until: '07:15' },
        { from: '12:00', until: '14:00' },
        { from: '18:00', until: '10:00' },
      ])
    : undefined
  const perWeek = throws.chance(20) ? throws.between(1, 2) : undefined
  return {
    member: {
      id,
      names: { en: `Person ${id}` },
      slackId: `U0${id.toUpperCase()}`,
      language: 'en',
      zone,
      roles: isLeaving ? roles.map((role) => ({ ...role, until: leavesOn })) : roles,
      ...(throws.chance(80) && { organisation: throws.pick(organisations).id }),
    },
    slackId: `U0${id.toUpperCase()}`,
    zone,
    temper,
    answering: answerings[nth % answerings.length] ?? 'slow',
    ...(quietHours !== undefined && { quietHours }),
    ...(perWeek !== undefined && { perWeek }),
  }
}

function secretariat(): Person[] {
  return ['pine', 'cedar'].map((id) => ({
    member: {
      id,
      names: { en: `${id} of the secretariat` },
      slackId: `U0${id.toUpperCase()}`,
      language: 'en',
      zone: committeeZone,
      roles: [{ role: 'secretariat' }],
    },
    slackId: `U0${id.toUpperCase()}`,
    zone: committeeZone,
    temper: 'early',
    answering: 'prompt',
  }))
}

function absencesOf(throws: Dice, people: readonly Person[], until: string): Absence[] {
  const days = daysFrom(firstDay, until)
  return people.flatMap(({ member }) => {
    if (!throws.chance(45)) return []
    const from = daysAfter(firstDay, throws.between(5, Math.max(5, days - 10)))
    const groups = new Set(member.roles.map(({ group }) => group))
    const standIns = people.filter(
      (one) => one.member.id !== member.id && one.member.roles.some(({ group }) => groups.has(group)),
    )
    const hasStandIn = throws.chance(50) && standIns.length > 0
    return [
      {
        id: `away-${member.id}`,
        member: member.id,
        from,
        until: daysAfter(from, throws.between(2, 24)),
        ...(hasStandIn && { standIn: throws.pick(standIns).member.id }),
      },
    ]
  })
}

function marksOf(throws: Dice, groups: readonly WorkingGroup[], until: string): PlannedMark[] {
  const days = daysFrom(firstDay, until)
  const count = Math.max(2, Math.round(days / 60))
  return Array.from({ length: count }, (_, i) => {
    const day = daysAfter(firstDay, throws.between(20, Math.max(20, days - 2)))
    const isOfGroup = i % 3 === 2
    return {
      day,
      isWorked: throws.chance(25),
      madeOn: daysAfter(day, -throws.between(8, 18)),
      ...(isOfGroup && { group: throws.pick(groups).code }),
    }
  }).filter(({ day, group }, i, all) => all.findIndex((one) => one.day === day && one.group === group) === i)
}

function outagesOf(throws: Dice, months: number, until: string): Committee['outages'] {
  const days = daysFrom(firstDay, until)
  return Array.from({ length: Math.max(1, Math.round(months / 2.4)) }, () => {
    const day = daysAfter(firstDay, throws.between(8, Math.max(8, days - 8)))
    const from = momentOf(day, `${String(throws.between(8, 17)).padStart(2, '0')}:30`, committeeZone)
    return { from, until: new Date(from.getTime() + throws.between(6, 110) * 3_600_000) }
  })
}

function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** Half months are fifteen days. */
function dayAfterMonths(day: string, months: number): string {
  const whole = Math.floor(months)
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + whole)
  return daysAfter(date.toISOString().slice(0, 10), Math.round((months - whole) * 30))
}
