import { sql } from 'kysely'
import type { Store } from '../domain/store.ts'
import { present } from './present.ts'
import type { Scope } from './scope.ts'

/** The committee's one row. */
export function committee({ db, workspace }: Scope): Store['committee'] {
  return {
    async get() {
      const row = await db
        .selectFrom('committees')
        .select([
          'id',
          'names',
          'short_names as shortNames',
          'former_names as formerNames',
          'zone',
          'calendar',
          'languages',
          'channel',
          'channel_id as channelId',
          'kinds',
          'asking',
        ])
        .where('workspace', '=', workspace)
        .executeTakeFirst()
      if (row === undefined) return undefined
      const { asking, ...known } = row
      return { ...present(known), ...(Object.keys(asking).length > 0 && { asking }) }
    },
    async put(given) {
      const values = {
        id: given.id,
        names: JSON.stringify(given.names),
        short_names: given.shortNames ? JSON.stringify(given.shortNames) : null,
        former_names: given.formerNames,
        zone: given.zone,
        calendar: given.calendar ?? null,
        languages: given.languages,
        channel: given.channel ?? null,
        channel_id: given.channelId ?? null,
        kinds: given.kinds === undefined ? null : JSON.stringify(given.kinds),
        asking: JSON.stringify(given.asking ?? {}),
      }
      await db
        .insertInto('committees')
        .values({ workspace, ...values })
        .onConflict((conflict) =>
          conflict.column('workspace').doUpdateSet({
            ...values,
            channel_id: sql<string | null>`coalesce(excluded.channel_id, case
              when committees.channel is not distinct from excluded.channel then committees.channel_id end)`,
          }),
        )
        .execute()
    },
    async linkChannel(channelId) {
      await db
        .updateTable('committees')
        .set({ channel_id: channelId ?? null })
        .where('workspace', '=', workspace)
        .execute()
    },
  }
}
