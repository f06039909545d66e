import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Day } from '../../src/domain/calendar/day.ts'
import { nameIn } from '../../src/domain/language/rules.ts'
import { isSecretariat, leadsGroup, type Member } from '../../src/domain/member/rules.ts'
import { texts } from '../../src/texts/texts.ts'
import type { TaskFilled } from '../../src/views/add-work-modal.ts'
import { daysMeant, type SaidRange } from './day-range-words.ts'
import { mayNotOwe, memberAsOwner, oneself } from './party-called.ts'
import { taskHeads } from './task-heads.ts'
import { taskDue } from './task-words.ts'

/** What of a task can be filled in beforehand, and the group whose it is, where that is named before it. */
export type TaskSaid = TaskFilled & { group?: string }

/**
 * What a form about an assignment can be opened with: all of it stands there to be read and changed. Who is not on record
 * as somebody who may owe it, and a day that is over or that the calendar does not have, stay in the words of the task.
 */
export async function taskSaid(app: App, caller: Caller, text: string): Promise<TaskSaid> {
  const plain = text.replaceAll(/\s+/gu, ' ').trim()
  const today = await app.assignments.today()
  const { owner, words } = await ownedWords(app, caller, plain, today)
  const { task, due } = taskDue(words)
  const dueOn = due && dayOf(due, today)
  const left = dueOn === undefined ? words : task
  return { ...owner, ...(left !== '' && { task: left }), ...(dueOn !== undefined && { dueOn }) }
}

/** Who owes it, or who was named where several were, and the other words: a title keeps no name that was read from it. */
async function ownedWords(app: App, caller: Caller, text: string, today: Day) {
  for (const { who, task } of taskHeads(text, await namesOnRecord(app))) {
    const [first = '', ...others] = who
    const owner =
      others.length === 0
        ? await ownerCalled(app, caller, first, today)
        : await severalCalled(app, caller, who)
    if (owner !== undefined) return { owner, words: task }
  }
  return { owner: {}, words: text }
}

/** By what members, organisations and groups can be called. */
async function namesOnRecord(app: App): Promise<string[]> {
  const [members, organisations, groups] = await Promise.all([
    app.members.all(),
    app.members.organisations(),
    app.groups.all(),
  ])
  return [
    ...[...members, ...organisations].flatMap(({ id, names }) => [id, names.en, names.zh]),
    ...groups.map(({ code }) => code),
  ].filter((name) => name !== undefined)
}

/** Several members or organisations, in words: a form takes one owner, and its reader is to choose. Undefined unless each is known. */
async function severalCalled(
  app: App,
  { member, language }: Caller,
  who: readonly string[],
): Promise<Pick<TaskSaid, 'several'> | undefined> {
  const called = await Promise.all(
    who.map(async (one) => {
      if (oneself.test(one)) return member
      return (await app.members.called(one))[0] ?? app.members.organisationCalled(one)
    }),
  )
  const known = new Map(called.flatMap((one) => (one === undefined ? [] : [[one.id, one.names] as const])))
  if (called.includes(undefined) || known.size < 2) return undefined
  const names = [...known.values()].map((one) => nameIn(one, language))
  return { several: names.join(texts(language)('list.comma')) }
}

/** Undefined for a day that is over, or that the calendar does not have. */
function dayOf(due: Pick<SaidRange, 'from' | 'until'>, today: Day): Day | undefined {
  try {
    const { until } = daysMeant(due, today)
    return until < today ? undefined : until
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

async function ownerCalled(
  app: App,
  caller: Caller,
  who: string,
  today: Day,
): Promise<Omit<TaskSaid, 'task' | 'dueOn'> | undefined> {
  if (oneself.test(who)) return caller.member && asPerson(caller.member)
  const group = await app.groups.called(who)
  if (group !== undefined) {
    const gives = isSecretariat(caller.roles) || leadsGroup(caller.roles, group.code)
    return gives ? { group: group.code } : undefined
  }
  const [member, ...others] = await app.members.called(who)
  if (member !== undefined)
    return others.length > 0 || mayNotOwe(member, today, caller.language) !== undefined
      ? undefined
      : asPerson(member)
  const organisation = await app.members.organisationCalled(who)
  return organisation && { organisation }
}

/** Slack's own menu holds nobody who is not one of its users. */
function asPerson(member: Member): { person: string } | undefined {
  const owner = memberAsOwner(member)
  return owner.kind === 'member' && owner.slackId !== undefined ? { person: owner.slackId } : undefined
}
