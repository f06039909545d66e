import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/domain/store.ts'
import { createStore, type Database } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import * as records from './records.ts'

const { database } = await testDatabase()

/** Every method of every noun, as `noun.method`: one that is added to the port and not here does not compile. */
type Nouns = Omit<Store, 'workspace' | 'transaction'>
type Method = { [Noun in keyof Nouns]: `${Noun}.${Extract<keyof Nouns[Noun], string>}` }[keyof Nouns]

/** Those that only read, and `claim`, which must find nothing to write to. */
type ReadingMethod =
  | Extract<
      Method,
      `${string}.${'get' | 'all' | 'of' | 'find' | 'latest' | 'claim' | 'moves' | 'version' | 'followsVersion'}`
    >
  | Extract<
      Method,
      | `${string}.by${string}`
      | `${string}.in${string}`
      | 'notices.countByState'
      | `assignments.${'open' | 'countOpen' | 'heldBy' | 'undecided' | 'givenBy' | 'ids' | 'ofPlans' | 'openOfNoPlan'}`
      | `audit.${'subjectOf' | 'ofAny' | 'ofRequest' | 'search'}`
      | 'absences.since'
      | 'holds.on'
      | 'notices.asksOn'
      | 'notices.heldSince'
      | `plans.${'draft' | 'changesOf' | 'changesTold'}`
      | `goals.${'offer' | 'offers' | 'ids' | 'pointsOfClosed'}`
      | 'work.ids'
    >
  | Extract<
      Method,
      `notices.${'askedSince' | 'remindersSince' | 'keys' | 'unsettled' | 'toMember' | 'ofRun' | 'unreported' | 'waiting' | 'heardUpTo' | 'newestOfMoves' | 'newestStanding' | 'movesOf'}`
    >
  | Extract<
      Method,
      `standards.${'changedSince' | 'moveById' | 'topics' | 'undistributedMoves' | 'movesOf' | 'movesAmong' | 'proposedMoves' | 'targetChangesOf' | 'extensionsOf'}`
    >

const now = new Date('2026-11-30T00:00:00Z')
const since = new Date('2020-01-01T00:00:00Z')
const move = {
  standard: records.standard.id,
  kind: 'move' as const,
  to: '60',
  state: 'proposed' as const,
  recordedAt: now,
}
const target = { standard: records.standard.id, to: '2027-03-01', recordedAt: now }
const extension = {
  standard: records.standard.id,
  askedOn: '2026-11-30',
  until: '2027-06-30',
  recordedAt: now,
}
const follow = {
  member: 'm-one',
  kind: 'topic' as const,
  value: 'data-security',
  since,
  language: 'en' as const,
}
const later = new Date('2030-01-01T00:00:00Z')
const answer = { notice: 'n-1', member: 'm-one', at: now }
const markedDay = { day: '2026-12-31', isWorked: false, group: 'WG8', at: now }
const absence = { id: 'b-1', member: 'm-one', from: '2026-12-01', until: '2026-12-14' }
const snooze = { notice: 'n-1', until: '2026-12-07', member: 'm-one', at: now }
const hold = { kind: 'reminder' as const, recipient: 'WG8', on: '2026-11-30', by: 'm-one', at: now }
const oneOfEach = { say: 1, look: 1, edit: 1 }
const message = { channelId: 'C0000777', ts: '7.7' }

