import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Pace } from '../../src/domain/delivery/pace.ts'
import type { Decision } from '../../src/domain/notice/rules.ts'
import { createStore, listWorkspaces } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import * as records from './records.ts'

const { database } = await testDatabase()

/** A workspace of its own for a test, with the people and groups that everything refers to. */
async function settled(workspace: string) {
  const store = createStore(database, workspace)
  await records.settleIn(store)
  return store
}

describe('what is put comes back as it was', () => {
  test('committee', async () => {
    const store = createStore(database, 'committee')
    expect(await store.committee.get()).toBeUndefined()
    await store.committee.put(records.committee)
    expect(await store.committee.get()).toStrictEqual(records.committee)
    await store.committee.put(records.bareCommittee)
    expect(await store.committee.get()).toStrictEqual(records.bareCommittee)
  })

  test('groups', async () => {
    const store = await settled('groups')
    expect(await store.groups.all()).toStrictEqual([records.group, records.bareGroup])
    const { channel, channelId, predecessor, from, until, ...bare } = records.group
    await store.groups.put(bare)
    expect(await store.groups.all()).toStrictEqual([bare, records.bareGroup])
    expect(await store.groups.byCode('WG8')).toStrictEqual(bare)
    expect(await store.groups.byCode('wg8')).toBeUndefined()
  })

  test('organisations', async () => {
    const store = await settled('organisations')
    const renamed = { ...records.organisation, names: { zh: '样例大学', en: 'Sample University' } }
    await store.organisations.put(renamed)
    expect(await store.organisations.all()).toStrictEqual([renamed])
  })

  test('members', async () => {
    const store = await settled('members')
    expect(await store.members.all()).toStrictEqual([records.member, records.bareMember])
    expect(await store.members.byId('m-two')).toStrictEqual(records.bareMember)
    expect(await store.members.byId('nobody')).toBeUndefined()
    await store.members.put({ ...records.bareMember, id: 'm-one', slackId: 'U0000009' })
    expect(await store.members.byId('m-one')).toStrictEqual({
      ...records.bareMember,
      id: 'm-one',
      slackId: 'U0000009',
    })
  })

  test('goals with the groups’ part in each, and what was offered', async () => {
    const store = await settled('goals')
    await store.plans.put(records.plan)
    await store.plans.put(records.barePlan)
    await store.goals.addOffer(records.offer)
    await store.goals.put(records.goal)
    await store.goals.put(records.bareGoal)
    await store.goals.put({ ...records.bareGoal, id: 'a-first', year: 2023 })
    expect(await store.goals.all()).toStrictEqual([
      records.goal,
      records.bareGoal,
      { ...records.bareGoal, id: 'a-first', year: 2023 },
    ])
    expect(await store.goals.all(2023)).toHaveLength(1)
    expect(await store.goals.byId('g1')).toStrictEqual(records.goal)
    await store.goals.put({ ...records.goal, groups: [{ group: 'WG8', state: 'accepted' }] })
    expect((await store.goals.byId('g1'))?.groups).toStrictEqual([{ group: 'WG8', state: 'accepted' }])
    expect(await store.goals.byId('g9')).toBeUndefined()
    expect(await store.goals.offer('o-1')).toStrictEqual(records.offer)
    expect(await store.goals.offers(2024)).toStrictEqual([records.offer])
  })

  test('pieces of work, in the order of their making', async () => {
    const store = await settled('work')
    await store.work.put(records.item)
    await store.work.put({ ...records.bareItem, id: 'a-second' })
    await store.work.put(records.bareItem)
    expect(await store.work.all()).toStrictEqual([
      records.item,
      { ...records.bareItem, id: 'a-second' },
      records.bareItem,
    ])
    await store.work.put({ ...records.bareItem, id: 'w1' })
    expect(await store.work.byId('w1')).toStrictEqual({ ...records.bareItem, id: 'w1' })
  })

  test('drafts of plans, and what was decided of them', async () => {
    const store = await settled('drafts')
    await store.plans.putDraft(records.draft)
    const corrected = {
      ...records.draft,
      revision: 2,
      left: 0,
      state: 'taken' as const,
      plan: records.barePlan,
    }
    await store.plans.putDraft(corrected)
    expect(await store.plans.draft('d-1')).toStrictEqual(corrected)
    const { before: _before, after: _after, why: _why, by: _by, ...bare } = records.change
    await store.plans.addChange(records.change)
    await store.plans.addChange({ ...bare, kind: 'goal-made' })
    await store.plans.addChange({ ...bare, year: 2023 })
    expect(await store.plans.changesOf(2024)).toStrictEqual([
      { ...records.change, id: expect.any(Number) },
      { ...bare, kind: 'goal-made', id: expect.any(Number) },
    ])
  })

  test('which decisions a notice tells of', async () => {
    const store = await settled('told')
    const add = (why: string) => store.plans.addChange({ ...records.change, why })
    const [first, second, other] = [await add('first'), await add('second'), await add('other')]
    for (const id of ['n-1', 'n-2']) await store.notices.add(records.newMoves(id, 2, { kind: 'goal-news' }))
    await store.plans.addTold('n-1', [second, first])
    await store.plans.addTold('n-2', [other])
    expect((await store.plans.changesTold('n-1')).map(({ id, why }) => [id, why])).toEqual([
      [first, 'first'],
      [second, 'second'],
    ])
    expect(await store.plans.changesTold('n-3')).toEqual([])
    await expect(store.plans.addTold('n-3', [first])).rejects.toThrow(/foreign key/)
  })

  test('plans, by year', async () => {
    const store = createStore(database, 'plans')
    await store.plans.put(records.plan)
    await store.plans.put(records.barePlan)
    expect(await store.plans.all()).toStrictEqual([records.barePlan, records.plan])
    await store.plans.put({ ...records.barePlan, year: 2024 })
    expect(await store.plans.all()).toStrictEqual([records.barePlan, { ...records.barePlan, year: 2024 }])
  })

  test('standards', async () => {
    const store = await settled('standards')
    await store.standards.put(records.standard)
    await store.standards.put(records.bareStandard)
    expect(await store.standards.all()).toStrictEqual([records.standard, records.bareStandard])
    expect(await store.standards.byId('iso-27090')).toStrictEqual(records.bareStandard)
    expect(await store.standards.byId('none')).toBeUndefined()
    await store.standards.put({ ...records.bareStandard, id: records.standard.id })
    expect(await store.standards.byId(records.standard.id)).toStrictEqual({
      ...records.bareStandard,
      id: records.standard.id,
    })
  })

  test('assignments, with each kind of owner', async () => {
    const store = await settled('assignments')
    const { names } = records.organisation
    const ofOrganisation = {
      ...records.bareAssignment,
      id: 'a-3',
      owner: { kind: 'organisation' as const, id: 'example-university', names },
    }
    const ofGroup = {
      ...records.bareAssignment,
      id: 'a-4',
      group: 'SWG-BDS',
      owner: { kind: 'group' as const, id: 'SWG-BDS', names: records.bareGroup.names },
    }
    const all = [records.assignment, records.bareAssignment, ofOrganisation, ofGroup]
    for (const assignment of all) await store.assignments.put(assignment)
    expect(await store.assignments.all()).toStrictEqual(all)
    expect(await store.assignments.inGroup('SWG-BDS', '2020-01-01')).toStrictEqual([ofGroup])
    expect(await store.assignments.byIds(['a-3', 'gone', 'a-1'])).toStrictEqual([
      ofOrganisation,
      records.assignment,
    ])
    expect(await store.assignments.byIds([])).toStrictEqual([])
    await store.assignments.put({ ...ofGroup, id: 'a-1' })
    expect(await store.assignments.byIds(['a-1'])).toStrictEqual([{ ...ofGroup, id: 'a-1' }])
  })

  test('schedules', async () => {
    const store = await settled('schedules')
    await store.schedules.put(records.schedule)
    await store.schedules.put(records.bareSchedule)
    expect(await store.schedules.all()).toStrictEqual([records.bareSchedule, records.schedule])
    await store.schedules.put({ ...records.bareSchedule, kind: 'reminder' })
    await store.schedules.remove('WG8', 'digest')
    expect(await store.schedules.all()).toStrictEqual([{ ...records.bareSchedule, kind: 'reminder' }])
  })

  test('notices', async () => {
    const store = await settled('notices')
    const { dueAt, ...pending } = records.newNotice('n-1', 2, { assignments: ['a-1', 'a-2'] })
    await store.notices.add({ ...pending, dueAt })
    const untried = { ...pending, attempts: 0, revision: 0, shownRevision: 0, strays: [], mayRepeat: false }
    expect(await store.notices.byId('n-1')).toStrictEqual(untried)
    expect(await store.notices.find('reminder', 'WG8', '2026-11-02')).toStrictEqual(untried)
    expect(await store.notices.find('digest', 'WG8', '2026-11-02')).toBeUndefined()
    await store.notices.add(records.newNotice('n-2', 9, { state: 'withdrawn', reason: 'nothing-due' }))
    expect(await store.notices.latest(10)).toMatchObject([
      { id: 'n-2', state: 'withdrawn', reason: 'nothing-due' },
      { id: 'n-1' },
    ])
    expect(await store.notices.latest(1)).toMatchObject([{ id: 'n-2' }])
    expect(await store.notices.latest(10, 'pending')).toStrictEqual([untried])
    expect(await store.notices.countByState()).toStrictEqual({ pending: 1, withdrawn: 1 })
  })

  test('paces, one for each method', async () => {
    const store = createStore(database, 'paces')
    expect(await store.paces.all()).toStrictEqual([])
    const full: Pace = {
      method: 'chat.postMessage',
      freeAt: new Date('2026-11-02T01:00:00.123Z'),
      heldUntil: new Date('2026-11-02T01:00:30Z'),
      why: 'ratelimited',
      failures: 0,
    }
    const whole: Pace = { method: '*', failures: 7, why: 'ECONNREFUSED' }
    await store.paces.put(full)
    await store.paces.put(whole)
    const byMethod = async () => new Map((await store.paces.all()).map((pace) => [pace.method, pace]))
    expect(await byMethod()).toStrictEqual(
      new Map([
        ['chat.postMessage', full],
        ['*', whole],
      ]),
    )
    await store.paces.put({ method: 'chat.postMessage', failures: 0 })
    expect((await byMethod()).get('chat.postMessage')).toStrictEqual({
      method: 'chat.postMessage',
      failures: 0,
    })
  })

  test('what has become of an assignment, with its moments', async () => {
    const store = await settled('life')
    const fact = { at: new Date('2026-11-02T02:00:00.5Z'), by: 'm-one' }
    const life = {
      given: { at: fact.at },
      accepted: { ...fact, behalf: { kind: 'organisation' as const, id: 'o-1' } },
      declined: { ...fact, why: "年假 '; --" },
      dueAsked: { ...fact, on: '2026-12-01', why: 'late' },
    }
    await store.assignments.put({ ...records.assignment, life })
    expect((await store.assignments.byIds([records.assignment.id]))[0]?.life).toStrictEqual(life)
    // What was decided is kept with its reason; what was put on record before that was kept is read as it is.
    for (const decided of [
      { ...fact, kind: 'refused' as const, on: '2026-12-31', why: 'the ballot' },
      fact,
    ]) {
      await store.assignments.put({ ...records.assignment, life: { decided } })
      const [found] = await store.assignments.byIds([records.assignment.id])
      expect(found?.life).toStrictEqual({ decided })
    }
  })

  test('the audit: each request once, and never changed', async () => {
    const store = await settled('audit')
    const subject = { kind: 'assignment' as const, id: 'a-1' }
    const full = {
      ...records.auditEntry,
      by: 'm-one',
      behalf: { kind: 'group' as const, id: 'WG8' },
      before: { state: 'open' },
      after: { state: 'done', owner: { kind: 'member', id: 'm-one' } },
      note: "已完成 '; --",
    }
    expect(await store.audit.add(records.auditEntry)).toBe(true)
    expect(await store.audit.add({ ...full, request: 'r-1' })).toBe(true)
    expect(await store.audit.add({ ...full, request: 'r-1' })).toBe(false)
    expect(await store.audit.add({ ...full, subject: { ...subject, id: 'a-2' }, request: 'r-1' })).toBe(true)
    expect(await store.audit.add(records.auditEntry)).toBe(true)
    const id = expect.any(Number)
    expect(await store.audit.of(subject)).toStrictEqual([
      { id, ...records.auditEntry },
      { id, ...full },
      { id, ...records.auditEntry },
    ])
    for (const sql of [
      'update rapporteur.audit set what = $$x$$',
      'delete from rapporteur.audit',
      'truncate rapporteur.audit',
    ])
      await expect(database.pool.query(sql)).rejects.toThrow('an entry of the audit is never changed')
    expect(await store.audit.of(subject)).toHaveLength(3)
    expect(await store.audit.subjectOf('assignment', 'accept', 'r-1')).toBe('a-1')
    expect(await store.audit.subjectOf('assignment', 'make', 'r-1')).toBeUndefined()
  })

  test('decisions, of which the last one counts', async () => {
    const store = await settled('decisions')
    await store.notices.add(records.newNotice('n-1', 2))
    await store.notices.add(records.newNotice('n-2', 9))
    expect(await store.decisions.of('n-1')).toBeUndefined()
    const at = new Date('2026-11-02T02:00:00.5Z')
    const bare: Decision = { notice: 'n-1', word: 'retry', at }
    const full: Decision = { notice: 'n-1', word: 'drop', member: 'm-one', why: "已在会上通知 '; --", at }
    await store.decisions.add(bare)
    expect(await store.decisions.of('n-1')).toStrictEqual(bare)
    await store.decisions.add(full)
    expect(await store.decisions.of('n-1')).toStrictEqual(full)
    expect(await store.decisions.of('n-2')).toBeUndefined()
    await expect(store.decisions.add({ ...bare, notice: 'none' })).rejects.toThrow(/foreign key/)
  })

  test('acknowledgements', async () => {
    const store = await settled('acknowledgements')
    await store.notices.add(records.newNotice('n-1', 2))
    await store.notices.add(records.newNotice('n-2', 9))
    const first = {
      notice: 'n-1',
      member: 'm-one',
      slackId: 'U0000001',
      at: new Date('2026-11-02T02:00:00.5Z'),
    }
    const bare = { notice: 'n-2', member: 'm-two', at: new Date('2026-11-09T02:00:00Z') }
    expect(await store.acknowledgements.of('n-1')).toBeUndefined()
    expect(await store.acknowledgements.add(first)).toBe(true)
    expect(await store.acknowledgements.add(bare)).toBe(true)
    expect(await store.acknowledgements.add({ ...bare, notice: 'n-1' })).toBe(false)
    expect(await store.acknowledgements.of('n-1')).toStrictEqual(first)
    expect(await store.acknowledgements.of('n-2')).toStrictEqual(bare)
  })
})

