import type { App } from '../app.ts'
import { dayIn } from '../domain/calendar/day.ts'
import { type Member, type RoleName, rolesOn } from '../domain/member/rules.ts'
import type { WorkingGroup } from '../domain/working-group/rules.ts'
import { didYouMean } from '../files/issue-message.ts'
import { OperatorError } from './operator-error.ts'

const rolesOfAll: readonly RoleName[] = ['secretariat', 'secretary-general', 'chair', 'vice-chair']
const rolesOfGroups: readonly RoleName[] = ['convenor', 'deputy', 'member', 'observer']

/**
 * The member that the operator means: an id, a name, an e-mail address, or the first one of a role:
 * `secretariat`, `convenor:WG8`, `member:WG8`.
 * @throws OperatorError where nobody or more than one is meant
 */
export async function memberMeant(app: App, who: string): Promise<Member> {
  const [word = '', code] = who.split(/[:：]/).map((part) => part.trim())
  const named = (role: RoleName) => role === word.toLowerCase()
  const ofAll = rolesOfAll.find(named)
  if (ofAll !== undefined && code === undefined) return firstWith(app, ofAll)
  const ofGroup = rolesOfGroups.find(named)
  if (ofGroup !== undefined && !code)
    throw new OperatorError(
      `${ofGroup} of which group? Write ${ofGroup}: and its code, such as ${ofGroup}:WG8`,
    )
  if (ofGroup !== undefined) return firstWith(app, ofGroup, await groupMeant(app, code ?? ''))

  const [member, ...others] = await app.members.called(who)
  if (member === undefined) throw new OperatorError(await nobody(app, who))
  if (others.length === 0) return member
  const ids = [member, ...others].map(({ id }) => id).join(', ')
  throw new OperatorError(`several members are called "${who}"; use the id of one of them: ${ids}`)
}

/** The group that the operator means by its code. @throws OperatorError where there is none */
export async function groupMeant(app: App, code: string): Promise<WorkingGroup> {
  const group = await app.groups.called(code)
  if (group !== undefined) return group
  const codes = (await app.groups.all()).map((one) => one.code)
  throw new OperatorError(`there is no group "${code}"; there are ${codes.join(', ') || 'none at all'}`)
}

async function firstWith(app: App, role: RoleName, group?: WorkingGroup): Promise<Member> {
  const committee = await app.committees.get()
  const today = dayIn(committee?.zone ?? 'UTC', app.now())
  const holds = (member: Member) =>
    rolesOn(member, today).some((held) => held.role === role && held.group === group?.code)
  const found = (await app.members.all()).find(holds)
  if (found !== undefined) return found
  throw new OperatorError(
    `nobody on record is ${role}${group === undefined ? '' : ` of ${group.code}`} today`,
  )
}

async function nobody(app: App, who: string): Promise<string> {
  const names = (await app.members.all()).flatMap(({ id, names, email }) =>
    [id, names.zh, names.en, email].filter((name) => name !== undefined),
  )
  return `nobody is called "${who}"${didYouMean(who, names)}; give a member's id or name, or secretariat, convenor:WG8, member:WG8`
}
