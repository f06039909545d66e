import type { Store } from '../domain/store.ts'
import { present } from './present.ts'
import type { Scope } from './scope.ts'

/** The annual plans, by year. */
export function plans({ db, workspace }: Scope): Store['plans'] {
  return {
    async all() {
      const rows = await db
        .selectFrom('plans')
        .select(['year', 'names', 'approved_on as approvedOn', 'released_on as releasedOn', 'areas'])
        .where('workspace', '=', workspace)
        .orderBy('year')
        .execute()
      return rows.map((row) => present(row))
    },
    async put(plan) {
      const values = {
        names: JSON.stringify(plan.names),
        approved_on: plan.approvedOn ?? null,
        released_on: plan.releasedOn ?? null,
        areas: JSON.stringify(plan.areas),
      }
      await db
        .insertInto('plans')
        .values({ workspace, year: plan.year, ...values })
        .onConflict((conflict) => conflict.columns(['workspace', 'year']).doUpdateSet(values))
        .execute()
    },
  }
}
