import type { InputBlock } from '@slack/types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actions, slashCommands, submissions } from '../../commands/index.ts'
import type { FilledIn } from '../../src/contract/submission.ts'
import { byOperator, type Via } from '../../src/domain/audit/rules.ts'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { doneBy } from '../done-by.ts'
import { newNotice } from '../store/records.ts'
import { type Asker, type Desk, deskOn, type Outcome } from './desk.ts'
import { filledIn } from './filled-in.ts'
import { plan2026, plan2027 } from './plan-documents.ts'

/** What shows something, or asks for more, and changes nothing. */
const changesNothing = {
  commands: [
    ...['', 'drift', 'following', 'list', 'proposals', 'history'].map((verb) => `/standard ${verb}`),
    ...['add', 'history', 'why'].map((verb) => `/assignments ${verb}`),
    ...[
      '',
      'gaps',
      'offers',
      'offer',
      'goal',
      'revise',
      'close',
      'drop',
      'changes',
      'add',
      'assign',
      'step',
    ].map((verb) => `/plan ${verb}`),
    ...['done', 'risks', 'pipeline', 'summary', 'end'].map((verb) => `/plan ${verb}`),
    ...['', 'schedule'].map((verb) => `/wg ${verb}`),
    ...['', 'calendar', 'monday'].map((verb) => `/rapporteur ${verb}`),
  ],
  actions: [
    'absence.ask',
    'hearing.ask',
    'message.show',
    'proposals.open',
    'reminded.ask',
    'run.turn',
    'assignment-history.open',
    'assignment.ask',
    'assignment.ask-add',
    'assignment.ask-finish',
    'assignment.why',
    'changes.open',
    'drifts.turn',
    'figure.show',
    'gaps.open',
    'gaps.page',
    'goal.ask-change',
    'goal.ask-close',
    'goal.ask-decline',
    'goal.ask-drop',
    'goal.ask-revise',
    'goal.new',
    'goal.open',
    'history.show',
    'import.cancel',
    'notice.ask-drop',
    'offers.open',
    'offers.page',
    'plan-part.choose',
    'plan.correct',
    'plan.open',
    'proposal.ask-decline',
    'risks.open',
    'schedule.cancel',
    'standard.choose',
    'standard.open',
    'standard.pick',
    'standards.page',
    'step.ask-take',
    'summary.turn',
    'work-list.cancel',
    'work.ask-add',
    'work.ask-drop',
    'work.ask-finish',
    'work.ask-reopen',
    'work.ask-revise',
  ],
}

const { database } = await testDatabase()
const pine: Asker = { member: 'pine' }
const lotus: Asker = { member: 'lotus' }
const jasmine: Asker = { member: 'jasmine' }
/** The day, in the year in which the sample's assignments are owed, on which a year's end is near. */
const now = '2026-12-15T02:00:00Z'

let desk: Desk
const performed = new Set<string>()
let requests = 0

/** A workspace of its own. */
async function open(workspace: string): Promise<void> {
  desk = await deskOn(database, workspace, now)
}
const store = () => createStore(database, desk.app.workspace)

type Entry = { by_member: string | null; via: Via; what: string }
async function entriesOf(request: string): Promise<Entry[]> {
  const { rows } = await database.pool.query<Entry>(
    'select by_member, via, what from rapporteur.audit where workspace = $1 and request = $2',
    [desk.app.workspace, request],
  )
  return rows
}

/** What every table holds of the workspace, in short. */
async function allRows(): Promise<Record<string, string>> {
  tables ??= (
    await database.pool.query<{ name: string }>(
      `select table_name as name from information_schema.columns
      where table_schema = 'rapporteur' and column_name = 'workspace' order by 1`,
    )
  ).rows.map(({ name }) => name)
  const sums = tables.map(
    (name) => `select '${name}' as name, md5(string_agg(row::text, ' ' order by row::text)) as sum
      from rapporteur.${name} row where workspace = $1`,
  )
  const { rows } = await database.pool.query<{ name: string; sum: string }>(sums.join(' union all '), [
    desk.app.workspace,
  ])
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]))
}
let tables: string[] | undefined

