import { z } from 'zod'
import type { App } from '../../src/app.ts'
import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import type { Owner } from '../../src/domain/assignment/rules.ts'
import type { Language } from '../../src/domain/language/rules.ts'
import type { Organisation } from '../../src/domain/member/rules.ts'
import type { Owed } from '../../src/domain/work/service.ts'
import { longestTitle, taskBlock, taskDueBlock } from '../../src/views/add-work-modal.ts'
import { partialDayInWords } from '../../src/views/dates.ts'
import { ownerBlock, ownerOrganisationBlock } from '../../src/views/owner-inputs.ts'
import { mayNotOwe, memberAsOwner } from '../slash/party-called.ts'
import { maybeDay, maybeText, namesIn } from './given.ts'

/** What a modal asks about an assignment. */
export const taskFields = {
  [taskBlock]: maybeText(longestTitle),
  [ownerBlock]: maybeText(40),
  [ownerOrganisationBlock]: maybeText(200),
  [taskDueBlock]: maybeDay,
}

type TaskSaid = {
  [taskBlock]?: string | undefined
  [ownerBlock]?: string | undefined
  [ownerOrganisationBlock]?: string | undefined
  [taskDueBlock]?: string | undefined
}

/** What Slack calls a user. */
export const slackUser = z.string().regex(/^[A-Z0-9]{2,20}$/)

/**
 * What is owed, by whom and by when; undefined where nothing was said of it. Where nobody is named, the group owes it.
 * @throws FieldErrors for an owner whom the committee does not know, for one with nothing to do, and for a day that is over
 */
export async function owedSaid(
  app: App,
  fields: TaskSaid,
  group: string,
  language: Language,
): Promise<Owed | undefined> {
  const { [taskBlock]: task, [taskDueBlock]: dueOn, [ownerBlock]: person } = fields
  const organisation = fields[ownerOrganisationBlock]
  if (task === undefined) {
    if (person === undefined && organisation === undefined && dueOn === undefined) return undefined
    throw new FieldErrors({ [taskBlock]: new UserError('owner.without-task') })
  }
  // What is made now can't be late already; a file may well tell of what was due long ago.
  if (dueOn !== undefined && dueOn < (await app.assignments.today()))
    throw new FieldErrors({
      [taskDueBlock]: new UserError('day.over', { on: partialDayInWords(dueOn, language) }),
    })
  if (person !== undefined && organisation !== undefined)
    throw new FieldErrors({ [ownerOrganisationBlock]: new UserError('owner.two') })
  const owner =
    person !== undefined
      ? await memberSaid(app, person, language)
      : organisation !== undefined
        ? {
            kind: 'organisation' as const,
            ...(await organisationSaid(app, organisation, ownerOrganisationBlock)),
          }
        : await wholeGroup(app, group)
  return { titles: namesIn(task, language), owner, ...(dueOn !== undefined && { dueOn }) }
}

/** @throws FieldErrors under `block` where none is called so */
export async function organisationSaid(app: App, said: string, block: string): Promise<Organisation> {
  const found = await app.members.organisationCalled(said)
  if (found === undefined)
    throw new FieldErrors({
      [block]: new UserError('owner.unknown-organisation', { name: said }),
    })
  return found
}

/** The member behind a Slack user. @throws FieldErrors for somebody whom the committee does not know, or who may owe nothing */
export async function memberSaid(app: App, slackId: string, language: Language): Promise<Owner> {
  const [member] = slackUser.safeParse(slackId).success ? await app.members.called(`<@${slackId}>`) : []
  if (member === undefined) throw new FieldErrors({ [ownerBlock]: new UserError('owner.stranger') })
  const refusal = mayNotOwe(member, await app.plans.today(), language)
  if (refusal !== undefined) throw new FieldErrors({ [ownerBlock]: refusal })
  return memberAsOwner(member)
}

/** A group as the owner. @throws UserError where there is none of that code */
export async function wholeGroup(app: App, code: string): Promise<Owner> {
  const group = (await app.groups.all()).find((one) => one.code === code)
  if (group === undefined) throw new UserError('wg.unknown', { code, codes: '' })
  return { kind: 'group', id: group.code, names: group.names }
}
