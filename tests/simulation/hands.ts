import type { Gesture } from '../../src/domain/assignment/gestures.ts'
import type { Owner } from '../../src/domain/assignment/rules.ts'
import type { PlannedAssignment } from './assignments.ts'
import { type Committee, channelOf, type Person } from './committee.ts'
import type { Deed, Diary, OwnerRef } from './diary.ts'
import { hasLeft, isLead } from './leads.ts'
import { type Asking, aboutOf, mostShown, type Said } from './said.ts'
import { wallClock } from './work-days.ts'
import type { Button, World } from './world.ts'

/** What people do with the bot, each written into the diary as soon as the bot has taken it. */
export type Hands = ReturnType<typeof hands>

export function hands(world: World, { people, zone }: Committee, diary: Diary) {
  const { app } = world
  /** The bot's short name of each assignment, by its title's number. */
  const ids = new Map<string, string>()
  let requests = 0

  const today = () => wallClock(zone, world.now()).day
  const note = (person: Person, assignment: string, does: Deed['does']) =>
    void diary.deeds.push({ at: world.now(), by: person.member.id, assignment, does })
  const refuse = (kind: string) => {
    diary.refused[kind] = (diary.refused[kind] ?? 0) + 1
  }

  async function act(person: Person, id: string, gesture: Gesture, does: Deed['does']): Promise<void> {
    requests += 1
    const decision = await app.assignments.act(id, gesture, {
      member: person.member,
      via: 'modal',
      request: `act-${requests}`,
    })
    if (decision.ok && decision.isNoted) note(person, id, does)
    else refuse(does.kind)
  }

  const secretariat = () => {
    const found = people.find(({ member }) => member.roles.some(({ role }) => role === 'secretariat'))
    if (found === undefined) throw new Error('nobody is of the secretariat')
    return found
  }
  /** Whoever leads a group today: its convenor, else a deputy, else the secretariat does it. */
  const leadOf = (group: string) =>
    people.find((one) => isLead(one, group, today(), 'convenor')) ??
    people.find((one) => isLead(one, group, today(), 'deputy')) ??
    secretariat()

  return {
    async give({ title, group, owner, dueOn }: PlannedAssignment): Promise<string | undefined> {
      const person = leadOf(group)
      requests += 1
      const made = await app.assignments.add(
        {
          titles: { en: title },
          group,
          owner: named(owner),
          standards: [],
          ...(dueOn !== undefined && { dueOn }),
        },
        { member: person.member, via: 'modal', request: `give-${requests}` },
      )
      if (!made.ok) throw new Error(`${title} could not be given`)
      const { id } = made.assignment
      ids.set(title, id)
      note(person, id, { kind: 'make', title, group, owner, ...(dueOn !== undefined && { dueOn }) })
      return id
    },

    setDue: ({ title, group, movedTo }: PlannedAssignment) => {
      const id = ids.get(title)
      return id === undefined || movedTo === undefined
        ? Promise.resolve()
        : act(
            leadOf(group),
            id,
            { kind: 'set-due', on: movedTo, why: 'moved' },
            { kind: 'set-due', on: movedTo },
          )
    },

    withdraw: ({ title }: PlannedAssignment) => {
      const id = ids.get(title)
      return id === undefined
        ? Promise.resolve()
        : act(secretariat(), id, { kind: 'withdraw', why: 'not needed' }, { kind: 'withdraw' })
    },

    reopen: ({ title, group }: PlannedAssignment) => {
      const id = ids.get(title)
      return id === undefined
        ? Promise.resolve()
        : act(leadOf(group), id, { kind: 'reopen', why: 'not yet what was asked' }, { kind: 'reopen' })
    },

    /** Takes it on with the very button below the question. */
    async accept(person: Person, id: string, button: Button | undefined, channel: string): Promise<void> {
      if (button === undefined) return act(person, id, { kind: 'accept' }, { kind: 'accept' })
      if (await world.press(person, button, channel)) note(person, id, { kind: 'accept' })
      else refuse('accept')
    },

    decline: (person: Person, id: string) =>
      act(person, id, { kind: 'decline', why: 'no time' }, { kind: 'decline' }),

    update: (person: Person, id: string) =>
      act(person, id, { kind: 'update', text: 'it goes on' }, { kind: 'update' }),

    finish: (person: Person, id: string) =>
      act(person, id, { kind: 'finish', on: today() }, { kind: 'finish' }),

    block: (person: Person, id: string, waitsFor: OwnerRef | undefined) =>
      act(
        person,
        id,
        { kind: 'block', why: 'waits', ...(waitsFor !== undefined && { waitsFor }) },
        { kind: 'block', ...(waitsFor !== undefined && { waitsFor }) },
      ),

    unblock: (person: Person, id: string) => act(person, id, { kind: 'unblock' }, { kind: 'unblock' }),

    /** Whoever it waits for says that they have done their part, with the button below the question where it has one. */
    async partDone(person: Person, id: string, button: Button | undefined, channel: string): Promise<void> {
      if (button === undefined) return act(person, id, { kind: 'unblock' }, { kind: 'part-done' })
      if (await world.press(person, button, channel)) note(person, id, { kind: 'part-done' })
      else refuse('part-done')
    },

    askDue: (person: Person, id: string, on: string) =>
      act(person, id, { kind: 'ask-due', on, why: 'more time' }, { kind: 'ask-due', on }),

    /**
     * Grants or refuses another day; gives to somebody else what was given back or has nobody any more who owes it, or
     * withdraws it.
     */
    async decide(
      person: Person,
      { assignment: id, kind }: Asking,
      isGranted: boolean,
      choice: number,
    ): Promise<void> {
      const assignment = await app.assignments.byId(id)
      if (assignment === undefined) return
      const { life, group } = assignment
      if (life.dueAsked !== undefined)
        return act(
          person,
          id,
          { kind: 'decide-due', isGranted, on: life.dueAsked.on, ...(!isGranted && { why: 'no' }) },
          { kind: 'decide-due', isGranted },
        )
      if (life.declined === undefined && kind !== 'unowned') return refuse('decide')
      const others = people.filter(
        (one) =>
          one.member.id !== assignment.owner.id &&
          !hasLeft(one, today()) &&
          one.member.roles.some((role) => role.group === group),
      )
      const receiver = others[choice % Math.max(1, others.length)]
      if (!isGranted || receiver === undefined)
        return act(person, id, { kind: 'withdraw', why: 'nobody for it' }, { kind: 'withdraw' })
      const to: OwnerRef = { kind: 'member', id: receiver.member.id }
      return act(person, id, { kind: 'give', to: named(to) }, { kind: 'give', to })
    },

    /** Of a message in person it is the group's newest reminder that is answered, whichever the message was about. */
    async acknowledge(person: Person, button: Button, group: string): Promise<void> {
      const isInPerson = button.actionId !== 'reminder.acknowledge'
      const newest = isInPerson ? await world.app.notices.newestReminder(group) : undefined
      if (await world.press(person, button, channelOf(group)))
        diary.answers.push({
          at: world.now(),
          by: person.member.id,
          group,
          notice: newest ?? button.value,
          does: 'acknowledge',
        })
      else refuse('acknowledge')
    },

    /** Chooses from the menu below a message: below a group's reminder, or below what they were asked in person. */
    async putOff(
      person: Person,
      button: Button,
      said: Said,
      group: string | undefined,
      isOfNewest: boolean,
    ): Promise<void> {
      const { tomorrow, monday } = await world.app.calendars.putOffDays(group)
      const until = button.value.includes('tomorrow') ? tomorrow : monday
      if (!(await world.press(person, button, said.to))) return refuse('put off')
      const entry = { at: world.now(), by: person.member.id, until }
      if (group !== undefined) {
        const { notice } = JSON.parse(button.value) as { notice: string }
        diary.answers.push({ ...entry, group, notice, does: 'snooze' })
      } else {
        const isCrowded = said.askings.length >= mostShown
        diary.putOffs.push({ ...entry, about: isCrowded ? 'everything' : aboutOf(said), isOfNewest })
      }
    },
  }
}

function named(owner: OwnerRef): Owner {
  return { ...owner, names: {} }
}
