import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import { type StageSystem, stageSystem } from '../../src/domain/stage/system.ts'
import { statusesMeant } from '../../src/domain/standard/list-filter.ts'
import { type ListKind, type ListQuery, listKinds } from '../../src/domain/standard/list-query.ts'
import type { Status } from '../../src/domain/standard/status.ts'
import { type NamedFilter, type StandardWords, unknownValue } from './standard-words.ts'

/**
 * Names become groups, stages, organisations and the rest; one that names nothing is told with the nearest that does.
 * @throws UserError for such a name, and for `mine` from somebody whom the committee does not know
 */
export async function understandFilters(app: App, caller: Caller, words: StandardWords): Promise<ListQuery> {
  const { overdue, mine, allRecords, withinDays, order } = words
  const of = async <T>(filter: NamedFilter, read: (value: string, key: string) => Promise<T[]> | T[]) => {
    const values: T[] = []
    for (const { key, value, ...one } of words.filters)
      if (one.filter === filter) values.push(...(await read(value, key)))
    return values.length > 0 ? values : undefined
  }
  const parts = {
    groups: await of('group', (value, key) => groupCalled(app, key, value)),
    stages: await of('stage', (value, key) => stagesCalled(key, value)),
    statuses: await of('status', (value, key) => statusesCalled(key, value)),
    topics: await of('topic', (value, key) => topicCalled(app, key, value)),
    leads: await of('lead', (value, key) => leadCalled(app, key, value)),
    years: await of('year', (value, key) => yearCalled(key, value)),
    kinds: await of('kind', (value, key) => kindCalled(key, value)),
    mine: mine ? ownOf(caller) : undefined,
    words: words.words === '' ? undefined : words.words,
    withinDays,
    order,
  }
  const given = Object.entries(parts).filter(([, part]) => part !== undefined)
  return { ...Object.fromEntries(given), ...(overdue && { overdue }), ...(allRecords && { allRecords }) }
}

async function groupCalled(app: App, key: string, value: string): Promise<string[]> {
  const group = await app.groups.called(value)
  if (group !== undefined) return [group.code]
  throw unknownValue(
    key,
    value,
    (await app.groups.all()).map(({ code }) => code),
  )
}

const systems = (['gb', 'iso', 'cen', 'ietf'] as const).map(stageSystem)
/** What a draft is called while it is in a phase. */
const draftWords: Record<string, string> = {
  pwi: '00',
  np: '10',
  nwip: '10',
  awi: '20',
  wd: '20',
  cd: '30',
  dis: '40',
  cdv: '40',
  fdis: '50',
}

/** `30`, `30.60`, `CD`, `征求意见`: a phase by its code or a word of its name, or a stage by its code or words. */
function stagesCalled(key: string, value: string): string[] {
  const typed = value.toLowerCase()
  const word = draftWords[typed]
  if (word !== undefined) return [word]
  if (systems.some((system) => system.phases.includes(typed) || system.has(typed))) return [typed]
  const names = systems.flatMap((system) => system.phases.flatMap((phase) => phaseNames(system, phase)))
  const named = names.filter(({ name }) => typed.length >= 2 && name.toLowerCase().includes(typed))
  if (named.length > 0) return [...new Set(named.map(({ phase }) => phase))]
  const read = systems.flatMap((system) => system.read(value) ?? [])
  if (read.length > 0) return [...new Set(read)]
  throw unknownValue(key, value, [...new Set(names.flatMap(({ phase, name }) => [phase, name]))])
}

function phaseNames(system: StageSystem, phase: string): { phase: string; name: string }[] {
  const code = system.codes.find((one) => system.phase(one) === phase)
  if (code === undefined) return []
  return (['en', 'zh-CN'] as const).map((language) => ({ phase, name: system.phaseName(code, language) }))
}

const statuses: Record<string, Status> = {
  'being-made': 'being-made',
  draft: 'being-made',
  制定中: 'being-made',
  在研: 'being-made',
  'in-force': 'in-force',
  current: 'in-force',
  现行: 'in-force',
  有效: 'in-force',
  'not-yet-in-force': 'not-yet-in-force',
  即将实施: 'not-yet-in-force',
  未实施: 'not-yet-in-force',
  withdrawn: 'withdrawn',
  废止: 'withdrawn',
  published: 'published',
  已发布: 'published',
}

/** What is published is out, be it in force already or not yet. */
function statusesCalled(key: string, value: string): Status[] {
  const status = statuses[value.toLowerCase().replaceAll(/[\s_]+/g, '-')]
  if (status === undefined) throw unknownValue(key, value, Object.keys(statuses))
  return status === 'published' ? ['published', 'in-force', 'not-yet-in-force'] : statusesMeant(status)
}

async function topicCalled(app: App, key: string, value: string): Promise<string[]> {
  const topics = await app.standards.topics()
  const plain = (text: string) => text.toLowerCase().replaceAll(/[\s_-]+/g, '')
  const topic = topics.find((one) => plain(one) === plain(value))
  if (topic === undefined) throw unknownValue(key, value, topics)
  return [topic]
}

async function leadCalled(app: App, key: string, value: string): Promise<string[]> {
  const lead = await app.members.organisationCalled(value)
  if (lead !== undefined) return [lead.id]
  const names = (await app.members.organisations()).flatMap(({ id, names }) => [names.zh, names.en, id])
  throw unknownValue(
    key,
    value,
    names.filter((name) => name !== undefined),
  )
}

function yearCalled(key: string, value: string): number[] {
  if (/^(?:19|20)\d{2}年?$/u.test(value)) return [Number(value.slice(0, 4))]
  throw unknownValue(key, value, ['2026'])
}

const otherKinds: Record<string, ListKind> = {
  国标: 'gb',
  国家标准: 'gb',
  national: 'gb',
  国际: 'iso',
  国际标准: 'iso',
  international: 'iso',
  iec: 'iso',
  'iso/iec': 'iso',
  gbt: 'gb/t',
  gbz: 'gb/z',
  计划: 'plan',
  rfc: 'ietf',
}

function kindCalled(key: string, value: string): ListKind[] {
  const typed = value.toLowerCase().replaceAll(' ', '')
  const kind = listKinds.find((one) => one === typed) ?? otherKinds[typed]
  if (kind === undefined) throw unknownValue(key, value, [...listKinds])
  return [kind]
}

function ownOf({ member, roles }: Caller): NonNullable<ListQuery['mine']> {
  if (member === undefined) throw new UserError('standard-list.stranger')
  const groups = [...new Set(roles.flatMap(({ group }) => (group === undefined ? [] : [group])))]
  return { groups, ...(member.organisation !== undefined && { organisation: member.organisation }) }
}
