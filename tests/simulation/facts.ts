import { type Committee, type Person, usual } from './committee.ts'
import { type Diary, type Histories, histories, type OwnerRef } from './diary.ts'
import { hasLeft, isLead } from './leads.ts'
import type { Said } from './said.ts'
import type { Evidence } from './simulate.ts'
import { momentOf, mondayOf, type WorkDays, wallClock, workDays } from './work-days.ts'

/** What the checks look things up in; made of the evidence alone, and of nothing that the bot decides by. */
export type Facts = {
  committee: Committee
  diary: Diary
  said: readonly Said[]
  /** The messages that ask people something in person. */
  asks: readonly AskedPerson[]
  histories: Histories
  days: WorkDays
  groupDays(group: string): WorkDays
  /** A day of the committee's calendar. */
  dayOf(at: Date): string
  moment(day: string, time: string): Date
  person(id: string): Person | undefined
  isAway(member: string, day: string): boolean
  /** Who is asked in somebody's place on a day: they themselves, their stand-in, or nobody. */
  hearerFor(member: string, day: string): string | undefined
  /** Whose it is, whether they are there or away; nobody where those have left. */
  ownersOf(owner: OwnerRef, group: string, day: string): string[]
  /** Those who are asked about what somebody owes. */
  hearersOf(owner: OwnerRef, group: string, day: string): string[]
  leads(group: string, day: string, as: 'convenor' | 'deputy' | 'any'): string[]
  secretariat(): string[]
  capOf(member: string): number
  /** How many messages a person had heard in the week of a day, up to the end of that day. */
  heardInWeek(member: string, day: string): number
  /** Whether the person has put this off beyond that day: `own a12`, `decide a12`, `group WG1`. */
  isPutOff(member: string, day: string, about: string): boolean
  /** Whether the bot ran all day long. */
  isUp(day: string): boolean
}

/** A message in person with who heard it and when, on the committee's calendar. */
export type AskedPerson = Said & { person: Person; day: string }

export function factsOf({ committee, diary, said }: Evidence): Facts {
  const { zone, people, absences, marks, outages } = committee
  const ofAll = marks.filter(({ group }) => group === undefined)
  const days = workDays(committee.calendar, ofAll)
  const byId = new Map(people.map((person) => [person.member.id, person]))
  const bySlackId = new Map(people.map((person) => [person.slackId, person]))
  const dayOf = (at: Date) => wallClock(zone, at).day
  const ofGroups = new Map(
    committee.groups.map(({ code, calendar }) => [
      code,
      workDays(calendar ?? committee.calendar, [...ofAll, ...marks.filter(({ group }) => group === code)]),
    ]),
  )
  const asks = said.flatMap((one) => {
    const person = bySlackId.get(one.to)
    return person === undefined || one.kind !== 'asks' ? [] : [{ ...one, person, day: dayOf(one.at) }]
  })
  const heard = new Map<string, string[]>()
  for (const { person, day } of asks) {
    const key = `${person.member.id} ${mondayOf(day)}`
    heard.set(key, [...(heard.get(key) ?? []), day])
  }

  const absenceOf = (member: string, day: string) =>
    absences
      .filter((one) => one.member === member && one.from <= day && one.until >= day)
      .sort((a, b) => (a.until < b.until ? 1 : -1))[0]
  const isAway = (member: string, day: string) => absenceOf(member, day) !== undefined

  const isGone = (id: string, day: string) => {
    const person = byId.get(id)
    return person === undefined || hasLeft(person, day)
  }

  function hearerFor(member: string, day: string): string | undefined {
    const absence = absenceOf(member, day)
    if (absence === undefined) return member
    const { standIn } = absence
    return standIn === undefined || isAway(standIn, day) || isGone(standIn, day) ? undefined : standIn
  }

  const leads: Facts['leads'] = (group, day, as) =>
    people.filter((person) => isLead(person, group, day, as)).map(({ member }) => member.id)

  function ownersOf({ kind, id }: OwnerRef, group: string, day: string): string[] {
    if (kind === 'member') return isGone(id, day) ? [] : [id]
    if (kind === 'group') {
      const convenors = leads(id, day, 'convenor')
      return convenors.length > 0 ? convenors : leads(id, day, 'deputy')
    }
    const own = people.filter((person) => person.member.organisation === id && !hasLeft(person, day))
    const inGroup = own.filter(({ member }) =>
      member.roles.some(
        (role) =>
          role.group === group &&
          (role.from === undefined || role.from <= day) &&
          (role.until === undefined || role.until >= day),
      ),
    )
    return (inGroup.length > 0 ? inGroup : own).map(({ member }) => member.id)
  }

  return {
    committee,
    diary,
    said,
    asks,
    histories: histories(diary),
    days,
    groupDays: (group) => ofGroups.get(group) ?? days,
    dayOf,
    moment: (day, time) => momentOf(day, time, zone),
    person: (id) => byId.get(id),
    isAway,
    hearerFor,
    ownersOf,
    hearersOf: (owner, group, day) => {
      const hearers = (ids: string[]) => ids.flatMap((member) => hearerFor(member, day) ?? [])
      const own = hearers(ownersOf(owner, group, day))
      // Where every convenor is away with nobody in their place, the deputies hear of what the group owes.
      return own.length > 0 || owner.kind !== 'group' ? own : hearers(leads(owner.id, day, 'deputy'))
    },
    leads,
    secretariat: () =>
      people
        .filter(({ member }) => member.roles.some(({ role }) => role === 'secretariat'))
        .map(({ member }) => member.id),
    capOf: (member) => Math.min(usual.perWeek, byId.get(member)?.perWeek ?? usual.perWeek),
    heardInWeek: (member, day) =>
      (heard.get(`${member} ${mondayOf(day)}`) ?? []).filter((one) => one <= day).length,
    isPutOff: (member, day, what) =>
      diary.putOffs.some(
        ({ by, at, until, about }) =>
          by === member &&
          dayOf(at) <= day &&
          until > day &&
          (about === 'everything' || about.includes(what)),
      ),
    isUp: (day) =>
      !outages.some(
        ({ from, until }) => from < momentOf(day, '23:59', zone) && until > momentOf(day, '00:00', zone),
      ),
  }
}
