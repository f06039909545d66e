import { dice } from '../faults/dice.ts'
import type { Agenda } from './agenda.ts'
import type { Committee, Person } from './committee.ts'
import type { OwnerRef } from './diary.ts'
import type { Hands } from './hands.ts'
import { hasLeft, isLead } from './leads.ts'
import type { Asking, Said } from './said.ts'
import { daysAfter, momentOf, wallClock, weekdayOf } from './work-days.ts'

/** What people do when they read what the bot says. */
export type Habits = {
  /** `at`: when the bot's run was, which is when it is read at the earliest. */
  read(said: Said, at: Date): void
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Everybody has dice of their own, so that what one does changes nothing for another. */
export function habits(committee: Committee, hands: Hands, agenda: Agenda, seed: number): Habits {
  const { people, groups } = committee
  const bySlackId = new Map(people.map((person) => [person.slackId, person]))
  const diceOf = new Map(people.map(({ member }, i) => [member.id, dice(seed * 1_009 + i)]))
  const askedTimes = new Map<string, number>()
  const patience = new Map<string, number>()
  const lastHeard = new Map<string, Said>()

  const throwsOf = (person: Person) => diceOf.get(person.member.id) ?? dice(seed)

  /** When somebody comes to it: at work, not away, and while the bot runs. */
  function whenAtWork(person: Person, from: Date): Date {
    let at = from
    for (let tries = 0; tries < 200; tries += 1) {
      const { day, time } = wallClock(person.zone, at)
      const away = committee.absences.find(
        ({ member, from, until }) => member === person.member.id && from <= day && until >= day,
      )
      const down = committee.outages.find((one) => one.from <= at && at < one.until)
      if (away !== undefined) at = momentOf(daysAfter(away.until, 1), '09:20', person.zone)
      else if (down !== undefined) at = new Date(down.until.getTime() + hourMs)
      else if (weekdayOf(day) > 5 || time >= '18:30') at = momentOf(daysAfter(day, 1), '09:10', person.zone)
      else if (time < '08:30') at = momentOf(day, '09:05', person.zone)
      else return at
    }
    return at
  }

  function intend(
    person: Person,
    from: Date,
    leastHours: number,
    mostHours: number,
    act: () => Promise<void>,
  ) {
    const throws = throwsOf(person)
    const at = whenAtWork(
      person,
      new Date(from.getTime() + throws.between(leastHours * 60, mostHours * 60) * 60_000),
    )
    if (hasLeft(person, wallClock(committee.zone, at).day)) return
    agenda.add({ at, who: person.member.id, act })
  }

  /** How often they were asked about it, and whether that is often enough for them to move. */
  function isMoved(person: Person, { assignment }: Asking): boolean {
    const key = `${person.member.id} ${assignment}`
    const times = (askedTimes.get(key) ?? 0) + 1
    askedTimes.set(key, times)
    const borne = patience.get(key) ?? throwsOf(person).between(1, 4)
    patience.set(key, borne)
    return times >= borne
  }

  function answerOwn(person: Person, asking: Asking, said: Said, at: Date): void {
    const throws = throwsOf(person)
    const { assignment: id, kind } = asking
    const isNew = kind === 'given' || kind === 'answer'
    const finish = (least: number, most: number) =>
      intend(person, at, least, most, () => hands.finish(person, id))
    const button = said.buttons.find(({ actionId }) => actionId === `asked.act:${id}`)
    const accept = () => intend(person, at, 0, 20, () => hands.accept(person, id, button, said.to))
    const update = () => intend(person, at, 0, 30, () => hands.update(person, id))
    switch (person.temper) {
      case 'silent':
        return
      case 'early':
        if (isNew) {
          accept()
          if (throws.chance(70)) finish(48, 30 * 24)
        } else if (throws.chance(kind === 'soon' ? 50 : 80)) finish(1, kind === 'soon' ? 96 : 20)
        else update()
        return
      case 'late':
      case 'snoozing':
        if (!isMoved(person, asking)) return
        if (isNew) accept()
        else if (throws.chance(60)) finish(2, 60)
        else update()
        return
      case 'declining':
        if (isNew && throws.chance(55)) intend(person, at, 1, 40, () => hands.decline(person, id))
        else if (isNew) accept()
        else finish(4, 72)
        return
      case 'blocking': {
        if (isNew) {
          accept()
          return
        }
        const roll = throws.between(1, 100)
        if (roll <= 40) block(person, id, at)
        else if (roll <= 80) {
          const on = daysAfter(wallClock(committee.zone, at).day, throws.between(7, 40))
          intend(person, at, 1, 30, () => hands.askDue(person, id, on))
        } else finish(4, 60)
      }
    }
  }

  function block(person: Person, id: string, at: Date): void {
    const throws = throwsOf(person)
    const holders: OwnerRef[] = [
      { kind: 'group', id: throws.pick(groups).code },
      { kind: 'organisation', id: throws.pick(committee.organisations).id },
      { kind: 'member', id: throws.pick(people).member.id },
    ]
    // Now and then it is nobody of the committee.
    const waitsFor = throws.chance(25) ? undefined : throws.pick(holders)
    intend(person, at, 1, 20, () => hands.block(person, id, waitsFor))
    intend(person, new Date(at.getTime() + throws.between(5, 45) * dayMs), 0, 8, () =>
      hands.unblock(person, id),
    )
  }

  /** Most do the part that others wait for some time later; what they told the owner instead is not played. */
  function answerHeld(person: Person, { assignment: id }: Asking, said: Said, at: Date): void {
    const throws = throwsOf(person)
    if (person.temper === 'silent' || !throws.chance(60)) return
    const button = said.buttons.find(({ actionId }) => actionId === `asked.act:${id}`)
    intend(person, at, 4, 12 * 24, () => hands.partDone(person, id, button, said.to))
  }

  function answerToDecide(person: Person, asking: Asking, at: Date): void {
    const throws = throwsOf(person)
    const { answering } = person
    if (answering === 'ignoring' && !throws.chance(20)) return
    if (answering === 'slow' && !isMoved(person, asking)) return
    const isGranted = throws.chance(75)
    const receiver = throws.between(0, 1_000)
    intend(person, at, 1, answering === 'prompt' ? 24 : 100, () =>
      hands.decide(person, asking, isGranted, receiver),
    )
  }

  function answerReminder(person: Person, said: Said, at: Date, isInPerson: boolean): void {
    const throws = throwsOf(person)
    const press = said.buttons.find(({ actionId }) => /^(reminder|asked)\.acknowledge\b/.test(actionId))
    if (press === undefined) return
    const group = isInPerson ? press.actionId.split(':')[1] : said.key.split('/')[2]
    if (group === undefined) return
    const acknowledge = (most: number) =>
      intend(person, at, 0, most, () => hands.acknowledge(person, press, group))
    switch (person.answering) {
      case 'prompt':
        if (isInPerson || throws.chance(80)) acknowledge(isInPerson ? 10 : 30)
        return
      case 'slow':
        if (isInPerson && throws.chance(75)) acknowledge(40)
        return
      case 'putting-off':
        if (isInPerson || throws.chance(40)) acknowledge(60)
        else putOff(person, said, at, group)
        return
      case 'ignoring':
        if (throws.chance(isInPerson ? 25 : 8)) acknowledge(90)
    }
  }

  function putOff(person: Person, said: Said, at: Date, group?: string): void {
    const throws = throwsOf(person)
    const choices = said.buttons.filter(
      ({ actionId, value }) => actionId === 'notice.snooze' && !value.includes('"date"'),
    )
    if (choices.length === 0) return
    const choice = throws.pick(choices)
    intend(person, at, 0, group === undefined ? 30 : 20, () =>
      hands.putOff(person, choice, said, group, lastHeard.get(person.slackId)?.key === said.key),
    )
  }

  return {
    read(said, at) {
      const person = bySlackId.get(said.to)
      if (person === undefined) {
        if (said.kind !== 'reminder') return
        const code = said.key.split('/')[2] ?? ''
        const today = wallClock(committee.zone, at).day
        for (const lead of people)
          if (isLead(lead, code, today, 'convenor')) answerReminder(lead, said, at, false)
        return
      }
      lastHeard.set(said.to, said)
      if (person.temper === 'snoozing' && throwsOf(person).chance(50)) putOff(person, said, at)
      for (const asking of said.askings)
        if (asking.kind === 'decide' || asking.kind === 'unowned') answerToDecide(person, asking, at)
        else if (asking.kind === 'held') answerHeld(person, asking, said, at)
        else if (asking.kind !== 'stuck') answerOwn(person, asking, said, at)
      if (said.toAcknowledge.length > 0) answerReminder(person, said, at, true)
    },
  }
}
