import type { Owner } from '../domain/assignment/rules.ts'
import type { Names } from '../domain/language/rules.ts'
import type { Store } from '../domain/store.ts'
import { present } from './present.ts'
import type { Scope } from './scope.ts'

/** The assignments. An owner's names and Slack id are read from the owner's own row, so that they are today's. */
export function assignments({ db, workspace }: Scope): Store['assignments'] {
  const selected = db
    .selectFrom('assignments as assignment')
    .leftJoin('members as member', (join) =>
      join
        .onRef('member.workspace', '=', 'assignment.workspace')
        .onRef('member.id', '=', 'assignment.owner_member'),
    )
    .leftJoin('organisations as organisation', (join) =>
      join
        .onRef('organisation.workspace', '=', 'assignment.workspace')
        .onRef('organisation.id', '=', 'assignment.owner_organisation'),
    )
    .leftJoin('working_groups as group', (join) =>
      join
        .onRef('group.workspace', '=', 'assignment.workspace')
        .onRef('group.code', '=', 'assignment.owner_group'),
    )
    .select([
      'assignment.id',
      'assignment.titles',
      'assignment.group_code as group',
      'assignment.due_on as dueOn',
      'assignment.state',
      'assignment.done_on as doneOn',
      'assignment.standards',
      'assignment.goals',
      'assignment.owner_member as memberId',
      'member.names as memberNames',
      'member.slack_id as slackId',
      'assignment.owner_organisation as organisationId',
      'organisation.names as organisationNames',
      'assignment.owner_group as groupId',
      'group.names as groupNames',
    ])
    .where('assignment.workspace', '=', workspace)
    .orderBy('assignment.id')

  return {
    async all() {
      return (await selected.execute()).map(toAssignment)
    },
    async inGroup(group) {
      return (await selected.where('assignment.group_code', '=', group).execute()).map(toAssignment)
    },
    async byIds(ids) {
      if (ids.length === 0) return []
      const rows = await selected.where('assignment.id', 'in', ids).execute()
      const place = new Map(ids.map((id, index) => [id, index]))
      return rows.map(toAssignment).sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    },
    async put(assignment) {
      const { owner } = assignment
      const values = {
        titles: JSON.stringify(assignment.titles),
        group_code: assignment.group,
        owner_member: owner.kind === 'member' ? owner.id : null,
        owner_organisation: owner.kind === 'organisation' ? owner.id : null,
        owner_group: owner.kind === 'group' ? owner.id : null,
        due_on: assignment.dueOn ?? null,
        state: assignment.state,
        done_on: assignment.doneOn ?? null,
        standards: assignment.standards,
        goals: assignment.goals,
      }
      await db
        .insertInto('assignments')
        .values({ workspace, id: assignment.id, ...values })
        .onConflict((conflict) => conflict.columns(['workspace', 'id']).doUpdateSet(values))
        .execute()
    },
  }
}

type OwnerColumns = {
  memberId: string | null
  memberNames: Names | null
  slackId: string | null
  organisationId: string | null
  organisationNames: Names | null
  groupId: string | null
  groupNames: Names | null
}

function toAssignment<Row extends OwnerColumns>(row: Row) {
  const { memberId, memberNames, slackId, organisationId, organisationNames, groupId, groupNames, ...rest } =
    row
  return {
    ...present(rest),
    owner: ownerOf({
      memberId,
      memberNames,
      slackId,
      organisationId,
      organisationNames,
      groupId,
      groupNames,
    }),
  }
}

/** The one owner that the row names; foreign keys see to it that its own row is there. */
function ownerOf(row: OwnerColumns): Owner {
  if (row.memberId !== null)
    return present({
      kind: 'member' as const,
      id: row.memberId,
      names: row.memberNames ?? {},
      slackId: row.slackId,
    })
  if (row.organisationId !== null)
    return { kind: 'organisation', id: row.organisationId, names: row.organisationNames ?? {} }
  return { kind: 'group', id: row.groupId ?? '', names: row.groupNames ?? {} }
}