/** What each method answers in a workspace in which nothing was ever put, whatever stands in another. */
const readings: Record<ReadingMethod, [(store: Store) => Promise<unknown>, unknown]> = {
  'roster.followsVersion': [(store) => store.roster.followsVersion(), '0:0'],
  'roster.version': [(store) => store.roster.version(), Array(7).fill('0:0').join(' ')],
  'committee.get': [(store) => store.committee.get(), undefined],
  'groups.all': [(store) => store.groups.all(), []],
  'groups.byCode': [(store) => store.groups.byCode('WG8'), undefined],
  'groups.byChannel': [(store) => store.groups.byChannel('C0000008'), undefined],
  'organisations.all': [(store) => store.organisations.all(), []],
  'members.all': [(store) => store.members.all(), []],
  'members.byId': [(store) => store.members.byId('m-one'), undefined],
  'members.bySlackId': [(store) => store.members.bySlackId('U0000001'), undefined],
  'members.byEmail': [(store) => store.members.byEmail('one@example.org'), undefined],
  'plans.all': [(store) => store.plans.all(), []],
  'plans.draft': [(store) => store.plans.draft('d-1'), undefined],
  'plans.changesOf': [(store) => store.plans.changesOf(2024), []],
  'plans.changesTold': [(store) => store.plans.changesTold('n-4'), []],
  'goals.all': [(store) => store.goals.all(), []],
  'goals.ids': [(store) => store.goals.ids(), []],
  'goals.pointsOfClosed': [(store) => store.goals.pointsOfClosed(), []],
  'goals.byId': [(store) => store.goals.byId('g1'), undefined],
  'goals.offer': [(store) => store.goals.offer('o-1'), undefined],
  'goals.offers': [(store) => store.goals.offers(2024), []],
  'work.all': [(store) => store.work.all(), []],
  'work.ids': [(store) => store.work.ids(), []],
  'work.byId': [(store) => store.work.byId('w1'), undefined],
  'standards.all': [(store) => store.standards.all(), []],
  'standards.byId': [(store) => store.standards.byId(records.standard.id), undefined],
  'standards.byIds': [(store) => store.standards.byIds([records.standard.id]), []],
  'standards.topics': [(store) => store.standards.topics(), []],
  'standards.undistributedMoves': [(store) => store.standards.undistributedMoves(10), []],
  'standards.changedSince': [(store) => store.standards.changedSince(0), []],
  'standards.moveById': [async (store) => store.standards.moveById(await theirMove()), undefined],
  'standards.movesOf': [(store) => store.standards.movesOf(records.standard.id), []],
  'standards.moves': [(store) => store.standards.moves('WG8', since, now), []],
  'standards.movesAmong': [(store) => store.standards.movesAmong([records.standard.id], since, now), []],
  'standards.proposedMoves': [(store) => store.standards.proposedMoves(), []],
  'standards.targetChangesOf': [(store) => store.standards.targetChangesOf(records.standard.id), []],
  'standards.extensionsOf': [(store) => store.standards.extensionsOf(records.standard.id), []],
  'standards.version': [(store) => store.standards.version(), 0],
  'assignments.all': [(store) => store.assignments.all(), []],
  'assignments.inGroup': [(store) => store.assignments.inGroup('WG8', '2020-01-01'), []],
  'assignments.open': [(store) => store.assignments.open({}, '2026-11-30', 10), []],
  'assignments.countOpen': [
    (store) => store.assignments.countOpen({}, '2026-11-30'),
    { overdue: 0, soon: 0, later: 0, undated: 0 },
  ],
  'assignments.heldBy': [(store) => store.assignments.heldBy({ groups: ['WG8'] }), []],
  'assignments.undecided': [(store) => store.assignments.undecided(['WG8'], 10), { first: [], count: 0 }],
  'assignments.givenBy': [
    (store) => store.assignments.givenBy({ by: 'm-one', owner: {}, decidesFor: [] }, '2026-11-30', 10),
    { first: [], count: 0 },
  ],
  'assignments.ids': [(store) => store.assignments.ids(), []],
  'assignments.ofPlans': [(store) => store.assignments.ofPlans(), []],
  'assignments.openOfNoPlan': [(store) => store.assignments.openOfNoPlan(), []],
  'assignments.byIds': [(store) => store.assignments.byIds(['a-1']), []],
  'follows.all': [(store) => store.follows.all(), []],
  'follows.of': [(store) => store.follows.of('m-one'), []],
  'schedules.all': [(store) => store.schedules.all(), []],
  'notices.byId': [(store) => store.notices.byId('n-1'), undefined],
  'notices.byIdStart': [(store) => store.notices.byIdStart('n', 10), []],
  'notices.keys': [(store) => store.notices.keys('reminder', ['2026-11-02']), []],
  'notices.heldSince': [(store) => store.notices.heldSince('reminder', new Date(0)), []],
  'notices.ofRun': [(store) => store.notices.ofRun('reminder', '2026-11-02'), []],
  'notices.unreported': [(store) => store.notices.unreported(since), []],
  'notices.waiting': [(store) => store.notices.waiting(now), []],
  'notices.heardUpTo': [(store) => store.notices.heardUpTo('reminder', 'WG8', later), undefined],
  'notices.newestOfMoves': [(store) => store.notices.newestOfMoves(['m-one']), []],
  'notices.movesOf': [(store) => store.notices.movesOf('n-4'), []],
  'notices.find': [(store) => store.notices.find('reminder', 'WG8', '2026-11-02'), undefined],
  'notices.toMember': [(store) => store.notices.toMember('moves', 'm-one', 'n-4'), undefined],
  'notices.latest': [(store) => store.notices.latest(10), []],
  'notices.countByState': [(store) => store.notices.countByState(), {}],
  'notices.unsettled': [(store) => store.notices.unsettled(since, 10), { first: [], count: 0 }],
  'notices.claim': [(store) => store.notices.claim(now, 1_000, oneOfEach), []],
  'paces.all': [(store) => store.paces.all(), []],
  'audit.subjectOf': [(store) => store.audit.subjectOf('assignment', 'accept', 'r-1'), undefined],
  'audit.ofAny': [(store) => store.audit.ofAny('assignment', ['a-1'], since), []],
  'audit.ofRequest': [(store) => store.audit.ofRequest({ kind: 'assignment', id: 'a-1' }, 'r-1'), undefined],
  'audit.search': [(store) => store.audit.search({}, 9), []],
  'notices.askedSince': [(store) => store.notices.askedSince(since), []],
  'notices.newestStanding': [(store) => store.notices.newestStanding('reminder', 'WG8'), undefined],
  'notices.remindersSince': [(store) => store.notices.remindersSince(since), []],
  'audit.of': [(store) => store.audit.of({ kind: 'assignment', id: 'a-1' }), []],
  'markedDays.all': [(store) => store.markedDays.all(), []],
  'absences.since': [(store) => store.absences.since('2020-01-01'), []],
  'holds.on': [(store) => store.holds.on('2026-11-30'), []],
  'notices.asksOn': [(store) => store.notices.asksOn('2026-11-30'), []],
  'snoozes.of': [(store) => store.snoozes.of('n-1'), undefined],
  'hearing.all': [(store) => store.hearing.all(), []],
  'hearing.of': [(store) => store.hearing.of('m-one'), undefined],
  'decisions.of': [(store) => store.decisions.of('n-1'), undefined],
  'acknowledgements.of': [(store) => store.acknowledgements.of('n-1'), undefined],
}