/** One gesture, which Slack brings twice: it is on record with who and from where, and changes something once. */
async function once(
  name: string,
  who: Asker,
  via: Via,
  gesture: (who: Asker) => Promise<Outcome>,
): Promise<Outcome> {
  const request = `gesture-${++requests}`
  const first = await gesture({ ...who, request })
  const { kind, why, fields, text } = first
  if (kind === 'refused') throw new Error(`${name} was refused: ${JSON.stringify({ why, fields, text })}`)
  const entries = await entriesOf(request)
  expect(entries, name).not.toEqual([])
  for (const entry of entries) expect(entry, name).toMatchObject({ by_member: who.member, via })
  const after = await allRows()
  await gesture({ ...who, request })
  expect(await allRows(), name).toStrictEqual(after)
  performed.add(name)
  return first
}

const ask = (typed: string, who: Asker) => {
  const [command = '', verb = ''] = typed.split(' ')
  const hasVerb = slashCommands.some((one) => one.command === command && one.verb === verb)
  return once(`${command} ${hasVerb ? verb : ''}`, who, 'command', (me) => desk.ask(typed, me))
}
const press = (id: string, value: string | object, who: Asker, via: Via = 'button') =>
  once(id.split(':')[0] ?? id, who, via, (me) =>
    desk.press(id, typeof value === 'string' ? value : JSON.stringify(value), me),
  )
const send = (id: string, meta: object | string, fields: FilledIn, who: Asker) =>
  once(id, who, 'modal', (me) =>
    desk.send(id, typeof meta === 'string' ? meta : JSON.stringify(meta), fields, me),
  )
/** Sends the modal that was opened, with what was changed in it. */
const sendOpened = ({ view }: Outcome, fields: FilledIn, who: Asker) => {
  if (view === undefined) throw new Error('no modal was opened')
  // People are chosen from Slack's own menu, which nothing stands in.
  const isPeople = (block: { type: string }) =>
    block.type === 'input' && (block as InputBlock).element.type === 'users_select'
  const blocks = view.blocks.filter((block) => !isPeople(block))
  return send(
    view.callback_id ?? '',
    view.private_metadata ?? '',
    { ...filledIn({ ...view, blocks }), ...fields },
    who,
  )
}

function buttonOf({ message, words }: Outcome, id: string): string {
  for (const block of message?.blocks ?? [])
    if (block.type === 'actions')
      for (const element of block.elements)
        if (element.type === 'button' && element.action_id?.split(':')[0] === id) return element.value ?? ''
  throw new Error(`no ${id} below ${words}`)
}

describe('about standards', () => {
  const name = '20250001-T-469'
  beforeAll(async () => {
    await open('once-standards')
    for (const nth of [1, 2, 3, 4])
      await store().standards.put({
        id: `plan-${nth}`,
        designation: `2025000${nth}-T-469`,
        otherNames: [],
        titles: { zh: `示例要求之${nth}` },
        stages: 'gb',
        stage: '20',
        stageSince: '2025-08-01',
        plannedOn: '2025-07-01',
        asOf: '2026-11-01',
        source: 'the portal',
        group: 'WG8',
        replaces: [],
        twins: [],
        topics: ['data-security'],
        history: [],
      })
  })

  test('stages, targets and extensions', async () => {
    await ask(`/standard target ${name} 2027-03-01`, pine)
    await ask(`/standard extend ${name} 2028-03-01 because a second comment period is needed`, pine)
    await ask(`/standard record ${name} 30 on 2026-11-20`, pine)
    await ask(`/standard correct ${name} 30 on 2026-11-21 because the minutes say so`, pine)
    const opened = await desk.ask('/standard record 20250002-T-469', pine)
    await sendOpened(opened, { stage: '30', day: '2026-12-01' }, pine)
    for (const nth of [2, 3, 4]) await desk.ask(`/standard record 2025000${nth}-T-469 30`, lotus)
    const [one, other, third] = await desk.app.recordings.proposals()
    const [first, second] = [one, other].map((proposal) => String(proposal?.id))
    await press('proposal.accept', first ?? '', pine)
    await press('proposal.accept-asked', second ?? '', pine)
    expect(third).toBeUndefined()
    await desk.ask('/standard record 20250003-T-469 40', lotus)
    const [proposal] = await desk.app.recordings.proposals()
    await send('proposal.decline', { proposal: String(proposal?.id) }, { why: 'not yet' }, pine)
  })

  test('one that a stage is recorded of again, with a reason, is recorded once', async () => {
    await ask('/standard record 20250004-T-469 30 because a second draft is out', pine)
    expect((await desk.app.recordings.journal('plan-4'))?.moves).toHaveLength(2)
  })

  test('a proposal of its convenor is theirs', async () => {
    await ask(`/standard record ${name} 40`, lotus)
  })

  test('what members follow', async () => {
    const id = 'plan-1'
    await ask(`/standard follow ${name}`, lotus)
    await ask(`/standard unfollow ${name}`, lotus)
    await press('standard.follow', id, lotus)
    await press('standard.unfollow', id, lotus)
    await press('topic.follow', 'data-security', lotus)
    await press('follow.remove', 'topic:data-security', lotus)
    await desk.press('standard.follow', id, lotus)
    await press('follow.stop:0', `standard:${id}`, lotus)
    expect(await desk.app.follows.all('lotus')).toEqual([])
  })

  test('a list that the secretariat drops', async () => {
    const shown = await desk.drop('list.csv', '标准号,标准名称,状态\nGB/T 90001—2026,甲,现行\n', pine)
    await press('import.confirm', buttonOf(shown, 'import.confirm'), pine, 'file')
  })
})

