import type { Store } from '../domain/store.ts'
import { present } from './present.ts'
import type { Scope } from './scope.ts'

/** How fast and whether Slack may be asked: one row a method, shared by every process of the workspace. */
export function paces({ db, workspace }: Scope): Store['paces'] {
  return {
    async all() {
      const rows = await db
        .selectFrom('paces')
        .select(['method', 'free_at as freeAt', 'held_until as heldUntil', 'why', 'failures'])
        .where('workspace', '=', workspace)
        .execute()
      return rows.map((row) => present(row))
    },
    async put({ method, freeAt, heldUntil, why, failures }) {
      const values = {
        free_at: freeAt ?? null,
        held_until: heldUntil ?? null,
        why: why ?? null,
        failures,
      }
      await db
        .insertInto('paces')
        .values({ workspace, method, ...values })
        .onConflict((conflict) => conflict.columns(['workspace', 'method']).doUpdateSet(values))
        .execute()
    },
  }
}
