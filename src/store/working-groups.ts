import { sql } from 'kysely'
import type { Store } from '../domain/store.ts'
import type { GroupKind, WorkingGroup } from '../domain/working-group/rules.ts'
import { present } from './present.ts'
import type { Scope } from './scope.ts'

/** The committee's groups. */
export function workingGroups({ db, workspace }: Scope): Store['groups'] {
  const selected = db
    .selectFrom('working_groups')
    .select([
      'code',
      'kind',
      'names',
      'exists_from as from',
      'exists_until as until',
      'predecessor',
      'channel',
      'channel_id as channelId',
      'zone',
      'calendar',
      'language',
      'scope',
      'is_closed',
    ])
    .where('workspace', '=', workspace)

  return {
    async all() {
      return (await selected.execute()).map(toGroup).sort(asListed)
    },
    async byCode(code) {
      const row = await selected.where('code', '=', code).executeTakeFirst()
      return row && toGroup(row)
    },
    async byChannel(channelId) {
      const row = await selected.where('channel_id', '=', channelId).orderBy('code').executeTakeFirst()
      return row && toGroup(row)
    },
    async put(group) {
      const values = {
        kind: group.kind,
        names: JSON.stringify(group.names),
        exists_from: group.from ?? null,
        exists_until: group.until ?? null,
        predecessor: group.predecessor ?? null,
        channel: group.channel ?? null,
        channel_id: group.channelId ?? null,
        zone: group.zone,
        calendar: group.calendar ?? null,
        language: group.language,
        scope: group.scope ?? null,
        is_closed: group.isClosed === true,
      }
      await db
        .insertInto('working_groups')
        .values({ workspace, code: group.code, ...values })
        .onConflict((conflict) =>
          conflict.columns(['workspace', 'code']).doUpdateSet({
            ...values,
            channel_id: sql<string | null>`coalesce(excluded.channel_id, case
              when working_groups.channel is not distinct from excluded.channel then working_groups.channel_id end)`,
          }),
        )
        .execute()
    },
    async linkChannel(code, channelId) {
      await db
        .updateTable('working_groups')
        .set({ channel_id: channelId ?? null })
        .where('workspace', '=', workspace)
        .where('code', '=', code)
        .execute()
    },
  }
}

function toGroup<Row extends { is_closed: boolean }>({ is_closed, ...row }: Row) {
  return { ...present(row), ...(is_closed && { isClosed: true as const }) }
}

const kinds: readonly GroupKind[] = ['TC', 'WG', 'SWG', 'SG']
const codes = new Intl.Collator('en', { numeric: true })

/** The committee itself, then working groups, special ones and study groups; WG9 stands before WG10. */
function asListed(a: WorkingGroup, b: WorkingGroup): number {
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || codes.compare(a.code, b.code)
}
