import type { Store } from '../domain/store.ts'
import { present } from './present.ts'
import type { Scope } from './scope.ts'

/** The annual plans, by year, their drafts, and what was decided of them. */
export function plans({ db, workspace }: Scope): Store['plans'] {
  const changed = db
    .selectFrom('plan_changes')
    .select([
      'id',
      'year',
      'kind',
      'subject',
      'before',
      'after',
      'fields',
      'why',
      'touched',
      'by_member as by',
      'changed_at as at',
    ])
    .where('workspace', '=', workspace)
    .orderBy('id')

  return {
    async all() {
      const rows = await db
        .selectFrom('plans')
        .select([
          'year',
          'names',
          'approved_on as approvedOn',
          'released_on as releasedOn',
          'areas',
          'document',
        ])
        .where('workspace', '=', workspace)
        .orderBy('year')
        .execute()
      return rows.map((row) => present(row))
    },
    async put(plan) {
      const values = {
        names: JSON.stringify(plan.names),
        approved_on: plan.approvedOn ?? null,
        released_on: plan.releasedOn ?? null,
        areas: JSON.stringify(plan.areas),
        document: plan.document === undefined ? null : JSON.stringify(plan.document),
      }
      await db
        .insertInto('plans')
        .values({ workspace, year: plan.year, ...values })
        .onConflict((conflict) => conflict.columns(['workspace', 'year']).doUpdateSet(values))
        .execute()
    },
    async putDraft({ id, plan, left, revision, state, madeAt, by }) {
      const values = { plan: JSON.stringify(plan), left_out: left, revision, state }
      await db
        .insertInto('plan_drafts')
        .values({ workspace, id, ...values, made_at: madeAt, by_member: by ?? null })
        .onConflict((conflict) => conflict.columns(['workspace', 'id']).doUpdateSet(values))
        .execute()
    },
    async draft(id) {
      const row = await db
        .selectFrom('plan_drafts')
        .select([
          'id',
          'plan',
          'left_out as left',
          'revision',
          'state',
          'made_at as madeAt',
          'by_member as by',
        ])
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .executeTakeFirst()
      return row && present(row)
    },
    async addChange({ year, kind, subject, before, after, fields, why, touched, by, at }) {
      const { id } = await db
        .insertInto('plan_changes')
        .values({
          workspace,
          year,
          kind,
          subject,
          before: before === undefined ? null : JSON.stringify(before),
          after: after === undefined ? null : JSON.stringify(after),
          fields: fields === undefined ? null : JSON.stringify(fields),
          why: why ?? null,
          touched,
          by_member: by ?? null,
          changed_at: at,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return id
    },
    async changesOf(year) {
      const rows = await changed.where('year', '=', year).execute()
      return rows.map((row) => present(row))
    },
    async addTold(notice, changes) {
      await db
        .insertInto('told_changes')
        .values(changes.map((change) => ({ workspace, notice, change })))
        .execute()
    },
    async changesTold(notice) {
      const told = db
        .selectFrom('told_changes')
        .select('change')
        .where('workspace', '=', workspace)
        .where('notice', '=', notice)
      const rows = await changed.where('id', 'in', told).execute()
      return rows.map((row) => present(row))
    },
  }
}