test('groups are listed by kind and number', async () => {
  const store = createStore(database, 'listing')
  const given = ['WG10', 'WG9', 'SG1', 'SWG-ETS', 'TC260', 'WG3']
  for (const code of given) {
    const kind = (['SWG', 'SG', 'TC', 'WG'] as const).find((one) => code.startsWith(one)) ?? 'WG'
    await store.groups.put({ ...records.bareGroup, code, kind })
  }
  expect((await store.groups.all()).map(({ code }) => code)).toEqual([
    'TC260',
    'WG3',
    'WG9',
    'WG10',
    'SWG-ETS',
    'SG1',
  ])
})

test("a group keeps its channel's id until the file names another channel", async () => {
  const store = await settled('channels')
  const { channelId: _, ...fromFile } = records.group
  await store.groups.linkChannel('WG8', 'C0000042')
  await store.groups.put(fromFile)
  expect(await store.groups.byChannel('C0000042')).toStrictEqual({ ...fromFile, channelId: 'C0000042' })
  await store.groups.put({ ...fromFile, channel: '#elsewhere' })
  expect(await store.groups.byChannel('C0000042')).toBeUndefined()
  await store.groups.linkChannel('WG8', 'C0000043')
  await store.groups.linkChannel('WG8', undefined)
  expect(await store.groups.all()).toStrictEqual([{ ...fromFile, channel: '#elsewhere' }, records.bareGroup])
})

