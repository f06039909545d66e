import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Day } from '../../src/domain/calendar/day.ts'
import { isSecretariat, leadsGroup, type Member } from '../../src/domain/member/rules.ts'
import type { TaskFilled } from '../../src/views/add-work-modal.ts'
import { daysMeant, type SaidRange } from './day-range-words.ts'
import { mayNotOwe, memberAsOwner, oneself } from './party-called.ts'
import { taskDue, taskHeads } from './task-words.ts'

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

async function ownedWords(app: App, caller: Caller, text: string, today: Day) {
  for (const { who, task } of taskHeads(text)) {
    const owner = await ownerCalled(app, caller, who, today)
    if (owner !== undefined) return { owner, words: task }
  }
  return { owner: {}, words: text }
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
