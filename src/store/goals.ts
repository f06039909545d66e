import type { Acceptance, Goal } from '../domain/goal/rules.ts'
import type { Store } from '../domain/store.ts'
import { present } from './present.ts'
import { atomically, type Scope } from './scope.ts'

/** The goals of every year, the groups' part in each, and what was offered when. */
export function goals(scope: Scope): Store['goals'] {
  const { db, workspace } = scope
  const selected = db
    .selectFrom('goals')
    .select([
      'id',
      'year',
      'texts',
      'points',
      'kinds',
      'due_on as dueOn',
      'state',
      'share_at_end as shareAtEnd',
      'parts_at_end as partsAtEnd',
      'owed_at_end as owedAtEnd',
      'former',
      'carried_from as carriedFrom',
      'touched as isTouched',
    ])
    .where('workspace', '=', workspace)
  const parts = db
    .selectFrom('goal_groups')
    .select([
      'goal',
      'group_code as group',
      'state',
      'offer',
      'answered_at as answeredAt',
      'by_member as by',
      'why',
    ])
    .where('workspace', '=', workspace)
    .orderBy('position')
  const offered = db
    .selectFrom('goal_offers')
    .select(['id', 'year', 'group_code as group', 'offered_at as offeredAt', 'by_member as by'])
    .where('workspace', '=', workspace)

  return {
    async all(year) {
      const rows = await (year === undefined ? selected : selected.where('year', '=', year))
        .orderBy('made')
        .execute()
      const groups = new Map<string, Acceptance[]>(rows.map(({ id }) => [id, []]))
      for (const { goal, ...part } of await parts.execute()) groups.get(goal)?.push(present(part))
      return rows.map(
        ({ former, ...row }): Goal => ({
          ...present(row),
          ...revived(former),
          groups: groups.get(row.id) ?? [],
        }),
      )
    },
    async ids() {
      const rows = await db.selectFrom('goals').select('id').where('workspace', '=', workspace).execute()
      return rows.map(({ id }) => id)
    },
    pointsOfClosed: async () => [],
    async byId(id) {
      const row = await selected.where('id', '=', id).executeTakeFirst()
      if (row === undefined) return undefined
      const groups = await parts.where('goal', '=', id).execute()
      const { former, ...rest } = row
      return {
        ...present(rest),
        ...revived(former),
        groups: groups.map(({ goal: _goal, ...part }) => present(part)),
      }
    },
    put: (goal) =>
      atomically(scope, async ({ db }) => {
        const values = {
          year: goal.year,
          texts: JSON.stringify(goal.texts),
          points: goal.points,
          kinds: goal.kinds,
          due_on: goal.dueOn ?? null,
          state: goal.state,
          share_at_end: goal.shareAtEnd ?? null,
          parts_at_end: goal.partsAtEnd === undefined ? null : JSON.stringify(goal.partsAtEnd),
          owed_at_end: goal.owedAtEnd === undefined ? null : JSON.stringify(goal.owedAtEnd),
          former: goal.former === undefined ? null : JSON.stringify(goal.former),
          carried_from: goal.carriedFrom ?? null,
          touched: goal.isTouched,
        }
        await db
          .insertInto('goals')
          .values({ workspace, id: goal.id, ...values })
          .onConflict((conflict) => conflict.columns(['workspace', 'id']).doUpdateSet(values))
          .execute()
        await db
          .deleteFrom('goal_groups')
          .where('workspace', '=', workspace)
          .where('goal', '=', goal.id)
          .execute()
        if (goal.groups.length === 0) return
        await db
          .insertInto('goal_groups')
          .values(
            goal.groups.map(({ group, state, offer, answeredAt, by, why }, position) => ({
              workspace,
              goal: goal.id,
              group_code: group,
              position,
              state,
              offer: offer ?? null,
              answered_at: answeredAt ?? null,
              by_member: by ?? null,
              why: why ?? null,
            })),
          )
          .execute()
      }),
    async addOffer({ id, year, group, offeredAt, by }) {
      await db
        .insertInto('goal_offers')
        .values({ workspace, id, year, group_code: group, offered_at: offeredAt, by_member: by ?? null })
        .execute()
    },
    async offer(id) {
      const row = await offered.where('id', '=', id).executeTakeFirst()
      return row && present(row)
    },
    async offers(year) {
      const rows = await offered.where('year', '=', year).orderBy('offered_at').orderBy('id').execute()
      return rows.map((row) => present(row))
    },
  }
}

/** Parts of earlier offers are kept as JSON, which knows no moments. */
function revived(former: Acceptance[] | null): Pick<Goal, 'former'> {
  if (former === null) return {}
  return {
    former: former.map(({ answeredAt, ...part }) => ({
      ...part,
      ...(answeredAt !== undefined && { answeredAt: new Date(answeredAt) }),
    })),
  }
}
