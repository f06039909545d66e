import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { RoleName } from '../domain/member/rules.ts'
import type { Store } from '../domain/store.ts'
import { present } from './present.ts'
import type { Tables } from './schema.ts'
import { atomically, type Scope } from './scope.ts'

/** The committee's people and the roles that they hold. */
export function members(scope: Scope): Store['members'] {
  const { db, workspace } = scope
  const selected = db
    .selectFrom('members')
    .select((eb) => [
      'members.id',
      'members.names',
      'members.organisation',
      'members.email',
      'members.slack_id as slackId',
      'members.language',
      'members.zone',
      'members.slack_zone as slackZone',
      rolesOf(eb).as('roles'),
    ])
    .where('members.workspace', '=', workspace)

  return {
    async all() {
      return (await selected.orderBy('members.id').execute()).map(toMember)
    },
    async byId(id) {
      const row = await selected.where('members.id', '=', id).executeTakeFirst()
      return row && toMember(row)
    },
    async bySlackId(slackId) {
      const row = await selected.where('members.slack_id', '=', slackId).executeTakeFirst()
      return row && toMember(row)
    },
    async byEmail(email) {
      const row = await selected.where(sql`members.email_key`, '=', sql`lower(${email})`).executeTakeFirst()
      return row && toMember(row)
    },
    async put(member) {
      const values = {
        names: JSON.stringify(member.names),
        organisation: member.organisation ?? null,
        email: member.email ?? null,
        slack_id: member.slackId ?? null,
        language: member.language ?? null,
        zone: member.zone ?? null,
      }
      const roles = member.roles.map((role, position) => ({
        workspace,
        member: member.id,
        position,
        role: role.role,
        group_code: role.group ?? null,
        held_from: role.from ?? null,
        held_until: role.until ?? null,
      }))
      await atomically(scope, async ({ db }) => {
        await db
          .insertInto('members')
          .values({ workspace, id: member.id, ...values })
          .onConflict((conflict) =>
            conflict.columns(['workspace', 'id']).doUpdateSet({
              ...values,
              slack_id: sql<string | null>`coalesce(excluded.slack_id, members.slack_id)`,
            }),
          )
          .execute()
        await db
          .deleteFrom('member_roles')
          .where('workspace', '=', workspace)
          .where('member', '=', member.id)
          .execute()
        if (roles.length > 0) await db.insertInto('member_roles').values(roles).execute()
      })
    },
    async setSlackZone(id, zone) {
      await db
        .updateTable('members')
        .set({ slack_zone: zone })
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .execute()
    },
    async linkSlack(id, slackId) {
      await db
        .updateTable('members')
        .set({ slack_id: slackId })
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .execute()
    },
  }
}

/** A member's roles in the order in which they were given. */
function rolesOf(eb: ExpressionBuilder<Tables, 'members'>) {
  return jsonArrayFrom(
    eb
      .selectFrom('member_roles')
      .select(['role', 'group_code as group', 'held_from as from', 'held_until as until'])
      .whereRef('member_roles.workspace', '=', 'members.workspace')
      .whereRef('member_roles.member', '=', 'members.id')
      .orderBy('position'),
  )
}

type RoleRow = { role: RoleName; group: string | null; from: string | null; until: string | null }

function toMember<Row extends { roles: RoleRow[] }>(row: Row) {
  return { ...present(row), roles: row.roles.map((role) => present(role)) }
}
