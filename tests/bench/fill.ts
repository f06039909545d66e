import type { Member } from '../../src/domain/member/rules.ts'
import type { Standard } from '../../src/domain/standard/rules.ts'
import { createStore, type Database } from '../../src/store/open-store.ts'
import { type Made, madeGroups, madeMembers, madeOrganisations, zone } from './generate.ts'

/** What is on record in one workspace of the run. */
export type Filling = { workspace: string; made: readonly Made[]; assignments: number; seed: number }

/** No statement of the store's pool may take longer than half a minute. */
const rowsAtOnce = 5_000
const assignmentsAtOnce = 50_000
const memberTotal = madeMembers().length
const organisationTotal = madeOrganisations().length
const groupTotal = madeGroups().length

/** Puts a committee on record: its people as the bot does it, its standards and assignments in bulk. */
export async function fill(
  database: Database,
  { workspace, made, assignments, seed }: Filling,
): Promise<void> {
  const store = createStore(database, workspace)
  await store.transaction(async (store) => {
    await store.committee.put({
      id: workspace,
      names: { zh: '示例委员会', en: 'Example Committee' },
      formerNames: [],
      zone,
      languages: ['zh-CN', 'en'],
    })
    for (const group of madeGroups()) await store.groups.put(group)
    for (const organisation of madeOrganisations()) await store.organisations.put(organisation)
    for (const member of madeMembers()) await store.members.put(member)
  })
  for (let at = 0; at < made.length; at += rowsAtOnce)
    await putStandards(
      database,
      workspace,
      made.slice(at, at + rowsAtOnce).map(({ standard }) => standard),
    )
  for (let from = 1; from <= assignments; from += assignmentsAtOnce)
    await database.pool.query(putAssignments, [
      workspace,
      from,
      Math.min(from + assignmentsAtOnce - 1, assignments),
      seed,
      memberTotal,
      organisationTotal,
      groupTotal,
    ])
}

/** What PostgreSQL needs to choose well, once all is there. */
export async function settle(database: Database): Promise<void> {
  await database.pool.query('vacuum analyze rapporteur.standards')
  await database.pool.query('vacuum analyze rapporteur.assignments')
}

/** How many open assignments each member is shown as theirs, asked of the database by itself. */
export async function openOf(
  database: Database,
  workspace: string,
  members: readonly Member[],
): Promise<Map<string, number>> {
  const { rows } = await database.pool.query<{ owner: string; count: number }>(
    `select coalesce(owner_member, owner_organisation) as owner, count(*)::int as count
       from rapporteur.assignments
      where workspace = $1 and state = 'open' and owner_group is null
      group by 1`,
    [workspace],
  )
  const open = new Map(rows.map(({ owner, count }) => [owner, count]))
  return new Map(
    members.map(({ id, organisation = '' }) => [id, (open.get(id) ?? 0) + (open.get(organisation) ?? 0)]),
  )
}

async function putStandards(
  { pool }: Database,
  workspace: string,
  standards: readonly Standard[],
): Promise<void> {
  const rows = standards.map((standard) => ({
    workspace,
    id: standard.id,
    designation: standard.designation,
    other_names: standard.otherNames,
    titles: standard.titles,
    stages: standard.stages,
    stage: standard.stage,
    stage_since: standard.stageSince,
    as_of: standard.asOf,
    source: standard.source,
    fast: false,
    target_on: standard.targetOn,
    group_code: standard.group,
    lead: standard.lead,
    replaces: standard.replaces,
    twins: standard.twins,
    topics: standard.topics,
    url: standard.url,
    history: standard.history,
  }))
  // `change` is drawn row by row, as the store does it.
  await pool.query(
    `insert into rapporteur.standards
     select (jsonb_populate_record(null::rapporteur.standards,
       row || jsonb_build_object('change', nextval('rapporteur.changes')))).*
     from jsonb_array_elements($1::jsonb) as row`,
    [JSON.stringify(rows)],
  )
}

/**
 * A committee's years of work: three in twenty are open, a few of these overdue; six in ten are a member's, three an
 * organisation's and one a group's. All follows from the number and the seed.
 */
const putAssignments = `
insert into rapporteur.assignments
  (workspace, id, titles, group_code, owner_member, owner_organisation, owner_group, due_on, state, done_on,
   standards, goals)
select $1, 'a-' || nth,
  jsonb_build_object('zh', '第' || nth || '项工作', 'en', 'Assignment ' || nth),
  'WG' || 1 + b % $7,
  case when a % 10 < 6 then 'member-' || 1 + b % $5 end,
  case when a % 10 in (6, 7, 8) then 'org-' || 1 + b % $6 end,
  case when a % 10 = 9 then 'WG' || 1 + b % $7 end,
  case when state = 'open' then current_date - 20 + (c % 200)::int else current_date - (c % 2000)::int end,
  state,
  case when state = 'done' then current_date - (c % 2000)::int end,
  '{}', '{}'
from (
  select nth, a, b, c,
    case when a / 10 % 20 < 3 then 'open' when a / 10 % 20 = 3 then 'withdrawn' else 'done' end as state
  from (
    select nth,
      abs(hashint8extended(nth, $4::bigint) % 1000000) as a,
      abs(hashint8extended(nth, $4::bigint + 1) % 1000000) as b,
      abs(hashint8extended(nth, $4::bigint + 2) % 1000000) as c
    from generate_series($2::bigint, $3::bigint) as nth
  ) as thrown
) as made`
