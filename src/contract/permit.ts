import type { App } from '../app.ts'
import { nameIn } from '../domain/language/rules.ts'
import { groupsLed, isChair, isObserver, isSecretariat, leadsGroup } from '../domain/member/rules.ts'
import type { Caller } from './caller.ts'
import { UserError } from './errors.ts'

/**
 * Who may do it. Roles are those that somebody holds today; whoever stands in for a convenor or a deputy who is away is
 * one of them meanwhile. The chair and the vice-chairs see everything that the secretariat sees, and do nothing that it or
 * a convenor answers for; the secretary-general is of the secretariat.
 *
 * - `anyone`: in the workspace.
 * - `member`: on the committee's list, observers included: what is their own setting.
 * - `owner`: whoever owes the assignment, or acts for the organisation or leads the group that owes it. The rest of the
 *   workspace's participants are let through here, and each assignment decides for itself: `isOwnersOwn`, `mayDo`.
 * - `owner-or-lead`: they, and whoever decides in the assignment's group, as each gesture has it: `mayDo`.
 * - `convenor`: the group's convenor and deputies.
 * - `convenor-or-secretariat`: they, or the secretariat, which answers for everything.
 * - `any-convenor`: the same; whoever leads any group, where no group is meant.
 * - `any-convenor-or-chair`: the same, and the chair.
 * - `chair-or-secretariat`: what is to be seen by those alone who answer for the whole.
 */
export type Who =
  | 'anyone'
  | 'member'
  | 'owner'
  | 'owner-or-lead'
  | 'convenor'
  | 'convenor-or-secretariat'
  | 'any-convenor'
  | 'any-convenor-or-chair'
  | 'chair-or-secretariat'
  | 'secretariat'

/**
 * The one place where permission is refused; the refusal tells whom to ask.
 * @throws UserError where the caller may not.
 */
export async function permit(app: App, who: Who, caller: Caller, group: string | undefined): Promise<void> {
  if (who === 'anyone' || isAllowed(who, caller, group)) return
  if (who === 'member' || who === 'owner' || who === 'owner-or-lead')
    throw new UserError(caller.member === undefined ? 'refused.stranger' : 'refused.observer')
  if (who === 'chair-or-secretariat') throw new UserError('refused.chair-or-secretariat')
  if (who === 'secretariat') throw new UserError('refused.secretariat')
  if (group === undefined) throw new UserError(refusalOfAny[who])
  if ((await app.groups.called(group))?.isHidden === true)
    throw new UserError('refused.closed-group', { group })
  const leads = await app.groups.leads(group)
  if (leads.length === 0) throw new UserError('refused.no-convenor', { group })
  const names = leads
    .map((lead) => nameIn(lead.names, caller.language))
    .join(caller.language === 'en' ? ', ' : '、')
  throw new UserError(who === 'convenor' ? 'refused.convenor' : 'refused.convenor-or-secretariat', {
    group,
    names,
  })
}

/** Whether the caller may do it, for what is decided row by row and not refused as a whole. */
export function isAllowed(who: Who, { member, roles }: Caller, group: string | undefined): boolean {
  const leads = group !== undefined && leadsGroup(roles, group)
  switch (who) {
    case 'anyone':
      return true
    case 'member':
      return member !== undefined
    case 'owner':
    case 'owner-or-lead':
      return member !== undefined && !isObserver(roles)
    case 'convenor':
      return leads
    case 'convenor-or-secretariat':
      return isSecretariat(roles) || leads
    case 'any-convenor':
    case 'any-convenor-or-chair':
      if (isSecretariat(roles) || (who === 'any-convenor-or-chair' && isChair(roles))) return true
      return group === undefined ? groupsLed(roles).length > 0 : leads
    case 'chair-or-secretariat':
      return isSecretariat(roles) || isChair(roles)
    case 'secretariat':
      return isSecretariat(roles)
  }
}

const refusalOfAny = {
  convenor: 'refused.secretariat',
  'convenor-or-secretariat': 'refused.secretariat',
  'any-convenor': 'refused.any-convenor',
  'any-convenor-or-chair': 'refused.any-convenor',
} as const
