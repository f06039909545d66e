import { sql } from 'kysely'
import type { Life, OwnerRef } from '../domain/assignment/life.ts'
import {
  type Assignment,
  type AssignmentQuery,
  byDueDay,
  type OpenCounts,
  type OrganisationQuery,
  type Owner,
  soonDays,
} from '../domain/assignment/rules.ts'
import { addDays, type Day } from '../domain/calendar/day.ts'
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
      'assignment.items',
      'assignment.evidence',
      'assignment.life',
      'assignment.owner_member as memberId',
      'member.names as memberNames',
      'member.slack_id as slackId',
      'assignment.owner_organisation as organisationId',
      'organisation.names as organisationNames',
      'assignment.owner_group as groupId',
      'group.names as groupNames',
    ])
    .where('assignment.workspace', '=', workspace)

  /** Each part of the answer is found by an index of its own: whoever owes in two ways has two parts. */
  function openParts(query: AssignmentQuery, today: Day) {
    const { owner, group, overdue, withinDays, due: days, isOwnersMove, exceptUndecidedIn = [] } = query
    const all = db.selectFrom('assignments').where('workspace', '=', workspace).where('state', '=', 'open')
    const moved = isOwnersMove === undefined ? all : all.where(othersMove, '=', !isOwnersMove)
    const elsewhere =
      exceptUndecidedIn.length === 0 ? moved : moved.where(isUndecidedIn(exceptUndecidedIn), '=', false)
    const inGroup = group === undefined ? elsewhere : elsewhere.where('group_code', '=', group)
    const late = overdue === true ? inGroup.where('due_on', '<', today) : inGroup
    const soon = withinDays === undefined ? late : late.where('due_on', '<=', addDays(today, withinDays))
    const begun = days?.from === undefined ? soon : soon.where('due_on', '>=', days.from)
    const due = days === undefined ? begun : begun.where('due_on', '<=', days.until)
    if (owner === undefined) return [due]
    const { members = [], organisations = [], groups = [] } = owner
    const kept = isOwnersMove === undefined ? due.where(isGivenBack, '=', false) : due
    return [
      ...(members.length === 0 ? [] : [kept.where('owner_member', 'in', members)]),
      ...(organisations.length === 0 ? [] : [kept.where(isOwedByOneOf(organisations))]),
      ...(groups.length === 0 ? [] : [kept.where('owner_group', 'in', groups)]),
    ]
  }

  async function byIds(ids: readonly string[]): Promise<Assignment[]> {
    if (ids.length === 0) return []
    const rows = await selected.where('assignment.id', 'in', ids).execute()
    const place = new Map(ids.map((id, index) => [id, index]))
    return rows.map(toAssignment).sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
  }

  const named = (found: readonly { id: string }[]) => byIds(found.map(({ id }) => id))

  return {
    async all() {
      return (await selected.orderBy('assignment.id').execute()).map(toAssignment)
    },
    async inGroup(group, doneSince) {
      const rows = await selected
        .where('assignment.group_code', '=', group)
        .where((eb) =>
          eb.or([
            eb('assignment.state', '=', 'open'),
            eb.and([eb('assignment.state', '=', 'done'), eb('assignment.done_on', '>=', doneSince)]),
          ]),
        )
        .orderBy('assignment.id')
        .execute()
      return rows.map(toAssignment)
    },
    async open(query, today, most) {
      const firsts = openParts(query, today).map((part) =>
        db
          .selectFrom(
            part
              .select('id')
              .orderBy('due_on', (order) => order.asc().nullsLast())
              .orderBy('id')
              .limit(most)
              .as('first'),
          )
          .select('id'),
      )
      const [first, ...others] = firsts
      if (first === undefined) return []
      const ids = others.reduce((all, other) => all.unionAll(other), first)
      const rows = await selected.where('assignment.id', 'in', ids).execute()
      return rows.map(toAssignment).sort(byDueDay).slice(0, most)
    },
    async countOpen(query, today, soon = addDays(today, soonDays)) {
      const counts = openParts(query, today).map((part) =>
        part.select(({ fn }) => [
          fn.countAll<number>().filterWhere('due_on', '<', today).as('overdue'),
          fn
            .countAll<number>()
            .filterWhere('due_on', '>=', today)
            .filterWhere('due_on', '<=', soon)
            .as('soon'),
          fn.countAll<number>().filterWhere('due_on', '>', soon).as('later'),
          fn.countAll<number>().filterWhere('due_on', 'is', null).as('undated'),
        ]),
      )
      const [first, ...others] = counts
      const none: OpenCounts = { overdue: 0, soon: 0, later: 0, undated: 0 }
      if (first === undefined) return none
      const rows = await others.reduce((all, other) => all.unionAll(other), first).execute()
      return rows.reduce(
        (sum, row) => ({
          overdue: sum.overdue + row.overdue,
          soon: sum.soon + row.soon,
          later: sum.later + row.later,
          undated: sum.undated + row.undated,
        }),
        none,
      )
    },
    async heldBy({ members = [], organisations = [], groups = [] }) {
      const refs: OwnerRef[] = [
        ...members.map((id) => ({ kind: 'member' as const, id })),
        ...organisations.map(({ id }) => ({ kind: 'organisation' as const, id })),
        ...groups.map((id) => ({ kind: 'group' as const, id })),
      ]
      const rows = await selected
        .where('assignment.state', '=', 'open')
        .where(
          sql<boolean>`assignment.life -> 'blocked' -> 'waitsFor' = any(${refs.map((ref) => JSON.stringify(ref))}::jsonb[])`,
        )
        .orderBy(sql`assignment.life -> 'blocked' ->> 'at'`)
        .orderBy('assignment.id')
        .execute()
      return rows.map(toAssignment)
    },
    async undecided(groups, most) {
      if (groups.length === 0) return { first: [], count: 0 }
      const found = await db
        .selectFrom('assignments')
        .select(['id', waitsSince.as('since')])
        .where('workspace', '=', workspace)
        .where('state', '=', 'open')
        .where('group_code', 'in', groups)
        .where(waitsSince, 'is not', null)
        .orderBy('since')
        .orderBy('id')
        .execute()
      return { first: await named(found.slice(0, most)), count: found.length }
    },
    async givenBy({ by, owner: { members = [], organisations = [], groups = [] }, decidesFor }, today, most) {
      const found = await db
        .selectFrom('assignments')
        .select(['id'])
        .where('workspace', '=', workspace)
        .where('state', '=', 'open')
        .where(({ or, eb, exists, selectFrom }) =>
          or([
            eb(sql`life -> 'given' ->> 'by'`, '=', by),
            exists(
              selectFrom('audit')
                .select('audit.id')
                .whereRef('audit.workspace', '=', 'assignments.workspace')
                .where('audit.subject_kind', '=', 'assignment')
                .whereRef('audit.subject', '=', 'assignments.id')
                .where('audit.what', '=', 'make')
                .where('audit.by_member', '=', by),
            ),
          ]),
        )
        .where(({ or, eb }) =>
          or([
            eb('due_on', '<', today),
            eb(isTakenOn, '=', false),
            eb(sql`life -> 'declined'`, 'is not', null),
          ]),
        )
        .where(isUndecidedIn(decidesFor), '=', false)
        .where(sql<boolean>`(owner_member = any(${[...members]})) is not true`)
        .where(sql<boolean>`(owner_group = any(${[...groups]})) is not true`)
        .where(sql<boolean>`(${isOwedByOneOf(organisations)}) is not true`)
        .orderBy('due_on', (order) => order.asc().nullsLast())
        .orderBy('id')
        .execute()
      return { first: await named(found.slice(0, most)), count: found.length }
    },
    byIds,
    async ids() {
      const rows = await db
        .selectFrom('assignments')
        .select('id')
        .where('workspace', '=', workspace)
        .orderBy('id')
        .execute()
      return rows.map(({ id }) => id)
    },
    async ofPlans() {
      const rows = await selected
        .where(sql<boolean>`(cardinality(assignment.items) > 0 or cardinality(assignment.goals) > 0)`)
        .orderBy('assignment.id')
        .execute()
      return rows.map(toAssignment)
    },
    async openOfNoPlan() {
      const rows = await selected
        .where('assignment.state', '=', 'open')
        .where(sql<boolean>`cardinality(assignment.items) = 0 and cardinality(assignment.goals) = 0`)
        .orderBy('assignment.id')
        .execute()
      return rows.map(toAssignment)
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
        items: assignment.items,
        evidence: assignment.evidence ?? null,
        life: JSON.stringify(assignment.life),
      }
      await db
        .insertInto('assignments')
        .values({ workspace, id: assignment.id, ...values })
        .onConflict((conflict) => conflict.columns(['workspace', 'id']).doUpdateSet(values))
        .execute()
    },
  }
}

