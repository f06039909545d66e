import type { App } from '../app.ts'
import type { Member, RoleName } from '../domain/member/rules.ts'
import { OperatorError } from './operator-error.ts'

const roles: Record<string, RoleName> = {
  secretariat: 'secretariat',
  chair: 'chair',
  convenor: 'convenor',
  deputy: 'deputy',
  member: 'member',
}

/**
 * The member that the operator means: an id, a name, an e-mail address, or the first one of a role:
 * `secretariat`, `convenor:WG8`, `member:WG8`.
 * @throws OperatorError where nobody or more than one is meant
 */
export async function memberMeant(app: App, who: string): Promise<Member> {
  const [word = '', code] = who.split(':')
  const role = roles[word.toLowerCase()]
  if (role !== undefined && (code !== undefined || role === 'secretariat' || role === 'chair'))
    return firstWith(app, role, code)
  const [member, ...others] = await app.members.called(who)
  if (others.length > 0)
    throw new OperatorError(`several members are called "${who}"; use the id of one of them`)
  if (member === undefined)
    throw new OperatorError(
      `nobody is called "${who}"; give a member's id or name, or secretariat, convenor:WG8, member:WG8`,
    )
  return member
}

async function firstWith(app: App, role: RoleName, code: string | undefined): Promise<Member> {
  const group = code === undefined ? undefined : await app.groups.called(code)
  if (code !== undefined && group === undefined) throw new OperatorError(`there is no group "${code}"`)
  for (const member of await app.members.all())
    for (const held of await app.members.rolesToday(member))
      if (held.role === role && held.group === group?.code) return member
  throw new OperatorError(`nobody is ${role}${group === undefined ? '' : ` of ${group.code}`} today`)
}