/** Every method that writes, in an order in which each has what it refers to, and with the ids of the other. */
const writings: Record<Exclude<Method, ReadingMethod>, (store: Store) => Promise<unknown>> = {
  'committee.put': (store) => store.committee.put(records.bareCommittee),
  'committee.linkChannel': (store) => store.committee.linkChannel('C0000777'),
  'groups.put': async (store) => {
    await store.groups.put({ ...records.bareGroup, code: 'WG8' })
    await store.groups.put({ ...records.bareGroup, names: { en: 'Mine' } })
  },
  'groups.linkChannel': (store) => store.groups.linkChannel('WG8', 'C0000777'),
  'organisations.put': (store) => store.organisations.put({ ...records.organisation, names: { en: 'Mine' } }),
  'members.put': async (store) => {
    await store.members.put({ ...records.bareMember, id: 'm-one', email: 'one@example.org' })
    await store.members.put(records.bareMember)
  },
  'members.linkSlack': (store) => store.members.linkSlack('m-one', 'U0000777'),
  'plans.put': (store) => store.plans.put({ ...records.barePlan, year: records.plan.year }),
  'plans.putDraft': (store) => store.plans.putDraft({ ...records.draft, revision: 9 }),
  'plans.addChange': (store) => store.plans.addChange({ ...records.change, why: 'mine' }),
  'goals.addOffer': (store) => store.goals.addOffer({ ...records.offer, year: 2020 }),
  'goals.put': (store) => store.goals.put({ ...records.bareGoal, id: 'g1' }),
  'work.put': (store) => store.work.put({ ...records.bareItem, id: 'w1' }),
  'standards.put': (store) =>
    store.standards.put({ ...records.bareStandard, id: records.standard.id, group: 'WG8' }),
  'standards.putAll': (store) => store.standards.putAll([records.bareStandard]),
  'standards.addMoves': (store) => store.standards.addMoves([move]),
  'standards.addMove': (store) => store.standards.addMove(move),
  'standards.decideMove': async (store) =>
    expect(
      await store.standards.decideMove(await theirMove(), { state: 'accepted', by: 'm-one', at: now }),
    ).toBe(false),
  'standards.setDistributed': async (store) => store.standards.setDistributed([await theirAcceptedMove()]),
  'standards.addTargetChange': (store) => store.standards.addTargetChange(target),
  'standards.addExtension': (store) => store.standards.addExtension(extension),
  'assignments.put': (store) => store.assignments.put({ ...records.bareAssignment, id: 'a-1' }),
  'follows.add': async (store) => expect(await store.follows.add(follow)).toBe(true),
  'follows.remove': async (store) => expect(await store.follows.remove('m-one', follow)).toBe(true),
  'schedules.put': (store) => store.schedules.put({ ...records.bareSchedule, kind: 'reminder' }),
  'schedules.remove': (store) => store.schedules.remove('WG8', 'reminder'),
  'notices.add': async (store) => expect(await store.notices.add(records.newNotice('n-1', 2))).toBe(true),
  'plans.addTold': async (store) => store.plans.addTold('n-1', [await store.plans.addChange(records.change)]),
  'notices.settle': async (store) =>
    expect(await store.notices.settle('n-1', await theirClaim(), { state: 'failed' })).toBe(false),
  'notices.decide': async (store) =>
    expect(await store.notices.decide('n-2', 'pending', { state: 'withdrawn', mayRepeat: true })).toBe(false),
  'notices.addFurther': (store) => store.notices.addFurther('n-1', message),
  'notices.seen': async (store) => expect(await store.notices.seen('n-1', message, now)).toBe(false),
  'notices.addMoves': async (store) =>
    store.notices.addMoves('n-1', 'm-one', [await store.standards.addMove({ ...move, state: 'accepted' })]),
  'notices.takeMoves': async (store) => store.notices.takeMoves('n-1', await theirClaim(), 'm-one'),
  'notices.supersede': (store) => store.notices.supersede('reminder', 'WG8', now),
  'notices.revise': (store) => store.notices.revise('n-1'),
  'notices.reviseNaming': (store) => store.notices.reviseNaming('a-1', since),
  'notices.reviseAsking': (store) => store.notices.reviseAsking('WG8', since),
  'notices.reviseAbout': (store) => store.notices.reviseAbout('reminder-report', '2026-11-02'),
  'paces.put': (store) => store.paces.put({ method: '*', failures: 9, heldUntil: now }),
  'decisions.add': (store) => store.decisions.add({ notice: 'n-1', word: 'drop', at: now }),
  'audit.addAll': (store) => store.audit.addAll([records.auditEntry]),
  'audit.add': (store) => store.audit.add(records.auditEntry),
  'markedDays.put': (store) => store.markedDays.put({ ...markedDay, isWorked: true }),
  'markedDays.remove': async (store) =>
    expect(await store.markedDays.remove(markedDay.day, markedDay.group)).toBe(true),
  'absences.put': (store) => store.absences.put({ ...absence, until: absence.from }, now),
  'absences.remove': (store) => store.absences.remove(absence.id),
  'snoozes.add': (store) => store.snoozes.add({ ...snooze, until: '2027-01-01' }),
  'holds.add': async (store) => expect(await store.holds.add(hold)).toBe(true),
  'holds.release': async (store) => expect(await store.holds.release(hold, { at: now })).toBe(true),
  'hearing.put': (store) => store.hearing.put({ member: 'm-one', perWeek: 9 }),
  'members.setSlackZone': (store) => store.members.setSlackZone('m-one', 'Asia/Tokyo'),
  'acknowledgements.add': async (store) => expect(await store.acknowledgements.add(answer)).toBe(true),
  'events.first': async (store) => expect(await store.events.first('Ev1', now)).toBe(true),
  'events.forget': (store) => store.events.forget(new Date('2030-01-01T00:00:00Z')),
}

