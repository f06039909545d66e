import { beforeAll, describe, expect, test } from 'vitest'
import { actions, completions, events, shortcuts, slashCommands, submissions } from '../../commands/index.ts'
import { createApp } from '../../src/app.ts'
import { isAllowed } from '../../src/contract/permit.ts'
import type { Store } from '../../src/domain/store.ts'
import { type AskedFor, askedFor, type DoneAtOnce, doneAtOnce } from '../../src/views/assignment-buttons.ts'
import { testDatabase } from '../database.ts'
import {
  choosing,
  completing,
  pressing,
  type Records,
  sending,
  sendingsOf,
  telling,
  typing,
  valuesOf,
} from './every-gesture.ts'
import {
  type Came,
  callerOf,
  type Gesturing,
  houseOfRoles,
  made,
  madeForGood,
  now,
  parts,
  roles,
  type Who,
} from './every-role.ts'

const { database } = await testDatabase()
let store: Store
let ours: Records
beforeAll(async () => {
  store = await houseOfRoles(database, 'roles')
  const moves = await store.standards.proposedMoves()
  const moveOf = (id: string) => moves.find(({ standard }) => standard === id)?.id ?? 0
  ours = { group: 'WG8', n: 7, standard: 'gbt-43697', project: 'project', move: moveOf('project') }
})

/** The refusals that say "not you"; every other one is about what was asked for. */
const notYou =
  /^(?:refused\.(?:stranger|observer|any-convenor|chair-or-secretariat|secretariat|convenor|convenor-or-secretariat|no-convenor)|assignment\.for-.*|add-assignment\.leads-none|work\.leads-none|import\.only-secretariat|assignments\.stranger|standard-list\.stranger|snooze\.not-yours|reminder\.none-yours|absence\.not-yours|settings\.stranger)$/
const isRefused = ({ refused, fields = {} }: Came) =>
  [refused ?? '', ...Object.values(fields)].some((key) => notYou.test(key))

const everybody = [...roles]
const listed = roles.filter((who) => who !== 'stranger')
const leads: Who[] = ['convenor', 'deputy', 'standin']
const secretariat: Who[] = ['secretariat']
const theirs: Who[] = ['owner']
/** Those who decide in the group; those and whoever leads another; those who may do what an owner does. */
const deciders: Who[] = [...leads, ...secretariat]
const anyDeciders: Who[] = [...leads, 'other', ...secretariat]
const doers: Who[] = [...theirs, ...deciders]
const participants = listed.filter((who) => who !== 'observer')

const expected = (who: readonly Who[]) => roles.filter((one) => who.includes(one))

/**
 * Whom everything that can be typed is for, written by hand and in no way taken from the table: whoever adds something
 * says here as well whom it is for.
 */
const mayType: Record<string, readonly Who[]> = {
  '/standard': everybody,
  '/standard drift': everybody,
  '/standard follow': listed,
  '/standard unfollow': listed,
  '/standard following': listed,
  '/standard list': everybody,
  '/standard record': deciders,
  '/standard proposals': ['chair', ...secretariat],
  '/standard correct': secretariat,
  '/standard target': deciders,
  '/standard extend': secretariat,
  '/standard history': everybody,
  '/assignments': everybody,
  '/assignments accept': theirs,
  '/assignments decline': theirs,
  '/assignments give': doers,
  '/assignments update': doers,
  '/assignments block': doers,
  '/assignments unblock': doers,
  '/assignments extend': doers,
  '/assignments done': doers,
  '/assignments reopen': doers,
  '/assignments grant': deciders,
  '/assignments deny': deciders,
  '/assignments withdraw': deciders,
  '/assignments add': deciders,
  '/assignments history': everybody,
  '/assignments show': everybody,
  '/assignments why': everybody,
  '/plan': everybody,
  '/plan gaps': everybody,
  '/plan offers': [...leads, 'other', 'chair', ...secretariat],
  '/plan offer': secretariat,
  '/plan goal': secretariat,
  '/plan revise': secretariat,
  '/plan close': secretariat,
  '/plan drop': secretariat,
  '/plan changes': everybody,
  '/plan add': deciders,
  '/plan assign': deciders,
  '/plan step': deciders,
  '/plan done': deciders,
  '/plan risks': everybody,
  '/plan pipeline': everybody,
  '/plan summary': everybody,
  '/plan end': everybody,
  '/wg': everybody,
  '/wg schedule': deciders,
  '/wg send': deciders,
  '/rapporteur': everybody,
  '/rapporteur calendar': everybody,
  '/rapporteur off': secretariat,
  '/rapporteur work': secretariat,
  '/rapporteur unmark': secretariat,
  '/rapporteur away': listed,
  '/rapporteur back': listed,
  '/rapporteur quiet': listed,
  '/rapporteur hear': listed,
  '/rapporteur monday': ['chair', ...secretariat],
}

