import { type AppParts, createApp, type SlackDoors } from '../../src/app.ts'
import { type Caller, callerFor } from '../../src/contract/caller.ts'
import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import type { Reply } from '../../src/contract/reply.ts'
import type { CommitteeRecords } from '../../src/domain/committee/rules.ts'
import { slackLimits } from '../../src/domain/delivery/pace.ts'
import type { Member, Role } from '../../src/domain/member/rules.ts'
import { type Plan, pointId } from '../../src/domain/plan/rules.ts'
import type { Standard } from '../../src/domain/standard/rules.ts'
import type { Store } from '../../src/domain/store.ts'
import type { WorkingGroup } from '../../src/domain/working-group/rules.ts'
import { readCron } from '../../src/queue/cron.ts'
import { createStore, type Database } from '../../src/store/open-store.ts'
import { newNotice } from '../store/records.ts'

/** A Monday in Shanghai. */
export const now = new Date('2026-11-23T04:00:00Z')
/** Stands in every text of the closed group's records, and nowhere else. */
export const canary = 'Quetzal'
/** The page of its standard. */
export const hiddenPage = 'https://std.samr.gov.cn/gb/search/gbDetailed?id=D4BEFFF4EB2B241DE05397BE0A0AF581'

function member(id: string, organisation: string, ...roles: Role[]): Member {
  const name = `${id[0]?.toUpperCase()}${id.slice(1)} Sample`
  return { id, names: { en: name }, organisation, slackId: `U0${id.toUpperCase()}`, roles }
}

/** One of each who may or may not. WG8 is theirs, WG9 another group, WG7 a closed one. */
const members = [
  member('observer', 'lab', { role: 'observer', group: 'WG8' }),
  member('plain', 'lab', { role: 'member', group: 'WG8' }),
  member('owner', 'tech', { role: 'member', group: 'WG8' }),
  member('representative', 'bank', { role: 'representative' }),
  member('colleague', 'bank', { role: 'member', group: 'WG8' }),
  member('convenor', 'cesi', { role: 'convenor', group: 'WG8' }),
  member('deputy', 'cesi', { role: 'deputy', group: 'WG8' }),
  member('other', 'cesi', { role: 'convenor', group: 'WG9' }),
  member('chair', 'cesi', { role: 'chair' }),
  member('secretariat', 'cesi', { role: 'secretariat' }),
  // The deputy is away, and this one stands in.
  member('standin', 'tech', { role: 'member', group: 'WG8' }),
  member('insider', 'tech', { role: 'convenor', group: 'WG7' }),
]

/** Everybody by their role, a stranger to the committee included. */
export const roles = [
  'stranger',
  'observer',
  'plain',
  'representative',
  'owner',
  'convenor',
  'deputy',
  'other',
  'chair',
  'secretariat',
  'standin',
] as const
export type Who = (typeof roles)[number] | 'colleague' | 'insider'

function group(code: string, change: Partial<WorkingGroup> = {}): WorkingGroup {
  const names = { en: `Group ${code}` }
  const channel = `#${code.toLowerCase()}`
  return {
    code,
    kind: 'WG',
    names,
    channel,
    channelId: `C0${code}`,
    zone: 'Asia/Shanghai',
    language: 'en',
    ...change,
  }
}

function plan(year: number): Plan {
  const point = (number: string) => ({
    id: pointId(year, number),
    number,
    texts: { en: `Sentence ${number}.` },
  })
  return {
    year,
    names: { en: `Plan of ${year}` },
    areas: [
      { number: 1, names: { en: 'First' }, points: [point('1.1')] },
      { number: 2, names: { en: 'Second' }, points: [point('2.1'), point('2.2'), point('2.3')] },
    ],
  }
}

const records: CommitteeRecords = {
  committee: {
    id: 'tc900',
    names: { en: 'Example Committee' },
    formerNames: [],
    zone: 'Asia/Shanghai',
    languages: ['en'],
  },
  groups: [group('WG7', { isClosed: true }), group('WG8'), group('WG9')],
  schedules: ['WG7', 'WG8'].flatMap((code) => [
    { group: code, kind: 'reminder' as const, cron: '0 9 * * 1' },
    { group: code, kind: 'digest' as const, cron: '0 16 * * 5' },
  ]),
  organisations: ['lab', 'tech', 'bank', 'cesi'].map((id) => ({ id, names: { en: `Organisation ${id}` } })),
  members,
  plans: [plan(2024), plan(2026)],
  goals: [],
}

