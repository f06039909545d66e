import type { Store } from '../domain/store.ts'
import { present } from './present.ts'
import type { Scope } from './scope.ts'

/** The changes on record: added, and never changed. */
export function audit({ db, workspace }: Scope): Store['audit'] {
  const selected = db
    .selectFrom('audit')
    .select([
      'id',
      'subject_kind',
      'subject',
      'what',
      'at',
      'by_member as by',
      'behalf',
      'via',
      'before',
      'after',
      'note',
    ])
    .where('workspace', '=', workspace)
    .orderBy('id')
  type Row = Awaited<ReturnType<typeof selected.execute>>[number]
  const toEntry = ({ subject_kind: kind, subject: id, ...row }: Row) => ({
    ...present(row),
    subject: { kind, id },
  })

  return {
    async add({ subject, what, at, by, behalf, via, request, before, after, note }) {
      const added = await db
        .insertInto('audit')
        .values({
          workspace,
          subject_kind: subject.kind,
          subject: subject.id,
          what,
          at,
          by_member: by ?? null,
          behalf: behalf === undefined ? null : JSON.stringify(behalf),
          via,
          request: request ?? null,
          before: JSON.stringify(before),
          after: JSON.stringify(after),
          note: note ?? null,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['workspace', 'subject_kind', 'subject', 'request'])
            .where('request', 'is not', null)
            .doNothing(),
        )
        .returning('id')
        .executeTakeFirst()
      return added !== undefined
    },
    async subjectOf(kind, what, request) {
      const found = await db
        .selectFrom('audit')
        .select('subject')
        .where('workspace', '=', workspace)
        .where('subject_kind', '=', kind)
        .where('what', '=', what)
        .where('request', '=', request)
        .executeTakeFirst()
      return found?.subject
    },
    async of(subject) {
      const rows = await selected
        .where('subject_kind', '=', subject.kind)
        .where('subject', '=', subject.id)
        .execute()
      return rows.map(toEntry)
    },
    async ofAny(kind, ids, since) {
      if (ids.length === 0) return []
      const rows = await selected
        .where('subject_kind', '=', kind)
        .where('subject', 'in', ids)
        .where('at', '>', since)
        .execute()
      return rows.map(toEntry)
    },
  }
}