/** The group is that of the only one in which somebody has a role, or none. */
const ofTheirOnlyGroup: readonly Who[] = [
  ...leads,
  'other',
  ...secretariat,
  'stranger',
  'representative',
  'chair',
]

/** Lines whose meaning is the caller's own, and not of one group or assignment. */
const ofOneself: Record<string, readonly Who[]> = {
  '/assignments': listed,
  '/standard list due 3m mine': listed,
  '/assignments why': listed,
  '/assignments add': anyDeciders,
  '/assignments add @person: write the minutes by 2026-12-15': anyDeciders,
  '/assignments done': participants,
  '/assignments done WG8': participants,
  '/wg schedule reminder Mon 09:00': ofTheirOnlyGroup,
  '/wg schedule reminder 0 9 * * 1': ofTheirOnlyGroup,
  '/wg schedule reminder every 2 weeks': ofTheirOnlyGroup,
  '/wg schedule digest off': ofTheirOnlyGroup,
  '/wg send reminder': ofTheirOnlyGroup,
  '/wg send reminder again': ofTheirOnlyGroup,
}

const mayPress: Record<string, readonly Who[]> = {
  'reminder.acknowledge': leads,
  'asked.acknowledge': leads,
  'asked.act': theirs,
  'reminded.ask': doers,
  'notice.snooze': leads,
  'absence.ask': listed,
  'absence.end': ['deputy', ...secretariat],
  'hearing.ask': listed,
  'proposals.open': secretariat,
  'standard.pick': everybody,
  'standard.choose': everybody,
  'standards.page': everybody,
  'history.show': everybody,
  'proposal.accept': secretariat,
  'proposal.accept-asked': secretariat,
  'proposal.ask-decline': secretariat,
  'schedule.confirm': deciders,
  'schedule.cancel': everybody,
  'import.confirm': secretariat,
  'import.cancel': secretariat,
  'plan.confirm': secretariat,
  'plan.correct': secretariat,
  'plan-part.choose': secretariat,
  'plan.cancel': secretariat,
  'work-list.confirm': anyDeciders,
  'work-list.cancel': anyDeciders,
  'notice.keep': secretariat,
  'notice.retry': secretariat,
  'notice.ask-drop': secretariat,
  'drifts.turn': everybody,
  'standard.follow': listed,
  'standard.unfollow': listed,
  'topic.follow': listed,
  'follow.remove': listed,
  'standard.open': everybody,
  'follow.stop': listed,
  'plan.open': everybody,
  'gaps.open': everybody,
  'gaps.page': everybody,
  'goal.accept': leads,
  'offer.accept': leads,
  'goal.ask-change': leads,
  'goal.ask-decline': leads,
  'goals.offer': secretariat,
  'goal.new': secretariat,
  'goal.ask-revise': secretariat,
  'goal.ask-close': secretariat,
  'goal.ask-drop': secretariat,
  'changes.open': everybody,
  'goal.open': everybody,
  'offers.open': [...leads, 'other', 'chair', ...secretariat],
  'offers.page': ['chair', ...secretariat],
  'risks.open': everybody,
  'run.turn': ['chair', ...secretariat],
  'message.show': ['chair', ...secretariat],
  'message.hold': secretariat,
  'message.release': secretariat,
  'work.ask-add': deciders,
  'assignment.ask-add': deciders,
  'step.ask-take': deciders,
  'work.ask-finish': deciders,
  'work.ask-drop': deciders,
  'work.ask-revise': deciders,
  'work.ask-reopen': deciders,
  'assignment.open': everybody,
  'assignment.act': theirs,
  'assignment.ask': doers,
  'assignment-history.open': everybody,
  'assignment.ask-finish': participants,
  'assignment.why': listed,
  'figure.show': everybody,
  'summary.turn': everybody,
  'reached.close': secretariat,
  'goals.carry': secretariat,
  'untouched.carry': secretariat,
}

