import { type App, createApp } from '../../../src/app.ts'
import type { CommitteeRecords } from '../../../src/domain/committee/rules.ts'
import { slackLimits } from '../../../src/domain/delivery/pace.ts'
import type { Standard } from '../../../src/domain/standard/rules.ts'
import type { Store } from '../../../src/domain/store.ts'
import type { WorkingGroup } from '../../../src/domain/working-group/rules.ts'
import { readCron } from '../../../src/queue/cron.ts'
import { createStore, type Database } from '../../../src/store/open-store.ts'

/** A clock that stands still until it is set. */
export type Clock = { now: () => Date; set(at: string): void; pass(ms: number): void }

export function clockAt(start: string): Clock {
  let at = new Date(start)
  return {
    now: () => new Date(at),
    set(to) {
      at = new Date(to)
    },
    pass(ms) {
      at = new Date(at.getTime() + ms)
    },
  }
}

function group(code: string, change: Partial<WorkingGroup> = {}): WorkingGroup {
  const names = { zh: `第${code}工作组`, en: `Group ${code}` }
  return { code, kind: 'WG', names, zone: 'Asia/Shanghai', language: 'zh-CN', ...change }
}

/**
 * WG8 and WG9 hear a reminder on Mondays at 09:00 and a digest on Fridays at 16:00 in Shanghai, WG10 has no
 * channel, SG1 no schedule.
 */
export function smallCommittee(): CommitteeRecords {
  const weekly = (code: string) => [
    { group: code, kind: 'reminder' as const, cron: '0 9 * * 1' },
    { group: code, kind: 'digest' as const, cron: '0 16 * * 5' },
  ]
  return {
    committee: {
      id: 'tc900',
      names: { zh: '示例委员会', en: 'Example Committee' },
      formerNames: [],
      zone: 'Asia/Shanghai',
      languages: ['zh-CN', 'en'],
    },
    groups: [
      group('WG8', { channel: '#wg8' }),
      group('WG9', { channel: '#wg9' }),
      group('WG10'),
      group('SG1', { kind: 'SG', channel: '#sg1', language: 'en' }),
    ],
    schedules: [...weekly('WG8'), ...weekly('WG9'), ...weekly('WG10')],
    organisations: [{ id: 'cesi', names: { zh: '示例院', en: 'Example Institute' } }],
    members: [
      {
        id: 'lotus',
        names: { zh: '示例清荷', en: 'Lotus Sample' },
        organisation: 'cesi',
        email: 'lotus@example.org',
        roles: [{ role: 'convenor', group: 'WG8' }],
      },
      {
        id: 'oriole',
        names: { zh: '示例黄鹂', en: 'Oriole Sample' },
        email: 'oriole@example.org',
        roles: [{ role: 'deputy', group: 'WG8' }],
      },
    ],
    plans: [],
    goals: [],
  }
}

export function standard(id: string, change: Partial<Standard> = {}): Standard {
  return {
    id,
    designation: `GB/T ${id}-2026`,
    otherNames: [],
    titles: { zh: `标准${id}`, en: `Standard ${id}` },
    stages: 'gb',
    stage: '20',
    asOf: '2026-11',
    source: 'the secretariat',
    group: 'WG8',
    replaces: [],
    twins: [],
    topics: [],
    history: [],
    ...change,
  }
}

export type Opened = { app: App; store: Store; clock: Clock; woken: string[] }

/** Another process of a committee: its own ids, the same clock. Where no limits are given, none is felt. */
export function appOn(
  database: Database,
  workspace: string,
  clock: Clock,
  ids = 'n',
  limits = slackLimits(60_000),
): Opened {
  const store = createStore(database, workspace)
  const woken: string[] = []
  let count = 0
  const app = createApp({
    store,
    readCron,
    now: clock.now,
    newId: () => `${ids}-${++count}`,
    wake: (job) => woken.push(job),
    limits,
  })
  return { app, store, clock, woken }
}

/** The small committee in a workspace of its own, imported at that moment. */
export async function openCommittee(database: Database, workspace: string, at: string): Promise<Opened> {
  const opened = appOn(database, workspace, clockAt(at))
  await opened.app.committees.importCommittee(smallCommittee())
  return opened
}

/**
 * A digest of each table, of one workspace or of all: equal before and after where nothing at all was written. The rows
 * themselves would be read and compared a hundred times as slowly.
 */
export async function everyRow({ pool }: Database, workspace?: string): Promise<Record<string, string>> {
  const tables = await pool.query<{ name: string }>(
    workspace === undefined
      ? `select table_name as name from information_schema.tables where table_schema = 'rapporteur' order by 1`
      : `select table_name as name from information_schema.columns
        where table_schema = 'rapporteur' and column_name = 'workspace' order by 1`,
  )
  const digests = tables.rows.map(
    ({ name }) => `select '${name}' as name,
      count(*) || ' rows ' || coalesce(md5(string_agg(md5(r::text), '' order by md5(r::text))), '') as digest
      from rapporteur.${name} r ${workspace === undefined ? '' : 'where workspace = $1'}`,
  )
  const found = await pool.query<{ name: string; digest: string }>(
    digests.join(' union all '),
    workspace === undefined ? [] : [workspace],
  )
  return Object.fromEntries(found.rows.map(({ name, digest }) => [name, digest]))
}