beforeAll(() => fill(createStore(database, 'theirs')))

test('nothing of one workspace is seen in another', async () => {
  const empty = createStore(database, 'empty')
  for (const [method, [read, nothing]] of Object.entries(readings))
    expect([method, await read(empty)]).toStrictEqual([method, nothing])
})

test('nothing that is written in one workspace changes another', async () => {
  const before = await rowsOf(database, 'theirs')
  expect(Object.values(before).every((rows) => rows.length > 0)).toBe(true)
  const mine = createStore(database, 'mine')
  for (const [method, write] of Object.entries(writings)) {
    await write(mine)
    expect([method, await rowsOf(database, 'theirs')]).toStrictEqual([method, before])
  }
})

/** Puts something in every table. */
async function fill(store: Store): Promise<void> {
  await records.settleIn(store)
  await store.plans.put(records.plan)
  await store.standards.put(records.standard)
  await store.standards.addMove(move)
  const accepted = await store.standards.addMove({ ...move, state: 'accepted' })
  await store.standards.addTargetChange(target)
  await store.standards.addExtension(extension)
  await store.plans.putDraft(records.draft)
  const change = await store.plans.addChange(records.change)
  await store.goals.addOffer(records.offer)
  await store.goals.put(records.goal)
  await store.work.put(records.item)
  await store.assignments.put(records.assignment)
  await store.audit.add(records.auditEntry)
  await store.schedules.put(records.schedule)
  await store.notices.add(records.newNotice('n-1', 2))
  await store.notices.add(records.newNotice('n-2', 9))
  await store.notices.add(records.newReport('r-1', 2))
  await store.notices.add(records.newMoves('n-4', 9))
  await store.notices.addMoves('n-4', 'm-one', [accepted])
  await store.plans.addTold('n-4', [change])
  await store.follows.add(follow)
  await store.notices.claim(now, 60_000, { say: 1, look: 0, edit: 0 })
  await store.paces.put({ method: '*', failures: 0 })
  await store.decisions.add({ notice: 'n-1', word: 'retry', at: now })
  await store.markedDays.put(markedDay)
  await store.absences.put(absence, now)
  await store.snoozes.add(snooze)
  await store.holds.add(hold)
  await store.hearing.put({ member: 'm-one', quietHours: { from: '19:00', until: '09:00' } })
  await store.acknowledgements.add(answer)
  await store.events.first('Ev1', now)
}

async function theirClaim(): Promise<string> {
  const { rows } = await sql<{ claim: string }>`
    select claim from rapporteur.notices where workspace = 'theirs' and claim is not null
  `.execute(database.tables)
  return rows[0]?.claim ?? ''
}

async function theirMove(): Promise<number> {
  const [move] = await createStore(database, 'theirs').standards.proposedMoves()
  return move?.id ?? 0
}

async function theirAcceptedMove(): Promise<number> {
  const [move] = await createStore(database, 'theirs').standards.undistributedMoves(1)
  return move?.id ?? 0
}

/** All rows of a workspace as text, by table. */
async function rowsOf({ tables }: Database, workspace: string): Promise<Record<string, string[]>> {
  const found = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'rapporteur' and column_name = 'workspace' order by table_name
  `.execute(tables)
  const entries = found.rows.map(async ({ name }) => {
    const { rows } = await sql<{ row: string }>`
      select t::text as row from ${sql.id('rapporteur', name)} t where workspace = ${workspace} order by 1
    `.execute(tables)
    return [name, rows.map(({ row }) => row)] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}