const maySend: Record<string, readonly Who[]> = {
  'notice.drop': secretariat,
  'stage.record': deciders,
  'proposal.decline': secretariat,
  'goal.answer': leads,
  'goal.make': secretariat,
  'goal.revise': secretariat,
  'goal.end': secretariat,
  'plan.change': secretariat,
  'plan-part.correct': secretariat,
  'work.add': deciders,
  'assignment.add': deciders,
  'step.take': deciders,
  'work.finish': deciders,
  'work.drop': deciders,
  'work.revise': deciders,
  'work.reopen': deciders,
  'assignment.finish': doers,
  'assignment.explain': theirs,
  'assignment.give': doers,
  'assignment.update': doers,
  'assignment.block': doers,
  'due.move': doers,
  'assignment.make': deciders,
  'notice.put-off': leads,
  'absence.set': listed,
  'hearing.set': listed,
}

const mayChoose: Record<string, readonly Who[]> = {
  'standards.spot': everybody,
  'standard.find': everybody,
  'work.make': anyDeciders,
  'message.assign': anyDeciders,
}
const mayTell: Record<string, readonly Who[]> = {
  app_home_opened: everybody,
  app_mention: everybody,
  'message.im': everybody,
  link_shared: everybody,
  file_shared: anyDeciders,
}
const mayComplete: Record<string, readonly Who[]> = {
  'standard.choose': everybody,
  'group.choose': everybody,
  'kind.choose': everybody,
}

const typed = slashCommands.flatMap(({ command, verb, usage }) => {
  const name = verb === undefined ? command : `${command} ${verb}`
  return usage.map((line) => ({ name, line }))
})

describe('whom each thing is for stands in this test', () => {
  test.each<[string, readonly string[], object]>([
    ['typed', [...new Set(typed.map(({ name }) => name))], mayType],
    ['pressed', actions.map(({ id }) => id), mayPress],
    ['sent', submissions.map(({ id }) => id), maySend],
    ['chosen', shortcuts.map(({ id }) => id), mayChoose],
    ['told', events.map(({ type }) => type), mayTell],
    ['completed', completions.map(({ id }) => id), mayComplete],
  ])('%s', (_what, ids, told) => {
    expect(Object.keys(told).sort()).toEqual([...ids].sort())
  })
})

describe('the table says the same', () => {
  const declared = [
    ...slashCommands.map(({ command, verb, who }) => {
      const name = verb === undefined ? command : `${command} ${verb}`
      return [name, who, mayType[name] ?? []] as const
    }),
    ...actions.map(({ id, who }) => [id, who, mayPress[id] ?? []] as const),
    ...submissions.map(({ id, who }) => [id, who, maySend[id] ?? []] as const),
    ...shortcuts.map(({ id, who }) => [id, who, mayChoose[id] ?? []] as const),
    ...events.map(({ type, who }) => [type, who, mayTell[type] ?? []] as const),
    ...completions.map(({ id, who }) => [id, who, mayComplete[id] ?? []] as const),
  ]
  /** The rest is decided by each assignment, by what a file holds, or by whose the message or the absence is. */
  const byRow = ['owner', 'owner-or-lead']
  const byWhat = ['file_shared', 'notice.snooze', 'notice.put-off', 'absence.end']

  test.each(declared)('of %s: %s', async (name, who, people) => {
    const group = people.includes('other') ? undefined : 'WG8'
    const through = []
    for (const one of roles) if (isAllowed(who, await callerOf(store, one), group)) through.push(one)
    if (byRow.includes(who) || byWhat.includes(name))
      expect(through).toEqual(expect.arrayContaining([...people]))
    else expect(through).toEqual(expected(people))
  })
})

/** Whoever is not refused, of all; nothing at all is left on record of any of it. */
async function letThrough(gestures: readonly Gesturing[]): Promise<Who[]> {
  const through: Who[] = []
  for (const who of roles) {
    const came: Came[] = []
    for (const gesture of gestures) came.push(await made(store, who, gesture))
    const refused = came.filter(isRefused)
    if (refused.length === 0) through.push(who)
    else expect([who, came]).toEqual([who, refused])
  }
  return through
}

