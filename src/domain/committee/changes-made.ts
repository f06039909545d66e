import type { Change } from '../audit/note-change.ts'
import type { AuditSubject } from '../audit/rules.ts'
import type { Goal } from '../goal/rules.ts'
import type { Member, Organisation } from '../member/rules.ts'
import type { Plan } from '../plan/rules.ts'
import { scheduleId, scheduleNoted } from '../schedule/schedule-noted.ts'
import type { Store, StoredSchedule } from '../store.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import type { Committee } from './rules.ts'

/** What a committee file makes of each kind of record; `gone` are the schedules that it takes away. */
export type Written = {
  committee: readonly Committee[]
  group: readonly WorkingGroup[]
  organisation: readonly Organisation[]
  member: readonly Member[]
  plan: readonly Plan[]
  goal: readonly Goal[]
  schedule: readonly StoredSchedule[]
  gone: readonly Pick<StoredSchedule, 'group' | 'kind'>[]
}

/** An entry for each record that a committee file changes, held against what stands before it is written. */
export async function changesMade(store: Store, written: Written): Promise<Change[]> {
  const committee = await store.committee.get()
  const schedules = await store.schedules.all()
  return [
    ...entries('committee', ({ id }) => id, committee === undefined ? [] : [committee], written.committee),
    ...entries('group', ({ code }) => code, await store.groups.all(), written.group),
    ...entries('organisation', ({ id }) => id, await store.organisations.all(), written.organisation),
    ...entries('member', ({ id }) => id, await store.members.all(), written.member),
    ...entries('plan', ({ year }) => String(year), await store.plans.all(), written.plan),
    ...entries('goal', ({ id }) => id, await store.goals.all(), written.goal),
    ...entries('schedule', scheduleId, schedules, written.schedule, scheduleNoted),
    ...written.gone.map((gone) => {
      const former = schedules.find((one) => scheduleId(one) === scheduleId(gone))
      const subject = { kind: 'schedule' as const, id: scheduleId(gone) }
      return { subject, what: 'remove', before: former && scheduleNoted(former), after: {} }
    }),
  ]
}

/** A channel's id and a member's Slack id are found in Slack: a file that does not tell them does not take them away. */
function entries<T extends object>(
  kind: AuditSubject['kind'],
  idOf: (record: T) => string,
  recorded: readonly T[],
  written: readonly T[],
  noted: (record: T) => object = (record) => record,
): Change[] {
  const known = new Map(recorded.map((record) => [idOf(record), record]))
  return written.map((after) => {
    const before = known.get(idOf(after))
    const found = Object.fromEntries(
      Object.entries(before ?? {}).filter(
        ([field]) =>
          (field === 'channelId' || field === 'slackId' || field === 'slackZone') && !(field in after),
      ),
    )
    return {
      subject: { kind, id: idOf(after) },
      what: before === undefined ? 'make' : 'import',
      before: before && noted(before),
      after: { ...found, ...noted(after) },
    }
  })
}
