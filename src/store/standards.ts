import { sql } from 'kysely'
import type { Topic } from '../domain/follow/rules.ts'
import type { Standard } from '../domain/standard/rules.ts'
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
      'extended_to as extendedTo',
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
    put: (standard) => putAll(scope, [standard]),
    putAll: (all) => putAll(scope, all),
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

/** As much as one statement carries without keeping others waiting. */
const rowsAtOnce = 1_000

async function putAll(scope: Scope, all: readonly Standard[]): Promise<void> {
  // Alone, so that changes become visible in the order in which they were numbered: an index that was built
  // after change 7 must not find change 6 behind it.
  await atomically(
    scope,
    async ({ db, workspace }) => {
      for (let start = 0; start < all.length; start += rowsAtOnce) {
        // As one value: a hundred thousand records would be two million values to bind.
        const rows = all.slice(start, start + rowsAtOnce).map(rowOf)
        const [columns, given, excluded] = ['', 'row.', 'excluded.'].map((of) => namesOf(rows[0] ?? {}, of))
        await sql`insert into "rapporteur"."standards" (workspace, change, ${columns})
          select ${workspace}, nextval('rapporteur.changes'), ${given}
          from jsonb_populate_recordset(null::rapporteur.standards, ${JSON.stringify(rows)}::jsonb) as row
          on conflict (workspace, id) do update set (change, ${columns}) = (excluded.change, ${excluded})`.execute(
          db,
        )
      }
    },
    { alone: true },
  )
}

/** The columns of a row, with whose they are before each. */
function namesOf(row: object, of: string) {
  return sql.join(Object.keys(row).map((name) => sql.ref(`${of}${name}`)))
}

function rowOf(standard: Standard) {
  return {
    id: standard.id,
    designation: standard.designation,
    project: standard.project ?? null,
    other_names: standard.otherNames,
    titles: standard.titles,
    stages: standard.stages,
    stage: standard.stage,
    stage_since: standard.stageSince ?? null,
    as_of: standard.asOf,
    source: standard.source,
    planned_on: standard.plannedOn ?? null,
    extended_to: standard.extendedTo ?? null,
    fast: standard.fast ?? false,
    target_on: standard.targetOn ?? null,
    group_code: standard.group ?? null,
    lead: standard.lead ?? null,
    published_on: standard.publishedOn ?? null,
    effective_on: standard.effectiveOn ?? null,
    replaces: standard.replaces,
    twins: standard.twins,
    topics: standard.topics,
    url: standard.url ?? null,
    history: standard.history,
  }
}

/** What is not made by the fast procedure is told by silence, like everything that is absent. */
function toStandard<Row extends { fast: boolean }>({ fast, ...row }: Row) {
  return { ...present(row), ...(fast && { fast }) }
}