test("the committee keeps its channel's id until the file names another channel", async () => {
  const store = createStore(database, 'committee-channel')
  await store.committee.put(records.committee)
  await store.committee.linkChannel('C0000042')
  await store.committee.put(records.committee)
  expect(await store.committee.get()).toStrictEqual({ ...records.committee, channelId: 'C0000042' })
  await store.committee.put({ ...records.committee, channel: '#elsewhere' })
  expect(await store.committee.get()).toStrictEqual({ ...records.committee, channel: '#elsewhere' })
  await store.committee.put({ ...records.committee, channelId: 'C0000043' })
  expect(await store.committee.get()).toStrictEqual({ ...records.committee, channelId: 'C0000043' })
  await store.committee.linkChannel(undefined)
  expect(await store.committee.get()).toStrictEqual(records.committee)
})

test('a member is found by Slack id and by e-mail in any case, and keeps the Slack id that was found', async () => {
  const store = await settled('slack-ids')
  expect(await store.members.byEmail('one@example.ORG')).toStrictEqual(records.member)
  expect(await store.members.byEmail('two@example.org')).toBeUndefined()
  await store.members.linkSlack('m-two', 'U0000002')
  await store.members.put(records.bareMember)
  expect(await store.members.bySlackId('U0000002')).toStrictEqual({
    ...records.bareMember,
    slackId: 'U0000002',
  })
  await expect(store.members.linkSlack('m-one', 'U0000002')).rejects.toThrow(/duplicate key/)
})

