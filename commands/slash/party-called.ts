import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Owner } from '../../src/domain/assignment/rules.ts'
import { nameIn } from '../../src/domain/language/rules.ts'
import { hasLeft, type Member } from '../../src/domain/member/rules.ts'

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
    if (hasLeft(member, await app.assignments.today()))
      throw new UserError('owner.left', { name: nameIn(member.names, language) })
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