describe('for whom it is', () => {
  test.each(typed)('$line', async ({ name, line }) => {
    const who = ofOneself[line] ?? mayType[name] ?? []
    expect(await letThrough([typing(line)])).toEqual(expected(who))
  })

  test.each(actions.map(({ id }) => id))('the button %s', async (id) => {
    const gestures = (valuesOf(ours)[id] ?? []).map((value) => pressing(id, value))
    expect(gestures.length).toBeGreaterThan(0)
    expect(await letThrough(gestures)).toEqual(expected(mayPress[id] ?? []))
  })

  test.each(submissions.map(({ id }) => id))('the modal %s', async (id) => {
    const gestures = (sendingsOf(ours)[id] ?? []).map(([meta, fields]) =>
      sending(id, JSON.stringify(meta), fields),
    )
    expect(gestures.length).toBeGreaterThan(0)
    expect(await letThrough(gestures)).toEqual(expected(maySend[id] ?? []))
  })

  test.each(shortcuts.map(({ id }) => id))('the shortcut %s', async (id) => {
    expect(await letThrough([choosing(id, 'GB/T 43697')])).toEqual(expected(mayChoose[id] ?? []))
  })

  test.each<[string, Record<string, unknown>]>([
    ['app_home_opened', { tab: 'home' }],
    ['app_mention', { text: '<@U0BOT> GB/T 43697', channel: 'C0WG8' }],
    ['message.im', { text: 'GB/T 43697', channel: 'D0' }],
    ['link_shared', { links: [{ url: 'https://example.org' }], channel: 'C0WG8' }],
  ])('the event %s', async (type, event) => {
    expect(await letThrough([telling(type, event)])).toEqual(expected(mayTell[type] ?? []))
  })

  test.each(completions.map(({ id }) => id))('the menu %s', async (id) => {
    for (const who of roles) {
      let offered: unknown
      await made(
        store,
        who,
        completing(id, 'g', (one) => {
          offered = one
        }),
      )
      expect([who, Array.isArray(offered)]).toEqual([who, true])
    }
  })
})

describe('each thing that a button does about an assignment is for whom its verb is', () => {
  const mayDoAtOnce: Record<DoneAtOnce, readonly Who[]> = { accept: theirs, unblock: doers, grant: deciders }
  const mayAsk: Record<AskedFor, readonly Who[]> = {
    decline: theirs,
    refuse: deciders,
    reopen: doers,
    withdraw: deciders,
    give: doers,
    update: doers,
    block: doers,
    due: doers,
    finish: doers,
  }
  const pressed = (id: string, kind: string, assignment = 'a7') =>
    pressing(id, JSON.stringify({ assignment, kind }))

  test.each(doneAtOnce.map((kind) => [kind]))('at once: %s', async (kind) => {
    expect(await letThrough([pressed('assignment.act', kind)])).toEqual(expected(mayDoAtOnce[kind]))
  })

  test.each(askedFor.map((kind) => [kind]))('with words: %s', async (kind) => {
    expect(await letThrough([pressed('assignment.ask', kind)])).toEqual(expected(mayAsk[kind]))
  })

  test('in a message in person: unblock', async () => {
    expect(await letThrough([pressed('asked.act', 'unblock')])).toEqual(expected(doers))
  })

  test('what waits for an organisation goes on by the word of whoever represents it as well', async () => {
    const found = await createApp(parts(store)).assignments.byId('a7')
    if (found === undefined) throw new Error('a7 is gone')
    const waitsFor = { kind: 'organisation' as const, id: 'bank' }
    await store.assignments.put({
      ...found,
      id: 'a77',
      life: { blocked: { at: now, by: 'owner', why: 'their draft', waitsFor } },
    })
    for (const id of ['asked.act', 'assignment.act'])
      expect(await letThrough([pressed(id, 'unblock', 'a77')])).toEqual(
        expected([...doers, 'representative']),
      )
    for (const [kind, who] of Object.entries(mayAsk))
      expect(await letThrough([pressed('assignment.ask', kind, 'a77')])).toEqual(expected(who))
  })
})

describe('what a stand-in does is on record as done for the one who is away', () => {
  const behalf = { kind: 'member', id: 'deputy' }

  test('a decision about an assignment', async () => {
    const app = createApp(parts(store))
    const { refused } = await madeForGood(
      app,
      'standin',
      typing('/assignments extend a7 2026-12-31 because late'),
    )
    expect(refused).toBeUndefined()
    const entry = (await app.assignments.history('a7')).at(-1)
    expect(entry).toMatchObject({ what: 'set-due', by: 'standin', behalf })
  })

  test('an answer to an offer, which they are asked for', async () => {
    const app = createApp(parts(store))
    const value = JSON.stringify({ goal: 'g70', group: 'WG8' })
    expect((await madeForGood(app, 'standin', pressing('goal.accept', value))).refused).toBeUndefined()
    const [entry] = await store.audit.of({ kind: 'goal', id: 'g70' })
    expect(entry).toMatchObject({ what: 'accept', by: 'standin', behalf })
    expect((await app.groups.deputies('WG8')).map(({ id }) => id)).toEqual(['deputy', 'standin'])
  })
})
