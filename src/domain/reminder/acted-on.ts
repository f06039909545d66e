import type { AuditEntry } from '../audit/rules.ts'
import { dayIn } from '../calendar/day.ts'
import { leadsGroup, type Member, rolesOn } from '../member/rules.ts'
import type { Store } from '../store.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import type { StandingReminder } from './unanswered.ts'

/**
 * The reminders with the moment from which they count as answered by a deed: whoever led the group on that day, or stood in
 * for somebody who did, has done something about what the reminder names. It is read from the history, since whatever the
 * owner does next takes the place of it in the assignment itself. To have looked at something is no answer.
 */
export async function actedOn(
  store: Pick<Store, 'audit'>,
  reminders: readonly StandingReminder[],
  { groups, members }: { groups: readonly WorkingGroup[]; members: readonly Member[] },
): Promise<StandingReminder[]> {
  const oldest = Math.min(...reminders.map(({ at }) => at.getTime()))
  const ids = [...new Set(reminders.flatMap(({ assignments }) => assignments))]
  const deeds = new Map<string, AuditEntry[]>()
  for (const entry of ids.length === 0 ? [] : await store.audit.ofAny('assignment', ids, new Date(oldest)))
    deeds.set(entry.subject.id, [...(deeds.get(entry.subject.id) ?? []), entry])
  const groupOf = new Map(groups.map((group) => [group.code, group]))
  const memberOf = new Map(members.map((member) => [member.id, member]))

  /** Of whoever did it, and of whom they stood in for. */
  function isLeads({ by, behalf, at }: AuditEntry, { code, zone }: WorkingGroup): boolean {
    const words = [by, behalf?.kind === 'member' ? behalf.id : undefined]
    return words.some((id) => {
      const member = id === undefined ? undefined : memberOf.get(id)
      return member !== undefined && leadsGroup(rolesOn(member, dayIn(zone, at)), code)
    })
  }

  return reminders.map((reminder) => {
    const group = groupOf.get(reminder.group)
    const acts = reminder.assignments
      .flatMap((id) => deeds.get(id) ?? [])
      .filter(
        (entry) =>
          entry.at > reminder.at && entry.what !== 'see' && group !== undefined && isLeads(entry, group),
      )
    const first = acts.sort((a, b) => a.at.getTime() - b.at.getTime())[0]
    return first === undefined ? reminder : { ...reminder, actedAt: first.at }
  })
}
