import { isOwnersOwn } from '../assignment/acting.ts'
import type { Assignment } from '../assignment/rules.ts'
import type { Goal } from '../goal/rules.ts'
import { isChair, isSecretariat } from '../member/rules.ts'
import type { Standing } from '../member/standing.ts'
import type { WorkingGroup } from '../working-group/rules.ts'

/** Whoever looks: the codes of the closed groups whose items they do not see, and as whom they may owe something there. */
export type Viewer = { hidden: ReadonlySet<string>; standing?: Standing }

/** Who looks: a person, with what they are today, or everybody who reads a channel, by the code of its group. */
export type Looking = { standing: Standing | undefined } | { channelOf: string | undefined }

/**
 * What somebody sees of closed groups: their own, in whatever role they hold today, observers included, and those in which
 * somebody for whom they stand in has one. The secretariat and the chair answer for everything and see it; a stranger
 * sees nothing. What is read in a channel by everybody there is of its own group at most, whoever asked.
 */
export function viewerOf(groups: readonly Pick<WorkingGroup, 'code' | 'isClosed'>[], who: Looking): Viewer {
  const closed = groups.flatMap(({ code, isClosed }) => (isClosed === true ? [code] : []))
  if ('channelOf' in who) return { hidden: new Set(closed.filter((code) => code !== who.channelOf)) }
  const { standing } = who
  if (standing === undefined) return { hidden: new Set(closed) }
  const { roles, standsInFor = [] } = standing
  if (isSecretariat(roles) || isChair(roles)) return { hidden: new Set(), standing }
  const own = new Set([...roles, ...standsInFor.flatMap((one) => one.roles)].map(({ group }) => group))
  return { hidden: new Set(closed.filter((code) => !own.has(code))), standing }
}

/** Whether something of a group, or of none, is seen. */
export function sees({ hidden }: Viewer, { group }: { group?: string | undefined }): boolean {
  return group === undefined || !hidden.has(group)
}

/** The same of an assignment: whoever owes it, or may act for whoever does, sees it wherever it was given. */
export function seesAssignment(viewer: Viewer, assignment: Assignment): boolean {
  if (sees(viewer, assignment)) return true
  return viewer.standing !== undefined && isOwnersOwn(assignment, viewer.standing)
}

/** The same of a goal: one that closed groups alone have part in is theirs. */
export function seesGoal(viewer: Viewer, { groups }: Pick<Goal, 'groups'>): boolean {
  return groups.length === 0 || groups.some((part) => sees(viewer, part))
}
