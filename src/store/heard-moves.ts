import { sql } from 'kysely'
import type { NewestOfMoves, Store } from '../domain/store.ts'
import { present } from './present.ts'
import type { Scope } from './scope.ts'
import { moveEntry } from './stage-moves.ts'

/** Which moves are told to whom, and in which notice. */
export function heardMoves({
  db,
  workspace,
}: Scope): Pick<Store['standards'], 'undistributedMoves' | 'setDistributed'> &
  Pick<Store['notices'], 'newestOfMoves' | 'addMoves' | 'takeMoves' | 'movesOf'> {
  const heard = db
    .selectFrom('stage_moves as move')
    .innerJoin('standards as standard', (join) =>
      join.onRef('standard.workspace', '=', 'move.workspace').onRef('standard.id', '=', 'move.standard'),
    )
    .select(moveEntry)
    .select([
      'standard.designation',
      'standard.titles',
      'standard.stages',
      'standard.project',
      'standard.topics',
      'standard.stage as stands',
      'standard.stage_since as standsSince',
    ])
    .where('move.workspace', '=', workspace)
    .where('move.state', '=', 'accepted')
    .orderBy('move.told_at')
    .orderBy('move.id')

  return {
    async undistributedMoves(limit) {
      const rows = await heard.where('move.distributed', '=', false).limit(limit).execute()
      return rows.map((row) => present(row))
    },
    async setDistributed(moves) {
      if (moves.length === 0) return
      await db
        .updateTable('stage_moves')
        .set({ distributed: true })
        .where('workspace', '=', workspace)
        .where('id', '=', sql<number>`any(${moves}::bigint[])`)
        .execute()
    },
    async newestOfMoves(members) {
      if (members.length === 0) return []
      const { rows } = await sql<NewestOfMoves>`
        select distinct on (notice.member) notice.member, notice.id, notice.slot_at as "slotAt",
          notice.state in ('pending', 'failed') and notice.claim is null as "isOpen"
        from rapporteur.notices notice
        where notice.workspace = ${workspace} and notice.kind = 'moves' and notice.member = any(${members})
        order by notice.member, notice.created_at desc, notice.slot_at desc, notice.id desc
      `.execute(db)
      return rows
    },
    async addMoves(notice, member, moves) {
      await sql`
        insert into rapporteur.told_moves (workspace, member, move, notice)
        select ${workspace}, ${member}, move, ${notice} from unnest(${moves}::bigint[]) as move
        on conflict (workspace, member, move) do nothing
      `.execute(db)
    },
    async takeMoves(notice, claim, member) {
      await sql`
        with target as (
          select id from rapporteur.notices where workspace = ${workspace} and id = ${notice} and claim = ${claim}
        ), emptied as (
          update rapporteur.notices other set state = 'withdrawn', reason = 'superseded'
          from target
          where other.workspace = ${workspace} and other.kind = 'moves' and other.member = ${member}
            and other.id <> target.id and other.state = 'pending' and other.claim is null
          returning other.id
        )
        update rapporteur.told_moves told set notice = target.id
        from target, emptied
        where told.workspace = ${workspace} and told.member = ${member} and told.notice = emptied.id
      `.execute(db)
    },
    async movesOf(notice) {
      const rows = await heard
        .innerJoin('told_moves as told', (join) =>
          join.onRef('told.workspace', '=', 'move.workspace').onRef('told.move', '=', 'move.id'),
        )
        .where('told.notice', '=', notice)
        .execute()
      return rows.map((row) => present(row))
    },
  }
}
