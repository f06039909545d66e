import type { Hearing } from '../domain/reminder/asking.ts'
import type { Store } from '../domain/store.ts'
import type { Scope } from './scope.ts'

/** When members want to hear, and how often. */
export function hearing({ db, workspace }: Scope): Store['hearing'] {
  const selected = db
    .selectFrom('hearing')
    .select(['member', 'quiet_from', 'quiet_until', 'per_week', 'moves'])
    .where('workspace', '=', workspace)
  return {
    all: async () => (await selected.execute()).map(toHearing),
    async of(member) {
      const row = await selected.where('member', '=', member).executeTakeFirst()
      return row && toHearing(row)
    },
    async put({ member, quietHours, perWeek, moves }) {
      const values = {
        quiet_from: quietHours?.from ?? null,
        quiet_until: quietHours?.until ?? null,
        per_week: perWeek ?? null,
        moves: moves ?? null,
      }
      await db
        .insertInto('hearing')
        .values({ workspace, member, ...values })
        .onConflict((conflict) => conflict.columns(['workspace', 'member']).doUpdateSet(values))
        .execute()
    },
  }
}

type Row = {
  member: string
  quiet_from: string | null
  quiet_until: string | null
  per_week: number | null
  moves: 'weekly' | 'off' | null
}

function toHearing({ member, quiet_from: from, quiet_until: until, per_week: perWeek, moves }: Row): Hearing {
  return {
    member,
    ...(from !== null && until !== null && { quietHours: { from, until } }),
    ...(perWeek !== null && { perWeek }),
    ...(moves !== null && { moves }),
  }
}