test('two members may exchange their e-mail addresses in one transaction', async () => {
  const store = await settled('exchange')
  await store.transaction(async (store) => {
    await store.members.put({ ...records.bareMember, email: 'one@example.org' })
    await store.members.put({ ...records.member, email: 'two@example.org' })
  })
  expect((await store.members.byEmail('one@example.org'))?.id).toBe('m-two')
  await expect(store.members.put({ ...records.bareMember, email: 'TWO@example.org' })).rejects.toThrow(
    /duplicate key/,
  )
})

test("an assignment shows its owner's present name", async () => {
  const store = await settled('owner-names')
  await store.assignments.put(records.assignment)
  await store.members.put({ ...records.member, names: { en: 'Renamed' } })
  expect((await store.assignments.all())[0]?.owner).toStrictEqual({
    kind: 'member',
    id: 'm-one',
    names: { en: 'Renamed' },
    slackId: 'U0000001',
  })
})

test('an assignment of nobody on record is refused', async () => {
  const store = await settled('no-owner')
  const owner = { kind: 'member' as const, id: 'm-nobody', names: {} }
  await expect(store.assignments.put({ ...records.assignment, owner })).rejects.toThrow(/foreign key/)
})

describe('the journal', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 10, day))
  const bare = {
    standard: 'gbt-43697',
    kind: 'move' as const,
    to: '30',
    state: 'accepted' as const,
    recordedAt: at(3),
  }
  const full = {
    ...bare,
    kind: 'correction' as const,
    from: '30',
    to: '60',
    on: '2024-03',
    by: 'm-one',
    why: 'misread',
    source: 'portal',
    recordedAt: at(5),
  }
  const known = { designation: 'GB/T 43697-2024', titles: records.standard.titles, stages: 'gb' }

  async function journal(workspace: string) {
    const store = await settled(workspace)
    await store.standards.put(records.standard)
    await store.standards.put(records.bareStandard)
    return store.standards
  }

  test('tells the accepted moves of one group, oldest first, after one instant and up to another', async () => {
    const standards = await journal('moves')
    const second = await standards.addMove(full)
    const first = await standards.addMove(bare)
    await standards.addMove({ ...bare, standard: 'iso-27090', to: '40.60', recordedAt: at(4) })
    await standards.addMove({ ...bare, state: 'proposed' })
    expect(await standards.moves('WG8', at(1), at(5))).toStrictEqual([
      { id: first, ...bare, ...known },
      { id: second, ...full, ...known },
    ])
    expect(await standards.moves('WG8', at(3), at(4))).toStrictEqual([])
    expect(await standards.movesAmong(['iso-27090', 'none'], at(1), at(5))).toMatchObject([
      { standard: 'iso-27090', to: '40.60' },
    ])
    expect(await standards.movesAmong(['gbt-43697'], at(1), at(5))).toHaveLength(2)
    expect(await standards.movesAmong(['iso-27090'], at(4), at(5))).toStrictEqual([])
    expect(await standards.movesAmong([], at(1), at(5))).toStrictEqual([])
  })

  test('keeps everything of one standard in the order in which it was recorded', async () => {
    const standards = await journal('moves-of-one')
    const wrong = await standards.addMove(bare)
    const right = await standards.addMove({ ...full, corrects: wrong })
    await standards.addMove({ ...bare, standard: 'iso-27090' })
    expect(await standards.movesOf('gbt-43697')).toStrictEqual([
      { id: wrong, ...bare },
      { id: right, ...full, corrects: wrong },
    ])
  })

  test('tells a proposed move from the moment at which it was accepted, which happens once', async () => {
    const standards = await journal('proposed')
    const id = await standards.addMove({ ...bare, state: 'proposed', by: 'm-two' })
    expect(await standards.proposedMoves()).toMatchObject([{ id, by: 'm-two', ...known }])
    expect(await standards.moveById(id)).toMatchObject({ id, state: 'proposed' })
    expect(await standards.decideMove(id, { state: 'accepted', by: 'm-one', at: at(9) })).toBe(true)
    expect(await standards.moveById(id)).toMatchObject({ state: 'accepted', decidedBy: 'm-one' })
    expect(await standards.moveById(id + 999)).toBeUndefined()
    expect(await standards.decideMove(id, { state: 'declined', by: 'm-one', at: at(10) })).toBe(false)
    expect(await standards.proposedMoves()).toStrictEqual([])
    expect(await standards.moves('WG8', at(1), at(8))).toStrictEqual([])
    expect(await standards.moves('WG8', at(8), at(9))).toMatchObject([
      { id, state: 'accepted', decidedBy: 'm-one', decidedAt: at(9) },
    ])
  })

  test('keeps every change of a target and every extension, with its reason', async () => {
    const standards = await journal('targets')
    const changes = [
      { standard: 'gbt-43697', to: '2027-03-01', recordedAt: at(1) },
      {
        standard: 'gbt-43697',
        from: '2027-03-01',
        to: '2027-06-01',
        why: 'comments',
        by: 'm-one',
        recordedAt: at(2),
      },
    ]
    const asked = { standard: 'gbt-43697', askedOn: '2026-11-01', until: '2027-12-31', recordedAt: at(1) }
    for (const change of changes) await standards.addTargetChange(change)
    await standards.addExtension(asked)
    await standards.addExtension({ ...asked, why: 'tests', by: 'm-one' })
    expect(await standards.targetChangesOf('gbt-43697')).toStrictEqual(changes)
    expect(await standards.extensionsOf('gbt-43697')).toStrictEqual([
      asked,
      { ...asked, why: 'tests', by: 'm-one' },
    ])
    expect(await standards.targetChangesOf('iso-27090')).toStrictEqual([])
  })
})

