import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { WorkingGroup } from '../../src/domain/working-group/rules.ts'

/**
 * The group that is meant: the one that is named, else the one whose channel this is, else the only one in
 * which the caller has a role. Undefined where none is named and none or several could be meant.
 * @throws UserError where a name is given that no group bears.
 */
export async function groupMeant(app: App, caller: Caller, code?: string): Promise<WorkingGroup | undefined> {
  if (code !== undefined && code !== '') return groupNamed(app, code)
  const own = new Set(caller.roles.flatMap(({ group }) => group ?? []))
  const [only, ...others] = caller.group === undefined ? own : [caller.group]
  return only === undefined || others.length > 0 ? undefined : app.groups.called(only)
}

/**
 * The same, for what can't be done without a group.
 * @throws UserError where it is not clear which.
 */
export async function groupNeeded(app: App, caller: Caller, code?: string): Promise<WorkingGroup> {
  const group = await groupMeant(app, caller, code)
  if (group === undefined) throw new UserError('wg.which')
  return group
}

/**
 * The group that is named; undefined where none is.
 * @throws UserError where a name is given that no group bears.
 */
export async function groupNamed(app: App, code: string): Promise<WorkingGroup | undefined> {
  if (code === '') return undefined
  const group = await app.groups.called(code)
  if (group === undefined) throw await unknownGroup(app, code)
  return group
}

async function unknownGroup(app: App, code: string): Promise<UserError> {
  const codes = (await app.groups.active()).map((group) => group.code).join(', ')
  return new UserError('wg.unknown', { code, codes })
}