describe('about what groups hear', () => {
  beforeAll(() => open('once-notices'))

  /** A reminder of WG8 that stands in its channel. */
  async function reminded(): Promise<string> {
    await desk.ask('/wg send WG8 reminder again', lotus)
    for (let tries = 0; tries < 9; tries++) {
      desk.pass(2_000)
      const { claimed } = await desk.app.deliveries.claim(20)
      for (const one of claimed)
        await desk.app.deliveries.settle(one, { kind: 'said', channelId: 'C-WG8', ts: `1.${++requests}` }, [])
      const said = claimed.find(({ kind, sentAt }) => kind === 'reminder' && sentAt === undefined)
      if (said !== undefined) return said.id
    }
    throw new Error('no reminder was said')
  }

  test('sent by hand, acknowledged, put off', async () => {
    await ask('/wg send WG8 digest', lotus)
    await press('reminder.acknowledge', await reminded(), lotus)
    await press('asked.acknowledge', await reminded(), lotus)
    const put = await reminded()
    await press('notice.snooze', { notice: put, until: 'tomorrow' }, lotus)
    await send('notice.put-off', { notice: put }, { until: '2026-12-20' }, lotus)
  })

  test('held, and let go again', async () => {
    await press('message.hold', 'reminder 2026-12-21 1 1 reminder WG8', pine)
    await press('message.release', 'reminder 2026-12-21 1 1 reminder WG8', pine)
  })

  test('fitted to oneself: absences, quiet hours', async () => {
    await ask('/rapporteur away 2026-11-01 to 2026-12-31', lotus)
    await ask('/rapporteur back', lotus)
    await ask('/rapporteur quiet 1 a week', lotus)
    await ask('/rapporteur hear moves off', lotus)
    await send('hearing.set', '{}', { quiet: 'off', 'per-week': 'usual', moves: 'weekly' }, lotus)
    await send('absence.set', '{}', { 'away-from': '2027-02-01', 'away-until': '2027-02-05' }, lotus)
    const own = (await store().absences.since('2027-02-01')).find(({ member }) => member === 'lotus')
    await press('absence.end', own?.id ?? '', lotus)
  })

  test('decided, where it could not be said', async () => {
    for (const [nth, id] of ['keep', 'retry', 'drop'].entries()) {
      await store().notices.add(newNotice(id, nth + 2, { group: `WG${nth + 3}` }))
      desk.pass(2_000)
      for (const { id: claimed, claim } of await store().notices.claim(desk.app.now(), 60_000, {
        say: 9,
        look: 0,
        edit: 0,
      }))
        await store().notices.settle(claimed, claim, {
          state: 'ambiguous',
          reason: 'x',
          uncertainSince: desk.app.now(),
        })
    }
    await press('notice.keep', 'keep', pine)
    await press('notice.retry', 'retry', pine)
    await send('notice.drop', { notice: 'drop' }, { why: 'too late' }, pine)
  })

  test('by their schedules and on their days', async () => {
    await ask('/wg schedule WG8 digest off', lotus)
    await press('schedule.confirm', { group: 'WG8', kind: 'reminder', cron: '0 10 * * 2' }, lotus)
    await ask('/rapporteur off 2026-12-24 because of the move', pine)
    await ask('/rapporteur unmark 2026-12-24', pine)
    await ask('/rapporteur work 2026-12-26 because of the move', pine)
  })
})

