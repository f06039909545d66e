import type { Store } from '../domain/store.ts'
import { present } from './present.ts'
import type { Scope } from './scope.ts'

/** The pieces of work that serve the plans' goals. */
export function workItems({ db, workspace }: Scope): Store['work'] {
  const selected = db
    .selectFrom('work_items')
    .select([
      'id',
      'titles',
      'kind',
      'goals',
      'group_code as group',
      'lead',
      'standards',
      'topics',
      'starts_on as startsOn',
      'due_on as dueOn',
      'steps',
      'planned',
      'evidence',
      'outcome',
      'state',
      'done_on as doneOn',
    ])
    .where('workspace', '=', workspace)

  return {
    async all() {
      return (await selected.orderBy('made').execute()).map((row) => present(row))
    },
    async ids() {
      const rows = await db.selectFrom('work_items').select('id').where('workspace', '=', workspace).execute()
      return rows.map(({ id }) => id)
    },
    async byId(id) {
      const row = await selected.where('id', '=', id).executeTakeFirst()
      return row && present(row)
    },
    async put(item) {
      const values = {
        titles: JSON.stringify(item.titles),
        kind: item.kind,
        goals: item.goals,
        group_code: item.group,
        lead: item.lead ?? null,
        standards: item.standards,
        topics: item.topics,
        starts_on: item.startsOn ?? null,
        due_on: item.dueOn ?? null,
        steps: JSON.stringify(item.steps),
        planned: JSON.stringify(item.planned),
        evidence: JSON.stringify(item.evidence),
        outcome: item.outcome ?? null,
        state: item.state,
        done_on: item.doneOn ?? null,
      }
      await db
        .insertInto('work_items')
        .values({ workspace, id: item.id, ...values })
        .onConflict((conflict) => conflict.columns(['workspace', 'id']).doUpdateSet(values))
        .execute()
    },
  }
}
