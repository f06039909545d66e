import type { App } from '../../src/app.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Member } from '../../src/domain/member/rules.ts'

/** The one member whom a person means by a mention or a name. @throws UserError where nobody is called so, or several are */
export async function memberCalled(app: App, text: string): Promise<Member> {
  const [member, ...others] = await app.members.called(text)
  if (others.length > 0) throw new UserError('assignments.two-of-that-name', { name: text })
  if (member === undefined) throw new UserError('absence.unknown-name', { name: text })
  return member
}