describe('about assignments', () => {
  const id = 'wg8-02'
  beforeAll(async () => {
    await open('once-assignments')
    await desk.app.members.linkUsers([
      { slackId: 'U0JASMINE', email: 'jasmine@example.org' },
      { slackId: 'U0ORIOLE', email: 'oriole@example.org' },
    ])
  })
  /** One that jasmine owes. */
  async function owed(): Promise<string> {
    const owner = { kind: 'member' as const, id: 'jasmine', names: { en: 'Jasmine Sample' } }
    const given = { titles: { en: 'Write it' }, group: 'WG8', owner, standards: [], dueOn: '2027-01-15' }
    const made = await desk.app.assignments.add(given, byOperator)
    if (!made.ok) throw new Error(made.why)
    return made.assignment.id
  }

  test('typed', async () => {
    await ask(`/assignments ${id}`, jasmine)
    await ask(`/assignments accept ${id}`, jasmine)
    await ask(`/assignments update ${id} half of it`, jasmine)
    await ask(`/assignments block ${id} because the draft is missing`, jasmine)
    await ask(`/assignments unblock ${id}`, jasmine)
    await ask(`/assignments extend ${id} 2027-02-01 because of the comments`, jasmine)
    await ask(`/assignments deny ${id} because the plenary stays`, lotus)
    await ask(`/assignments extend ${id} 2027-02-01 because of more comments`, jasmine)
    await ask(`/assignments grant ${id}`, lotus)
    await ask(`/assignments give ${id} to oriole because we met`, jasmine)
    await ask(`/assignments show ${id}`, { member: 'oriole' })
    await ask(`/assignments decline ${id} because I am on leave`, { member: 'oriole' })
    await ask(`/assignments done ${id} https://example.org/x`, lotus)
    await ask(`/assignments reopen ${id} because a table is missing`, lotus)
    await ask(`/assignments withdraw ${id} because it is not needed`, lotus)
  })

  test('pressed and filled in', async () => {
    const [first, second, third] = [await owed(), await owed(), await owed()]
    await press('assignment.open', first, jasmine)
    await press('assignment.act', { assignment: first, kind: 'accept' }, jasmine)
    await press('asked.act', { assignment: second, kind: 'accept' }, jasmine)
    const opened = (verb: string, who: Asker, of = first) => desk.ask(`/assignments ${verb} ${of}`, who)
    await sendOpened(await opened('update', jasmine), { news: 'half of it' }, jasmine)
    await sendOpened(await opened('block', jasmine), { why: 'the draft is missing' }, jasmine)
    await sendOpened(await opened('extend', jasmine), { due: '2027-02-01', why: 'of that' }, jasmine)
    await sendOpened(await opened('give', jasmine), { owner: 'U0ORIOLE', why: 'we met' }, jasmine)
    await send('assignment.explain', { assignment: second, kind: 'withdraw' }, { why: 'not needed' }, lotus)
    await sendOpened(
      await desk.ask('/assignments done', jasmine),
      { which: third, day: '2026-12-14' },
      jasmine,
    )
    await send('assignment.make', {}, { group: 'WG8', task: 'Write it' }, lotus)
  })
})

