import { actions, answer, completions, events, shortcuts, submissions } from '../../commands/index.ts'
import { nothing } from '../../src/contract/reply.ts'
import type { FilledIn } from '../../src/contract/submission.ts'
import type { Gesturing } from './every-role.ts'

/** What a group's records are called, for gestures about them. */
export type Records = {
  group: string
  n: number
  standard: string
  project: string
  /** The number of the entry of the proposed move of its project. */
  move: number
}

const why = { why: 'because' }

/** A value of each button that leads to the group's records; several, where a button does several things. */
export function valuesOf({ group, n, standard, project, move }: Records): Record<string, string[]> {
  const json = (value: unknown) => JSON.stringify(value)
  const asked = json({ goal: `g${n}0`, group })
  const seen = json({ year: 2026, seen: 'x' })
  const page = json({ year: 2026, page: 1 })
  return {
    'reminder.acknowledge': [`reminder-${n}`],
    'asked.acknowledge': [`reminder-${n}`],
    'asked.act': [json({ assignment: `a${n}`, kind: 'accept' })],
    'reminded.ask': [json({ notice: `reminder-${n}`, kind: 'update' })],
    'notice.snooze': [json({ notice: `reminder-${n}`, until: 'tomorrow' })],
    'absence.ask': ['new'],
    'absence.end': [`away-${n}`],
    'hearing.ask': ['mine'],
    'proposals.open': ['all'],
    'standard.pick': [standard],
    'standard.choose': [standard],
    'standards.page': [
      json({ of: 'find', text: 'requirements', from: 0 }),
      json({ of: 'list', text: '', from: 0 }),
    ],
    'history.show': [project],
    'proposal.accept': [`${move}`],
    'proposal.accept-asked': [`${move}`],
    'proposal.ask-decline': [`${move}`],
    'schedule.confirm': [json({ group, kind: 'reminder', cron: '0 8 * * 2' })],
    'schedule.cancel': ['x'],
    'import.confirm': [json({ file: 'F123', digest: 'x', version: 1 })],
    'import.cancel': ['list.csv'],
    'plan.confirm': [json({ draft: 'd-1', revision: 1, compared: 'x' })],
    'plan.correct': ['d-1/1'],
    'plan-part.choose': ['d-1/1/plan'],
    'plan.cancel': ['d-1'],
    'work-list.confirm': [json({ file: 'F123', digest: 'x', seen: 'x' })],
    'work-list.cancel': ['work.csv'],
    'notice.keep': ['question'],
    'notice.retry': ['question'],
    'notice.ask-drop': ['question'],
    'drifts.turn': [json({ page: 1 }), json({ group, page: 1 })],
    'standard.follow': [standard],
    'standard.unfollow': [standard],
    'topic.follow': ['data-security'],
    'follow.remove': [`standard:${standard}`],
    'standard.open': [standard],
    'follow.stop': [`standard:${standard}`],
    'plan.open': ['', '2.3', `g${n}`, `w${n}`, `g${n}0`].map((what) => json({ year: 2026, what })),
    'gaps.open': ['2026'],
    'gaps.page': [
      json({ year: 2026 }),
      json({ year: 2026, group, kind: 'goals-without-assignment', page: 1 }),
    ],
    'goal.accept': [asked],
    'offer.accept': [json({ offer: `o${n}` })],
    'goal.ask-change': [asked],
    'goal.ask-decline': [asked],
    'goals.offer': [json({ year: 2026, seen: '1 1:1' })],
    'goal.new': ['2026-2.3'],
    'goal.ask-revise': [`g${n}`],
    'goal.ask-close': [`g${n}`],
    'goal.ask-drop': [`g${n}`],
    'changes.open': ['', `g${n}`, '2.3'].map((what) => json({ year: 2026, what, page: 1 })),
    'goal.open': [`g${n}`],
    'offers.open': ['2026'],
    'offers.page': [page],
    'risks.open': ['2026'],
    'run.turn': ['reminder 2026-11-30 1 1 reminder *'],
    'message.show': [`reminder 2026-11-30 1 1 reminder ${group}`],
    'message.hold': [`reminder 2026-11-30 1 1 reminder ${group}`],
    'message.release': [`reminder 2026-11-30 1 1 reminder ${group}`],
    'work.ask-add': [`g${n}`],
    'assignment.ask-add': [`w${n}`, `g${n}`],
    'step.ask-take': [`w${n}`],
    'work.ask-finish': [`w${n}`],
    'work.ask-drop': [`w${n}`],
    'work.ask-revise': [`w${n}`],
    'work.ask-reopen': [`w${n}`],
    'assignment.open': [`a${n}`, `a${n}0`],
    'assignment.act': [json({ assignment: `a${n}`, kind: 'accept' })],
    'assignment.ask': [json({ assignment: `a${n}`, kind: 'update' })],
    'assignment-history.open': [json({ assignment: `a${n}`, page: 1 })],
    'assignment.ask-finish': ['mine'],
    'assignment.why': ['mine'],
    'figure.show': [json({ year: 2026, kind: 'study', counter: 'done', language: 'en' })],
    'summary.turn': [json({ year: 2026, language: 'en' })],
    'reached.close': [seen],
    'goals.carry': [seen],
    'untouched.carry': [seen],
  }
}