function standard(id: string, designation: string, change: Partial<Standard>): Standard {
  return {
    id,
    designation,
    otherNames: [],
    titles: { en: `Requirements ${id}` },
    stages: 'gb',
    stage: '20',
    asOf: '2026-11-01',
    source: 'the portal',
    replaces: [],
    twins: [],
    topics: ['data-security'],
    history: [],
    ...change,
  }
}

/** What a group has: `n` numbers its records, `word` stands in their texts. */
async function groupWork(store: Store, code: string, n: number, word: string): Promise<void> {
  const titles = (what: string) => ({ en: `${what} ${word}` })
  await store.goals.addOffer({ id: `o${n}`, year: 2026, group: code, offeredAt: now, by: 'secretariat' })
  const goal = { year: 2026, kinds: [], state: 'open' as const, isTouched: true }
  await store.goals.put({
    ...goal,
    id: `g${n}`,
    texts: titles('Goal'),
    points: [pointId(2026, '2.3')],
    groups: [{ group: code, state: 'accepted' }],
  })
  await store.goals.put({
    ...goal,
    id: `g${n}0`,
    texts: titles('Offered'),
    points: [pointId(2026, '2.2')],
    groups: [{ group: code, state: 'offered', offer: `o${n}` }],
  })
  const item = { kind: 'study', goals: [`g${n}`], group: code, standards: [], topics: [], evidence: {} }
  await store.work.put({
    ...item,
    id: `w${n}`,
    titles: titles('Study'),
    steps: [],
    planned: [],
    state: 'open',
  })
  await store.plans.addChange({
    year: 2026,
    kind: 'goal-made',
    subject: `g${n}`,
    after: titles('Goal'),
    why: word,
    touched: [`w${n}`, `a${n}`],
    by: 'secretariat',
    at: now,
  })
  await store.assignments.put({
    id: `a${n}`,
    titles: titles('Report'),
    group: code,
    owner: { kind: 'member', id: 'owner', names: {} },
    dueOn: '2026-11-30',
    state: 'open',
    standards: [],
    goals: [],
    items: [`w${n}`],
    life: {},
  })
  await store.assignments.put({
    id: `a${n}0`,
    titles: titles('Comments'),
    group: code,
    owner: { kind: 'organisation', id: 'bank', names: {} },
    dueOn: '2026-11-20',
    state: 'open',
    standards: [],
    goals: [],
    items: [],
    life: {},
  })
  await store.notices.add(newNotice(`reminder-${n}`, 16, { group: code, assignments: [`a${n}`] }))
}

/** The committee in a workspace of its own: WG8 with the records 7, WG9 with 5, the closed WG7 with 9. */
export async function houseOfRoles(database: Database, workspace: string): Promise<Store> {
  const store = createStore(database, workspace)
  const app = createApp({ store, readCron, now: () => now })
  await app.committees.importCommittee(records)
  await store.standards.putAll([
    standard('gbt-43697', 'GB/T 43697-2024', { group: 'WG8', stage: '60' }),
    standard('project', '20262852-T-469', { group: 'WG8' }),
    standard('iso-27090', 'ISO/IEC DIS 27090', { stages: 'iso', stage: '40.20' }),
    standard('elsewhere', 'GB/T 90909-2025', { group: 'WG9', stage: '60' }),
    standard('hidden', 'GB/T 77777-2025', {
      group: 'WG7',
      stage: '60',
      titles: { en: `Requirements ${canary}` },
      topics: ['data-security', canary.toLowerCase()],
      url: hiddenPage,
      history: [{ stage: '20', on: '2024' }],
    }),
    standard('hidden-project', '20267777-T-469', { group: 'WG7', titles: { en: `Project ${canary}` } }),
  ])
  for (const [id, to] of [
    ['project', '30'],
    ['hidden-project', '30'],
  ] as const)
    for (const state of ['proposed', 'accepted'] as const)
      await store.standards.addMove({
        standard: id,
        kind: 'move',
        from: '20',
        to,
        on: '2026-11-20',
        state,
        source: id === 'project' ? 'the minutes' : canary,
        recordedAt: now,
        by: 'plain',
      })
  await groupWork(store, 'WG8', 7, 'ours')
  await groupWork(store, 'WG9', 5, 'theirs')
  await groupWork(store, 'WG7', 9, canary)
  await store.work.put({
    id: 'w3',
    titles: { en: 'Seminar ours' },
    kind: 'seminar',
    goals: ['g7'],
    group: 'WG8',
    standards: [],
    topics: [],
    steps: [],
    planned: [],
    evidence: {},
    state: 'open',
  })
  await store.plans.putDraft({
    id: 'd-1',
    plan: plan(2027),
    left: 0,
    revision: 1,
    state: 'open',
    madeAt: now,
    by: 'secretariat',
  })
  await store.notices.add(newNotice('question', 17))
  for (const id of ['gbt-43697', 'hidden-project'])
    for (const who of ['observer', 'plain', 'owner', 'insider', 'chair'])
      await store.follows.add({ member: who, kind: 'standard', value: id, since: now, language: 'en' })
  await say(store)
  await store.absences.put(
    { id: 'away-7', member: 'deputy', from: '2026-11-20', until: '2026-11-27', standIn: 'standin' },
    now,
  )
  return store
}

