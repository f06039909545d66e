import type { Day } from '../calendar/day.ts'
import { isSecretariat, leadsGroup, type Member, type Role } from '../member/rules.ts'
import type { Assignment } from './rules.ts'

/** The member who says that something is done, with the roles that they hold on that day. */
export type Finisher = Pick<Member, 'id' | 'organisation'> & { roles: readonly Role[] }

/** Why an assignment is not done by what was said. */
export type NotFinished =
  | { ok: false; why: 'gone' | 'not-yours' }
  | { ok: false; why: 'not-open'; assignment: Assignment }
  | { ok: false; why: 'day-ahead'; on: Day }

export type FinishDecision = { ok: true; assignment: Assignment } | NotFinished

/**
 * Whether somebody may say that an assignment is done: whoever owes it, anybody of the organisation that does, those
 * who lead the group that owes it or in which it is owed, and the secretariat.
 */
export function mayFinish({ owner, group }: Assignment, { id, organisation, roles }: Finisher): boolean {
  if (isSecretariat(roles) || leadsGroup(roles, group)) return true
  switch (owner.kind) {
    case 'member':
      return owner.id === id
    case 'organisation':
      return owner.id === organisation
    case 'group':
      return leadsGroup(roles, owner.id)
  }
}

/** The assignment as it is done. `today` is a day of the committee's calendar; the operator is nobody in particular. */
export function decideFinished(
  assignment: Assignment,
  { on, evidence }: { on: Day; evidence?: string },
  by: Finisher | undefined,
  today: Day,
): FinishDecision {
  if (by !== undefined && !mayFinish(assignment, by)) return { ok: false, why: 'not-yours' }
  if (assignment.state !== 'open') return { ok: false, why: 'not-open', assignment }
  if (on > today) return { ok: false, why: 'day-ahead', on }
  return {
    ok: true,
    assignment: { ...assignment, state: 'done', doneOn: on, ...(evidence !== undefined && { evidence }) },
  }
}
