import type { App } from '../app.ts'
import { nameIn } from '../domain/language/rules.ts'
import { isSecretariat, leadsGroup } from '../domain/member/rules.ts'
import type { Caller } from './caller.ts'
import { UserError } from './errors.ts'

/**
 * Who may do it. `convenor`: the group's convenor and deputies. `convenor-or-secretariat`: they, or the
 * secretariat, which answers for everything.
 */
export type Who = 'anyone' | 'convenor' | 'convenor-or-secretariat' | 'secretariat'

/**
 * The one place where permission is refused; the refusal tells whom to ask.
 * @throws UserError where the caller may not.
 */
export async function permit(app: App, who: Who, caller: Caller, group: string | undefined): Promise<void> {
  if (isAllowed(who, caller, group)) return
  if (who === 'secretariat' || group === undefined) throw new UserError('refused.secretariat')
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
export function isAllowed(who: Who, caller: Caller, group: string | undefined): boolean {
  if (who === 'anyone') return true
  const leads = group !== undefined && leadsGroup(caller.roles, group)
  if (who === 'convenor') return leads
  return isSecretariat(caller.roles) || (who === 'convenor-or-secretariat' && leads)
}
