import { sql } from 'kysely'
import type { StageMove } from '../domain/standard/rules.ts'
import type { Store } from '../domain/store.ts'
import { present } from './present.ts'
import type { Scope } from './scope.ts'

/** The journal of stage moves, and what was changed of targets and limits. */
export function stageMoves({
  db,
  workspace,
}: Scope): Pick<
  Store['standards'],
  | 'addMove'
  | 'addMoves'
  | 'movesOf'
  | 'moveById'
  | 'moves'
  | 'movesAmong'
  | 'proposedMoves'
  | 'decideMove'
  | 'addTargetChange'
  | 'targetChangesOf'
  | 'addExtension'
  | 'extensionsOf'
> {
  const told = db
    .selectFrom('stage_moves as move')
    .innerJoin('standards as standard', (join) =>
      join.onRef('standard.workspace', '=', 'move.workspace').onRef('standard.id', '=', 'move.standard'),
    )
    .select(moveEntry)
    .select(['standard.designation', 'standard.titles', 'standard.stages'])
    .where('move.workspace', '=', workspace)

  const accepted = (after: Date, upTo: Date) =>
    told
      .where('move.state', '=', 'accepted')
      .where('move.told_at', '>', after)
      .where('move.told_at', '<=', upTo)
      .orderBy('move.told_at')
      .orderBy('move.id')

  return {
    async addMove(move) {
      const { id } = await db
        .insertInto('stage_moves')
        .values(rowOf(workspace, move))
        .returning('id')
        .executeTakeFirstOrThrow()
      return id
    },
    async addMoves(moves) {
      for (let start = 0; start < moves.length; start += rowsAtOnce)
        await db
          .insertInto('stage_moves')
          .values(moves.slice(start, start + rowsAtOnce).map((move) => rowOf(workspace, move)))
          .execute()
    },
    async movesOf(standard) {
      const rows = await db
        .selectFrom('stage_moves as move')
        .select(moveEntry)
        .where('move.workspace', '=', workspace)
        .where('move.standard', '=', standard)
        .orderBy('move.id')
        .execute()
      return rows.map((row) => present(row))
    },
    async moveById(id) {
      const row = await db
        .selectFrom('stage_moves as move')
        .select(moveEntry)
        .where('move.workspace', '=', workspace)
        .where('move.id', '=', id)
        .executeTakeFirst()
      return row && present(row)
    },
    async moves(group, after, upTo) {
      const rows = await accepted(after, upTo).where('standard.group_code', '=', group).execute()
      return rows.map((row) => present(row))
    },
    async movesAmong(standards, after, upTo) {
      // One array is one parameter: a list of them would end at 65,535.
      const ids = sql<string>`any(${[...standards]}::text[])`
      const rows = await accepted(after, upTo).where('move.standard', '=', ids).execute()
      return rows.map((row) => present(row))
    },
    async proposedMoves() {
      const rows = await told.where('move.state', '=', 'proposed').orderBy('move.id').execute()
      return rows.map((row) => present(row))
    },
    async decideMove(id, { state, by, at, why }) {
      const { numUpdatedRows } = await db
        .updateTable('stage_moves')
        .set({ state, decided_by: by ?? null, decided_at: at, decided_why: why ?? null })
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .where('state', '=', 'proposed')
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    async addTargetChange({ standard, from, to, why, by, recordedAt }) {
      await db
        .insertInto('target_changes')
        .values({
          workspace,
          standard,
          from_on: from ?? null,
          to_on: to ?? null,
          why: why ?? null,
          member: by ?? null,
          recorded_at: recordedAt,
        })
        .execute()
    },
    async targetChangesOf(standard) {
      const rows = await db
        .selectFrom('target_changes')
        .select([
          'standard',
          'from_on as from',
          'to_on as to',
          'why',
          'member as by',
          'recorded_at as recordedAt',
        ])
        .where('workspace', '=', workspace)
        .where('standard', '=', standard)
        .orderBy('id')
        .execute()
      return rows.map((row) => present(row))
    },
    async addExtension({ standard, askedOn, until, why, by, recordedAt }) {
      await db
        .insertInto('extensions')
        .values({
          workspace,
          standard,
          asked_on: askedOn,
          until_on: until,
          why: why ?? null,
          member: by ?? null,
          recorded_at: recordedAt,
        })
        .execute()
    },
    async extensionsOf(standard) {
      const rows = await db
        .selectFrom('extensions')
        .select([
          'standard',
          'asked_on as askedOn',
          'until_on as until',
          'why',
          'member as by',
          'recorded_at as recordedAt',
        ])
        .where('workspace', '=', workspace)
        .where('standard', '=', standard)
        .orderBy('id')
        .execute()
      return rows.map((row) => present(row))
    },
  }
}

/** The columns of an entry of the journal under the domain's names. */
export const moveEntry = [
  'move.id',
  'move.standard',
  'move.kind',
  'move.from_stage as from',
  'move.to_stage as to',
  'move.moved_on as on',
  'move.state',
  'move.member as by',
  'move.why',
  'move.source',
  'move.corrects',
  'move.recorded_at as recordedAt',
  'move.decided_by as decidedBy',
  'move.decided_at as decidedAt',
  'move.decided_why as decidedWhy',
] as const

/** So many that one statement stays well below the 65,535 values that PostgreSQL takes. */
const rowsAtOnce = 1_000

function rowOf(workspace: string, move: Omit<StageMove, 'id'>) {
  return {
    workspace,
    standard: move.standard,
    kind: move.kind,
    from_stage: move.from ?? null,
    to_stage: move.to,
    moved_on: move.on ?? null,
    state: move.state,
    member: move.by ?? null,
    why: move.why ?? null,
    source: move.source ?? null,
    corrects: move.corrects ?? null,
    recorded_at: move.recordedAt,
    decided_by: move.decidedBy ?? null,
    decided_at: move.decidedAt ?? null,
    decided_why: move.decidedWhy ?? null,
  }
}