/** Whether the next move is not its owner's: what `ballOf` decides, as the database sees it. */
const othersMove = sql<boolean>`(life ?| array['declined', 'dueAsked', 'blocked'])`
/** Whether its owner has given it back, and nobody has decided about that yet. */
const isGivenBack = sql<boolean>`(life ? 'declined')`
/** Since when it waits for a decision, as its facts have it: moments of one form, which sort as texts. */
const waitsSince = sql<string | null>`least(life -> 'declined' ->> 'at', life -> 'dueAsked' ->> 'at')`
/** Whether it waits for a decision in one of these groups. */
const isUndecidedIn = (groups: readonly string[]) =>
  sql<boolean>`(group_code = any(${[...groups]}) and ${waitsSince} is not null)`
/** Whether one of these organisations owes it, in a group of those that are asked for. */
const isOwedByOneOf = (organisations: readonly OrganisationQuery[]) =>
  sql<boolean>`(${sql.join([sql`false`, ...organisations.map(isOwedBy)], sql` or `)})`
function isOwedBy({ id, inGroups, notInGroups = [] }: OrganisationQuery) {
  const within = inGroups === undefined ? sql`true` : sql`group_code = any(${[...inGroups]})`
  return sql`(owner_organisation = ${id} and ${within} and not (group_code = any(${[...notInGroups]})))`
}
/** Whether its owner has said that it is theirs, or has begun. */
const isTakenOn = sql<boolean>`(life ?| array['accepted', 'doing'])`

type OwnerColumns = {
  memberId: string | null
  memberNames: Names | null
  slackId: string | null
  organisationId: string | null
  organisationNames: Names | null
  groupId: string | null
  groupNames: Names | null
}

function toAssignment<Row extends OwnerColumns & { life: Life }>(row: Row) {
  const {
    life,
    memberId,
    memberNames,
    slackId,
    organisationId,
    organisationNames,
    groupId,
    groupNames,
    ...rest
  } = row
  return {
    ...present(rest),
    life: revived(life),
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

/** JSON has no moments: each fact's is made one again. */
function revived(life: Life): Life {
  return Object.fromEntries(
    Object.entries(life).map(([name, fact]) => [name, { ...fact, at: new Date(fact.at) }]),
  )
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