test('what changed since a version is told, and nothing else', async () => {
  const store = await settled('changed-since')
  await store.standards.put(records.standard)
  const version = await store.standards.version()
  await store.standards.put(records.bareStandard)
  expect(await store.standards.changedSince(version)).toStrictEqual([records.bareStandard])
  expect(await store.standards.changedSince(await store.standards.version())).toStrictEqual([])
})

test('the version of the standards grows with every put', async () => {
  const store = await settled('version')
  expect(await store.standards.version()).toBe(0)
  let before = 0
  for (const standard of [records.standard, records.bareStandard, records.standard]) {
    await store.standards.put(standard)
    const version = await store.standards.version()
    expect(version).toBeGreaterThan(before)
    before = version
  }
})

test('a standard that is put beside a transaction is numbered after it', async () => {
  const store = await settled('version-at-once')
  let beside: Promise<void> | undefined
  const first = await store.transaction(async (inner) => {
    await inner.standards.put(records.standard)
    beside = store.standards.put(records.bareStandard)
    await expect.poll(waiting).toBe(true)
    expect(await store.standards.version()).toBe(0)
    return inner.standards.version()
  })
  await beside
  expect(await store.standards.version()).toBeGreaterThan(first)
})

/** Whether somebody in this database waits for another's transaction to end. */
async function waiting(): Promise<boolean> {
  const { rows } = await sql`
    select 1 from pg_locks join pg_database on pg_database.oid = database
    where datname = current_database() and locktype = 'advisory' and not granted
  `.execute(database.tables)
  return rows.length > 0
}

test('an event is new once, also to two who ask at once, until it is forgotten', async () => {
  const store = createStore(database, 'events')
  const at = new Date('2026-11-02T00:00:00Z')
  const answers = await Promise.all(Array.from({ length: 8 }, () => store.events.first('Ev1', at)))
  expect(answers.filter(Boolean)).toHaveLength(1)
  await store.events.forget(at)
  expect(await store.events.first('Ev1', at)).toBe(false)
  await store.events.forget(new Date(at.getTime() + 1))
  expect(await store.events.first('Ev1', at)).toBe(true)
})

test('the workspaces on record are those with a committee', async () => {
  const workspaces = await listWorkspaces(database)
  expect(workspaces).toContain('committee')
  expect(workspaces).not.toContain('plans')
  expect(workspaces).toEqual([...workspaces].sort())
})