/** Everything that waits to be said stands in its channel. */
async function say(store: Store): Promise<void> {
  for (;;) {
    const claimed = await store.notices.claim(now, 60_000, { say: 9, look: 0, edit: 0 })
    if (claimed.length === 0) return
    for (const { id, claim, group = '' } of claimed)
      await store.notices.settle(id, claim, {
        state: 'sent',
        channelId: `C0${group}`,
        ts: `${1_764_000_000 + id.length}.000${id.length}`,
        sentAt: now,
      })
  }
}

/** Whoever makes a gesture, with the app in which they make it. */
export type Gesturing = (app: ReturnType<typeof createApp>, caller: Caller) => Promise<Reply>

/** What came of a gesture: its reply, or the keys of the texts that refused it. */
export type Came = { reply?: Reply; refused?: string; fields?: Record<string, string> }

class Undone extends Error {}

const unheard = () => Promise.reject(new Error('nobody speaks to Slack here'))
/** Knows nobody, and has no file that anybody shared. */
const silentSlack: SlackDoors = {
  messenger: { post: unheard, edit: unheard, remove: unheard, find: unheard },
  directory: { channels: unheard, users: unheard, user: async () => undefined },
  files: { download: async () => ({ kind: 'refused', error: 'file_not_found' }) },
}

/** What an app of this house is made of. */
export function parts(store: Store): AppParts {
  return { store, readCron, now: () => now, limits: slackLimits(100_000), slack: silentSlack }
}

/** Makes a gesture as somebody, in the midst of what they are in, and takes back whatever it changed. */
export async function made(
  store: Store,
  who: Who,
  gesture: Gesturing,
  place: Partial<Pick<Caller, 'channelId' | 'isSpoken' | 'group'>> = {},
): Promise<Came> {
  let came: Came = {}
  try {
    await store.transaction(async (store) => {
      let count = 0
      const app = createApp({ ...parts(store), newId: () => `new-${++count}` })
      const caller = await callerIn(app, who, place.channelId)
      came = await cameOf(() => gesture(app, { ...caller, ...place }))
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return came
}

/** Somebody as a handler meets them. */
export function callerOf(store: Store, who: Who): Promise<Caller> {
  return callerIn(createApp({ store, readCron, now: () => now }), who)
}

function callerIn(app: ReturnType<typeof createApp>, who: Who, channelId?: string): Promise<Caller> {
  const found = members.find(({ id }) => id === who)
  return callerFor(app, {
    slackId: found?.slackId ?? 'U0STRANGER',
    request: 'r1',
    locale: 'en-GB',
    zone: 'Asia/Shanghai',
    ...(found !== undefined && { member: found }),
    ...(channelId !== undefined && { channelId }),
  })
}

/** What comes of a gesture that is made for good. */
export async function madeForGood(
  app: ReturnType<typeof createApp>,
  who: Who,
  gesture: Gesturing,
): Promise<Came> {
  const caller = await callerIn(app, who)
  return cameOf(() => gesture(app, caller))
}

async function cameOf(gesture: () => Promise<Reply>): Promise<Came> {
  try {
    return { reply: await gesture() }
  } catch (error) {
    if (error instanceof UserError) return { refused: error.key }
    if (!(error instanceof FieldErrors)) throw error
    const fields = Object.entries(error.fields).map(([field, { key }]) => [field, key])
    return { refused: 'fields', fields: Object.fromEntries(fields) }
  }
}
