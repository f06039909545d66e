import { sql } from 'kysely'
import type { Store } from '../domain/store.ts'
import { present } from './present.ts'
import { atomically, type Scope } from './scope.ts'

/** Standards and projects, and the moves between their stages. */
export function standards(scope: Scope): Store['standards'] {
  const { db, workspace } = scope
  const selected = db
    .selectFrom('standards')
    .select([
      'id',
      'designation',
      'other_names as otherNames',
      'titles',
      'stages',
      'stage',
      'stage_since as stageSince',
      'as_of as asOf',
      'source',
      'target_on as targetOn',
      'group_code as group',
      'lead',
      'effective_on as effectiveOn',
      'replaces',
      'twins',
      'topics',
      'url',
      'history',
    ])
    .where('workspace', '=', workspace)

  return {
    async all() {
      const rows = await selected.orderBy('id').execute()
      return rows.map((row) => present(row))
    },
    async byId(id) {
      const row = await selected.where('id', '=', id).executeTakeFirst()
      return row && present(row)
    },
    async put(standard) {
      const values = {
        designation: standard.designation,
        other_names: standard.otherNames,
        titles: JSON.stringify(standard.titles),
        stages: standard.stages,
        stage: standard.stage,
        stage_since: standard.stageSince ?? null,
        as_of: standard.asOf,
        source: standard.source,
        target_on: standard.targetOn ?? null,
        group_code: standard.group ?? null,
        lead: standard.lead ?? null,
        effective_on: standard.effectiveOn ?? null,
        replaces: standard.replaces,
        twins: JSON.stringify(standard.twins),
        topics: standard.topics,
        url: standard.url ?? null,
        history: JSON.stringify(standard.history),
        change: sql<number>`nextval('rapporteur.changes')`,
      }
      // Alone, so that changes become visible in the order in which they were numbered: an index that was built
      // after change 7 must not find change 6 behind it.
      await atomically(
        scope,
        ({ db }) =>
          db
            .insertInto('standards')
            .values({ workspace, id: standard.id, ...values })
            .onConflict((conflict) => conflict.columns(['workspace', 'id']).doUpdateSet(values))
            .execute(),
        { alone: true },
      )
    },
    async addMove(move) {
      await db
        .insertInto('stage_moves')
        .values({
          workspace,
          standard: move.standard,
          from_stage: move.from ?? null,
          to_stage: move.to,
          moved_on: move.on ?? null,
          recorded_at: move.recordedAt,
        })
        .execute()
    },
    async moves(group, after, upTo) {
      const rows = await db
        .selectFrom('stage_moves as move')
        .innerJoin('standards as standard', (join) =>
          join.onRef('standard.workspace', '=', 'move.workspace').onRef('standard.id', '=', 'move.standard'),
        )
        .select([
          'move.standard',
          'standard.designation',
          'standard.titles',
          'standard.stages',
          'move.from_stage as from',
          'move.to_stage as to',
          'move.moved_on as on',
          'move.recorded_at as recordedAt',
        ])
        .where('move.workspace', '=', workspace)
        .where('standard.group_code', '=', group)
        .where('move.recorded_at', '>', after)
        .where('move.recorded_at', '<=', upTo)
        .orderBy('move.recorded_at')
        .orderBy('move.id')
        .execute()
      return rows.map((row) => present(row))
    },
    async version() {
      const row = await db
        .selectFrom('standards')
        .select(({ fn }) => fn.max('change').as('newest'))
        .where('workspace', '=', workspace)
        .executeTakeFirst()
      return row?.newest ?? 0
    },
  }
}