describe('about plans', () => {
  beforeAll(() => open('once-plans'))
  const goalOf = async (points: string[], year = 2026) => {
    const made = { year, texts: { en: 'Systems' }, points, kinds: [], groups: ['WG8'] }
    return (await desk.app.goals.make(made, doneBy('pine'))).id
  }
  const accepted = async (point: string) => {
    const id = await goalOf([point])
    await desk.app.goals.offer(2026, doneBy('pine'))
    await desk.press('goal.accept', JSON.stringify({ goal: id, group: 'WG8' }), lotus)
    return id
  }
  const training = {
    'evidence-day': '2026-11-20',
    'evidence-place': 'Chengdu',
    'evidence-people': '40',
    'evidence-link': 'https://example.org/training',
  }

  test('taken in from a document, corrected, and changed by another edition', async () => {
    const gone = await desk.drop('plan.txt', plan2026, pine)
    await press('plan.cancel', buttonOf(gone, 'plan.cancel'), pine)
    const shown = await desk.drop('plan.txt', plan2026, pine)
    const { view: asked } = await desk.press('plan.correct', buttonOf(shown, 'plan.correct'), pine)
    const draft = /[\w-]+\/1\/plan/.exec(JSON.stringify(asked))?.[0] ?? ''
    const opened = await desk.press('plan-part.choose', draft, pine)
    const corrected = await sendOpened(opened, { title: '2026年度重点工作' }, pine)
    await press('plan.confirm', buttonOf(corrected, 'plan.confirm'), pine)
    const edition = await desk.drop('plan.txt', plan2026.replace('抓紧', '加快'), pine)
    const why = await desk.press('plan.confirm', buttonOf(edition, 'plan.confirm'), pine)
    await sendOpened(why, { why: 'the plenary' }, pine)
    const next = await desk.drop('plan.txt', plan2027, pine)
    await desk.press('plan.confirm', buttonOf(next, 'plan.confirm'), pine)
    expect((await desk.app.plans.all()).map(({ year }) => year)).toEqual(expect.arrayContaining([2026, 2027]))
  })

  test('goals', async () => {
    const opened = await desk.press('goal.new', '2026-1.1', pine)
    await sendOpened(opened, { groups: ['WG8'] }, pine)
    expect((await desk.app.goals.offered(2026)).length).toBe(0)
    const [goal] = (await desk.app.plans.goals()).filter(({ year }) => year === 2026)
    const id = goal?.id ?? ''
    await press('goals.offer', buttonOf(await desk.ask('/plan offer 2026', pine), 'goals.offer'), pine)
    await press('goal.accept', { goal: id, group: 'WG8' }, lotus)
    const change = await desk.press('goal.ask-revise', id, pine)
    await sendOpened(change, { why: 'later', day: '2026-12-31' }, pine)
    const other = await goalOf(['2026-1.2'])
    const [offer] = await desk.app.goals.offer(2026, doneBy('pine'))
    await press('offer.accept', { offer: offer?.id }, lotus)
    const third = await goalOf(['2026-1.2'])
    await desk.app.goals.offer(2026, doneBy('pine'))
    await send('goal.answer', { goal: third, group: 'WG8', word: 'decline' }, { why: 'too early' }, lotus)
    await send('goal.end', { goal: other, state: 'dropped' }, { why: 'no money' }, pine)
  })

  test('work and what is owed for it', async () => {
    const place = { goal: await accepted('2026-1.1'), group: 'WG8' }
    const card = await send('work.add', { place }, { kind: 'study', title: 'A study', task: 'Ask' }, lotus)
    const [, item = ''] = /^Work (w\d+)/.exec(card.words) ?? []
    expect((await desk.app.work.byId(item))?.titles).toMatchObject({ en: 'A study' })
    await send('assignment.add', { item }, { task: 'Write the report' }, lotus)
    const step = (await desk.app.work.kinds()).find(({ id }) => id === 'study')?.steps[0]?.id ?? ''
    await send('step.take', { item }, { step, day: '2026-11-20' }, lotus)
    const revising = await desk.press('work.ask-revise', item, lotus)
    await sendOpened(revising, { en: 'The study', why: 'the meeting' }, lotus)
    await send('work.drop', { item }, { why: 'no money' }, lotus)
    await send('work.reopen', { item }, { why: 'there is some' }, lotus)
    await send('work.finish', { item }, { day: '2026-11-20', ...training }, lotus)
    const list = '目标,工作项,类型,工作组,截止,任务,责任人,任务截止\n'
    const rows = `${place.goal},银行调研,study,WG8,2026-12-31,走访三家银行,jasmine,2026-12-20\n`
    const shown = await desk.drop('工作.csv', list + rows, lotus)
    await press('work-list.confirm', buttonOf(shown, 'work-list.confirm'), lotus, 'file')
  })

  test('the end of the year', async () => {
    const reached = { goal: await accepted('2026-1.1'), group: 'WG8' }
    const added = await desk.send(
      'work.add',
      JSON.stringify({ place: reached }),
      { kind: 'training', title: 'Held' },
      lotus,
    )
    const [, held = ''] = /^Work (w\d+)/.exec(added.words) ?? []
    await desk.send('work.finish', JSON.stringify({ item: held }), { day: '2026-11-20', ...training }, lotus)
    const untouched = await accepted('2026-1.1')
    const end = () => desk.ask('/plan end 2026', pine)
    await press('reached.close', buttonOf(await end(), 'reached.close'), pine)
    await press('goals.carry', buttonOf(await end(), 'goals.carry'), pine)
    await press('untouched.carry', buttonOf(await end(), 'untouched.carry'), pine)
    expect((await desk.app.goals.byId(untouched))?.state).toBe('carried')
  })
})

// What stands on the lists and changes something was performed above; what is new is to be performed there, too.
afterAll(() => {
  const listed = [
    ...slashCommands.map(({ command, verb = '' }) => `${command} ${verb}`),
    ...actions.map(({ id }) => id),
    ...submissions.map(({ id }) => id),
  ]
  const quiet = new Set([...changesNothing.commands, ...changesNothing.actions])
  expect(listed.filter((name) => !quiet.has(name) && !performed.has(name))).toEqual([])
  expect([...quiet].filter((name) => !listed.includes(name))).toEqual([])
})
