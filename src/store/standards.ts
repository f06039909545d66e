import { sql } from 'kysely'
import type { Topic } from '../domain/follow/rules.ts'
import type { Store } from '../domain/store.ts'
import { heardMoves } from './heard-moves.ts'
import { present } from './present.ts'
import { atomically, type Scope } from './scope.ts'
import { stageMoves } from './stage-moves.ts'

/** Standards and projects, with the journal of their stage moves. */
export function standards(scope: Scope): Store['standards'] {
  const { db, workspace } = scope
  const selected = db
    .selectFrom('standards')
    .select([
      'id',
      'designation',
      'project',
      'other_names as otherNames',
      'titles',
      'stages',
      'stage',
      'stage_since as stageSince',
      'as_of as asOf',
      'source',
      'planned_on as plannedOn',
      'fast',
      'target_on as targetOn',
      'group_code as group',
      'lead',
      'published_on as publishedOn',
      'effective_on as effectiveOn',
      'replaces',
      'twins',
      'topics',
      'url',
      'history',
    ])
    .where('workspace', '=', workspace)

  const { undistributedMoves, setDistributed } = heardMoves(scope)

  return {
    ...stageMoves(scope),
    undistributedMoves,
    setDistributed,
    async all() {
      const rows = await selected.orderBy('id').execute()
      return rows.map(toStandard)
    },
    async byId(id) {
      const row = await selected.where('id', '=', id).executeTakeFirst()
      return row && toStandard(row)
    },
    async byIds(ids) {
      if (ids.length === 0) return []
      const rows = await selected.where('id', '=', sql<string>`any(${ids})`).orderBy('id').execute()
      return rows.map(toStandard)
    },
    async topics() {
      const { rows } = await sql<Topic>`
        select topic, count(*) as count from rapporteur.standards, unnest(topics) as topic
        where workspace = ${workspace} group by topic order by topic collate "C"
      `.execute(db)
      return rows
    },
    async changedSince(version) {
      const rows = await selected.where('change', '>', version).orderBy('id').execute()
      return rows.map(toStandard)
    },
    async put(standard) {
      const values = {
        designation: standard.designation,
        project: standard.project ?? null,
        other_names: standard.otherNames,
        titles: JSON.stringify(standard.titles),
        stages: standard.stages,
        stage: standard.stage,
        stage_since: standard.stageSince ?? null,
        as_of: standard.asOf,
        source: standard.source,
        planned_on: standard.plannedOn ?? null,
        fast: standard.fast ?? false,
        target_on: standard.targetOn ?? null,
        group_code: standard.group ?? null,
        lead: standard.lead ?? null,
        published_on: standard.publishedOn ?? null,
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

/** What is not made by the fast procedure is told by silence, like everything that is absent. */
function toStandard<Row extends { fast: boolean }>({ fast, ...row }: Row) {
  return { ...present(row), ...(fast && { fast }) }
}
