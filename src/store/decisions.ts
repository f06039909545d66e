import type { Store } from '../domain/store.ts'
import { present } from './present.ts'
import type { Scope } from './scope.ts'

/** What people have decided about notices; nothing is ever taken back, only decided anew. */
export function decisions({ db, workspace }: Scope): Store['decisions'] {
  return {
    async add({ notice, word, member, why, at }) {
      await db
        .insertInto('decisions')
        .values({ workspace, notice, word, member: member ?? null, why: why ?? null, decided_at: at })
        .execute()
    },
    async of(notice) {
      const row = await db
        .selectFrom('decisions')
        .select(['notice', 'word', 'member', 'why', 'decided_at as at'])
        .where('workspace', '=', workspace)
        .where('notice', '=', notice)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && present(row)
    },
  }
}
