import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Owner } from '../../src/domain/assignment/rules.ts'
import type { Day } from '../../src/domain/calendar/day.ts'
import { type Language, nameIn } from '../../src/domain/language/rules.ts'
import { hasLeft, isObserver, type Member, rolesOn } from '../../src/domain/member/rules.ts'

const oneself = /^(?:me|myself|我|本人|自己)$/iu

/**
 * The group, the member or the organisation that a person means, themselves included.
 * @throws UserError where nobody is called so, several are, or who is has left
 */
export async function partyCalled(
  app: App,
  { language, member: caller }: Caller,
  text: string,
): Promise<Owner> {
  if (caller !== undefined && oneself.test(text)) return memberAsOwner(caller)
  const group = await app.groups.called(text)
  if (group !== undefined) return { kind: 'group', id: group.code, names: group.names }
  const [member, ...others] = await app.members.called(text)
  if (others.length > 0) throw new UserError('assignments.two-of-that-name', { name: text })
  if (member !== undefined) {
    const refusal = mayNotOwe(member, await app.assignments.today(), language)
    if (refusal !== undefined) throw refusal
    return memberAsOwner(member)
  }
  const organisation = await app.members.organisationCalled(text)
  if (organisation === undefined) throw new UserError('assignments.unknown-name', { name: text })
  return { kind: 'organisation', ...organisation }
}

/** A member as somebody who owes something. */
export function memberAsOwner({ id, names, slackId }: Member): Owner {
  return { kind: 'member', id, names, ...(slackId !== undefined && { slackId }) }
}

/** Why nothing can be given to a member: they have left, or are an observer. Undefined where it can. */
export function mayNotOwe(member: Member, today: Day, language: Language): UserError | undefined {
  const name = nameIn(member.names, language)
  if (hasLeft(member, today)) return new UserError('owner.left', { name })
  return isObserver(rolesOn(member, today)) ? new UserError('owner.observer', { name }) : undefined
}