/** What each modal brings along about the group's records, and what is filled in. */
export function sendingsOf({
  group,
  n,
  project,
  move,
}: Records): Record<string, [meta: unknown, FilledIn][]> {
  const item = { item: `w${n}` }
  const assignment = { assignment: `a${n}` }
  const place = JSON.stringify({ goal: `g${n}`, group })
  return {
    'notice.drop': [[{ notice: 'question' }, why]],
    'stage.record': [
      [
        { standard: project, seen: '20' },
        { stage: '30', day: '2026-11-20' },
      ],
    ],
    'proposal.decline': [[{ proposal: String(move) }, why]],
    'goal.answer': [[{ goal: `g${n}0`, group, word: 'decline' }, why]],
    'goal.make': [
      [
        { year: 2026, point: '2026-2.3' },
        { en: 'New', points: '2.3', groups: [group] },
      ],
    ],
    'goal.revise': [
      [
        { goal: `g${n}`, seen: 1 },
        { en: 'Changed', points: '2.3', groups: [group], ...why },
      ],
    ],
    'goal.end': [[{ goal: `g${n}`, state: 'dropped' }, why]],
    'plan.change': [[{ draft: 'd-1', revision: 1, compared: 'x' }, why]],
    'plan-part.correct': [
      [
        { draft: 'd-1', revision: 1, part: 'plan' },
        { title: 'New', year: '2027' },
      ],
    ],
    'work.add': [[{}, { place, kind: 'study', title: 'New' }]],
    'assignment.add': [
      [item, { task: 'New' }],
      [{}, { place, task: 'New' }],
    ],
    'step.take': [[item, { step: 'begun', day: '2026-11-20' }]],
    'work.finish': [[item, { day: '2026-11-20' }]],
    'work.drop': [[item, why]],
    'work.revise': [
      [
        { ...item, seen: 0 },
        { en: 'Changed', ...why },
      ],
    ],
    'work.reopen': [[item, why]],
    'assignment.finish': [[{}, { which: `a${n}`, day: '2026-11-20' }]],
    'assignment.explain': [[{ ...assignment, kind: 'decline' }, why]],
    'assignment.give': [[assignment, { 'owner-group': 'WG8' }]],
    'assignment.update': [[assignment, { news: 'half' }]],
    'assignment.block': [[assignment, why]],
    'due.move': [[assignment, { due: '2026-12-31', ...why }]],
    'assignment.make': [[{}, { group, task: 'New' }]],
    'notice.put-off': [[{ notice: `reminder-${n}` }, { until: '2026-11-30' }]],
    'absence.set': [[{}, { 'away-from': '2026-12-14', 'away-until': '2026-12-18' }]],
    'hearing.set': [[{}, { quiet: 'usual', 'per-week': 'usual', moves: 'at-once' }]],
  }
}

/** Types a line behind its command. */
export function typing(line: string): Gesturing {
  const [, command = '', text = ''] = /^(\/\S+) ?(.*)$/su.exec(line) ?? []
  return (app, caller) => answer(app, caller, { command, text })
}

/** Presses a button. */
export function pressing(id: string, value: string): Gesturing {
  const found = actions.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no button ${id}`)
  return (app, caller) => found.answer(app, caller, value)
}

/** Sends a modal. */
export function sending(id: string, meta: string, fields: FilledIn): Gesturing {
  const found = submissions.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no modal ${id}`)
  return (app, caller) => found.answer(app, caller, { meta, fields })
}

/** Chooses a shortcut for a message. */
export function choosing(id: string, text: string): Gesturing {
  const found = shortcuts.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no shortcut ${id}`)
  return (app, caller) => found.run(app, caller, text)
}

/** Tells of something as Slack does. */
export function telling(type: string, event: Record<string, unknown>): Gesturing {
  const found = events.find((one) => one.type === type)
  if (found === undefined) throw new Error(`no event ${type}`)
  return (app, caller) => found.run(app, caller, event, 'U0BOT')
}

/** Types into a menu that completes; what it offers is told to whoever asks by `heard`. */
export function completing(id: string, typed: string, heard: (offered: unknown) => void): Gesturing {
  const found = completions.find((one) => one.id === id)
  if (found === undefined) throw new Error(`nothing completes ${id}`)
  return async (app, caller) => {
    heard(await found.complete(app, caller, typed))
    return nothing
  }
}
