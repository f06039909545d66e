import { type ExpressionBuilder, sql } from 'kysely'
import type { AuditAbout } from '../domain/audit/query.ts'
import type { AuditSubject, NewAuditEntry } from '../domain/audit/rules.ts'
import type { Store } from '../domain/store.ts'
import { present } from './present.ts'
import type { Tables } from './schema.ts'
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
  const toRow = ({ subject, what, at, by, behalf, via, request, before, after, note }: NewAuditEntry) => ({
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
  type Row = Awaited<ReturnType<typeof selected.execute>>[number]
  const toEntry = ({ subject_kind: kind, subject: id, ...row }: Row) => ({
    ...present(row),
    subject: { kind, id },
  })

  return {
    async add(entry) {
      const added = await db
        .insertInto('audit')
        .values(toRow(entry))
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
    async addAll(entries) {
      // PostgreSQL takes 65,535 values in a statement, and an entry has thirteen.
      for (let from = 0; from < entries.length; from += 1_000)
        await db
          .insertInto('audit')
          .values(entries.slice(from, from + 1_000).map(toRow))
          .execute()
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
    async ofRequest(subject, request) {
      const row = await selected
        .where('subject_kind', '=', subject.kind)
        .where('subject', '=', subject.id)
        .where('request', '=', request)
        .executeTakeFirst()
      return row && toEntry(row)
    },
    async search({ about, by, kind, from, before }, most) {
      const rows = await selected
        .clearOrderBy()
        .where((eb) =>
          eb.and([
            ...(about === undefined ? [] : [isAbout(eb, workspace, about)]),
            ...(by === undefined
              ? []
              : [by === 'operator' ? eb('by_member', 'is', null) : eb('by_member', '=', by.member)]),
            ...(kind === undefined ? [] : [eb('subject_kind', '=', kind)]),
            ...(from === undefined ? [] : [eb('at', '>=', from)]),
            ...(before === undefined ? [] : [eb('at', '<', before)]),
          ]),
        )
        .orderBy('id', 'desc')
        .limit(most)
        .execute()
      return rows.reverse().map(toEntry)
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

/** Nothing, where nothing is named. */
function isAbout(
  eb: ExpressionBuilder<Tables, 'audit'>,
  workspace: string,
  { subjects = [], behalf, member, group }: AuditAbout,
) {
  const byKind = new Map<AuditSubject['kind'], string[]>()
  for (const { kind, id } of subjects) byKind.set(kind, [...(byKind.get(kind) ?? []), id])
  return eb.or([
    ...[...byKind].map(([kind, ids]) => eb.and([eb('subject_kind', '=', kind), eb('subject', 'in', ids)])),
    ...(behalf === undefined ? [] : [eb('behalf', '@>', sql<never>`${JSON.stringify(behalf)}::jsonb`)]),
    ...(member === undefined ? [] : [isOfMember(eb, workspace, member)]),
    ...(group === undefined ? [] : [isOfGroup(eb, workspace, group)]),
  ])
}

function isOfMember(eb: ExpressionBuilder<Tables, 'audit'>, workspace: string, member: string) {
  const isTheirs = sql<boolean>`(made.after ->> 'member' = ${member} or made.after ->> 'standIn' = ${member})`
  return eb.or([
    // An absence that was taken back is on record nowhere else, and only what made it tells whose it was.
    eb.and([
      eb('subject_kind', '=', 'absence'),
      eb.exists(
        eb
          .selectFrom('audit as made')
          .select(sql`1`.as('is'))
          .where('made.workspace', '=', workspace)
          .where('made.subject_kind', '=', 'absence')
          .whereRef('made.subject', '=', 'audit.subject')
          .where(isTheirs),
      ),
    ]),
    eb.and([eb('subject_kind', '=', 'hold'), eb(sql`split_part(subject, ' ', 3)`, '=', member)]),
    eb.and([
      eb('subject_kind', '=', 'notice'),
      eb.exists(
        eb
          .selectFrom('notices')
          .select(sql`1`.as('is'))
          .where('notices.workspace', '=', workspace)
          .where('notices.member', '=', member)
          .whereRef('notices.id', '=', 'audit.subject'),
      ),
    ]),
  ])
}

function isOfGroup(eb: ExpressionBuilder<Tables, 'audit'>, workspace: string, code: string) {
  const owned = (kind: AuditSubject['kind'], table: 'notices' | 'assignments' | 'work_items') =>
    eb.and([
      eb('subject_kind', '=', kind),
      eb.exists(
        eb
          .selectFrom(table)
          .select(sql`1`.as('is'))
          .where(`${table}.workspace`, '=', workspace)
          .where(`${table}.group_code`, '=', code)
          .whereRef(`${table}.id`, '=', 'audit.subject'),
      ),
    ])
  const named = (kind: AuditSubject['kind'], ids: string[]) =>
    eb.and([eb('subject_kind', '=', kind), eb('subject', 'in', ids)])
  return eb.or([
    named('group', [code]),
    named('schedule', [`${code}/reminder`, `${code}/digest`]),
    eb.and([eb('subject_kind', '=', 'marked-day'), eb(sql`split_part(subject, '/', 2)`, '=', code)]),
    owned('notice', 'notices'),
    owned('assignment', 'assignments'),
    owned('work', 'work_items'),
  ])
}
