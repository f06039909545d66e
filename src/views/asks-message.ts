import type { ActionsBlock, Button, KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import {
  ballOf,
  decisionNews,
  type Fact,
  type Life,
  lastDecision,
  movedAt,
  whyGiven,
} from '../domain/assignment/life.ts'
import { type Assignment, urgency } from '../domain/assignment/rules.ts'
import type { Day } from '../domain/calendar/day.ts'
import type { AskedFacts } from '../domain/delivery/told.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { AskKind } from '../domain/reminder/ask.ts'
import type { AcknowledgeAsked, Asked } from '../domain/reminder/asked.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { type AskedFor, askAssignmentId, openAssignmentId } from './assignment-buttons.ts'
import { type Called, decisionInWords, standingFact, stateInWords, whoInWords } from './assignment-facts.ts'
import { assignmentLine, ownerName } from './assignment-line.ts'
import { context, header, lines, section } from './blocks.ts'
import { momentForEachReader, partialDayInWords, shortDay } from './dates.ts'
import { groupName } from './group-name.ts'
import { brief, escapeMrkdwn } from './mrkdwn.ts'
import { planButton } from './plan-buttons.ts'
import { snoozeMenu } from './snooze-menu.ts'
import { channelMark } from './unreached-words.ts'

/** Does at once, in a message that stands, what needs no words; the value is `AskedDone` as JSON. */
export const actAskedId = 'asked.act'
/** Acknowledges a group's reminder from a message in person; the value is the reminder's notice. */
export const acknowledgeAskedId = 'asked.acknowledge'

/** `kind`: what a press does. */
export type AskedDone = { assignment: string; kind: 'accept' | 'unblock' }

type AssignmentAsked = Extract<Asked, { assignment: unknown }>

/** So many are shown with their buttons, and so many more in a line each; the others are one command away. */
const mostShown = 8
const mostNamed = 20

const headings = {
  acknowledge: 'asks.acknowledge',
  decide: 'asks.decide',
  unowned: 'asks.unowned',
  held: 'asks.held',
  on: 'asks.on',
  stuck: 'asks.stuck',
  overdue: 'asks.overdue',
  today: 'asks.today',
  decided: 'asks.decided',
  given: 'asks.given',
  answer: 'asks.answer',
  soon: 'asks.soon',
} as const satisfies Record<Asked['kind'], TextKey>
/** Of what others owe. */
const ofOthers: ReadonlySet<Asked['kind']> = new Set<Asked['kind']>(['decide', 'unowned', 'held'])
const asksOwner: ReadonlySet<Asked['kind']> = new Set<Asked['kind']>(['answer', 'soon', 'today', 'overdue'])
/** What waits for the reader to decide stands first, then what can't wait. */
const order = Object.keys(headings) as (keyof typeof headings)[]

/** What the frame of the message knows: which notice it is, and when it was said; neither in a preview. */
type Frame = { id?: string; saidAt?: Date; zone: string }

/** All that somebody is asked, in one message: what it is, what may be done about it, and what has become of it. */
export function asksMessage(
  { asked, gone, saidOn, today, until, cameBack, names, most }: AskedFacts,
  { id, saidAt, zone }: Frame,
  language: Language,
): Message {
  const say = texts(language)
  if (cameBack !== undefined) return cameBackMessage(cameBack, language)
  const placed = asked.map((one) =>
    one.kind === 'acknowledge' ? one : { ...one, kind: kindShown(one, saidOn, saidAt) },
  )
  const sorted = order.flatMap((kind) => placed.filter((one) => one.kind === kind))
  const reading = { saidOn, today, names, zone, ...(saidAt !== undefined && { saidAt }) }
  const waiting = sorted.filter((one) => settledInWords(one, reading, language) === undefined)
  // What nothing is asked about any more is put off no longer.
  const putOff = waiting.length === 0 ? undefined : until
  const title = titleOf(waiting.length, putOff, language)
  const shown = sorted.slice(0, mostShown)
  const further = putOff === undefined ? sorted.slice(mostShown, mostShown + mostNamed) : []
  const left =
    putOff === undefined ? sorted.slice(mostShown + mostNamed).filter((one) => waiting.includes(one)) : []
  return {
    text: `${title} ${(waiting.length === 0 ? sorted : waiting)
      .slice(0, 3)
      .map((one) => nameOf(one, language))
      .join(' · ')}`,
    blocks: [
      header(title),
      ...(putOff === undefined
        ? shown.flatMap((one, at) => [
            ...(shown[at - 1]?.kind === one.kind ? [] : [section(`*${say(headings[one.kind])}*`)]),
            ...blocksOf(one, reading, language),
          ])
        : [section(say('asks.snoozed', { on: partialDayInWords(putOff, language) }))]),
      ...lines(
        '',
        further.map((one) => furtherLine(one, reading, language)),
      ),
      ...(left.length > 0 ? [context(escapeMrkdwn(say('asks.more', { count: left.length })))] : []),
      ...(gone > 0 ? [context(say('asks.gone', { count: gone }))] : []),
      context(say('asks.foot', { most })),
      ...(id === undefined || waiting.length === 0 ? [] : [snoozeRow(id, language)]),
    ],
  }
}

/** What was put off and came back asks nothing any more: a newer message does. */
function cameBackMessage(on: Day, language: Language): Message {
  const told = texts(language)('asks.came-back', { on: partialDayInWords(on, language) })
  return { text: told, blocks: [section(`:zzz: ${told}`)] }
}

/** How many things still wait, or until when they were put off. */
function titleOf(count: number, until: Day | undefined, language: Language): string {
  const say = texts(language)
  if (count === 0) return say('asks.title-none')
  return until === undefined
    ? say('asks.title', { count })
    : say('asks.title-snoozed', { count, on: partialDayInWords(until, language) })
}

/** One without its buttons, in a line, with what has become of it. */
function furtherLine(one: Asked, reading: Reading, language: Language): string {
  const settled = settledInWords(one, reading, language)
  const line =
    one.kind === 'acknowledge'
      ? acknowledgeLine(one, reading.today, language)
      : lineOf(one, reading, language)
  if (settled === undefined) return `• ${line}`
  return `• ${line}${line.includes('\n') ? '\n' : ' · '}:white_check_mark: ${settled}`
}

type Reading = { saidOn: Day; today: Day; names: AskedFacts['names']; zone: string; saidAt?: Date }

/** Under which heading it stands: one that a decision has overtaken since it was said is not repeated. */
function kindShown({ kind, assignment }: AssignmentAsked, saidOn: Day, saidAt: Date | undefined): AskKind {
  if (saidAt === undefined || ofOthers.has(kind) || kind === 'stuck') return kind
  const { dueOn, life, state } = assignment
  const decided = lastDecision(life)
  if (state === 'done') return kind
  if (decided !== undefined && decided.at > saidAt) return 'decided'
  const isOff =
    (kind === 'overdue' && (dueOn === undefined || dueOn >= saidOn)) || (kind === 'today' && dueOn !== saidOn)
  return isOff ? 'decided' : kind
}

function blocksOf(one: Asked, reading: Reading, language: Language): KnownBlock[] {
  const say = texts(language)
  const settled = settledInWords(one, reading, language)
  const text =
    one.kind === 'acknowledge'
      ? acknowledgeLine(one, reading.today, language)
      : lineOf(one, reading, language)
  const away =
    one.insteadOf === undefined
      ? ''
      : `\n_${say('asks.for-other', { name: brief(nameIn(one.insteadOf, language), 80) })}_`
  if (settled !== undefined) return [section(`${text}${away}\n:white_check_mark: ${settled}`)]
  return [section(`${text}${away}`), { type: 'actions', elements: buttonsOf(one, language) }]
}

function acknowledgeLine(
  { step, group, since, open }: AcknowledgeAsked,
  today: Day,
  language: Language,
): string {
  return texts(language)(step === 'convenor' ? 'asks.step-convenor' : 'asks.step-deputies', {
    group: brief(groupName(group, language), 120),
    on: shortDay(since, today, language),
    channel: channelMark(group),
    open,
  })
}

function lineOf(one: AssignmentAsked, reading: Reading, language: Language): string {
  const { kind, assignment, insteadOf } = one
  const { saidOn, today, names } = reading
  const say = texts(language)
  const isOwn = insteadOf === undefined && !ofOthers.has(kind)
  // How many days are left would be wrong on the day after: only the day on which it was said counts them.
  const style = { countsDays: saidOn === today, ...(isOwn && { reader: assignment.owner.id }) }
  const line = `*${brief(assignment.id, 64)}* ${assignmentLine(assignment, today, language, style)}`
  const { given, dueAsked, declined, blocked, resumed } = assignment.life
  const called = (fact: Pick<Fact, 'by' | 'behalf'>) => calledIn(fact, names, language)
  const quote = (why: string) => `\n> ${brief(why, 300)}`
  if (kind === 'decide' && dueAsked !== undefined) {
    const on = partialDayInWords(dueAsked.on, language)
    return `${line}\n${say('asks.waits-due', { name: called(dueAsked), on })}${quote(dueAsked.why)}`
  }
  if (kind === 'decide' && declined !== undefined)
    return `${line}\n${say('asks.waits-back', { name: called(declined) })}${quote(declined.why)}`
  if (kind === 'on' && resumed !== undefined)
    return `${line}\n${say('asks.goes-on', { name: called(resumed) })}`
  if ((kind === 'held' || kind === 'stuck') && blocked !== undefined)
    return `${line}\n${say('asks.waits-held', { name: called(blocked) })}${quote(blocked.why)}`
  // Whoever has neither looked nor moved may not have heard yet whose word it was.
  const isNew = kind === 'given' || (asksOwner.has(kind) && isUntouched(assignment.life))
  const giver = isNew && given?.by !== undefined ? called(given) : undefined
  const why = isNew ? whyGiven(assignment.life) : undefined
  const news = isLeft(one, reading) ? undefined : decisionLine(one, reading, language)
  return [
    line,
    ...(giver === undefined ? [] : [say('asks.given-by', { name: giver })]),
    ...(why === undefined ? [] : [`> ${brief(why, 300)}`]),
    ...(news === undefined ? [] : [news]),
  ].join('\n')
}

function calledIn(
  { by, behalf }: Pick<Fact, 'by' | 'behalf'>,
  names: Reading['names'],
  language: Language,
): string {
  const party: Called = ({ kind, id }) => (kind === 'member' ? names.get(id) : undefined)
  const isForMember = behalf?.kind === 'member'
  return whoInWords({ ...(by !== undefined && { by }), ...(isForMember && { behalf }) }, party, language)
}

/** What was decided about it, by whom, when and why; undefined where nothing was, or its owner has moved since. */
function decisionLine(
  { kind, assignment }: AssignmentAsked,
  { names, zone }: Reading,
  language: Language,
): string | undefined {
  const news = assignment.state === 'open' ? decisionNews(assignment.life) : undefined
  if (news === undefined || ofOthers.has(kind) || kind === 'stuck') return undefined
  const say = texts(language)
  const told = {
    what: decisionInWords(news, language),
    who: calledIn(news, names, language),
    at: momentForEachReader(news.at, zone, language),
  }
  const { why } = news
  return why === undefined
    ? say('asks.decision', told)
    : say('asks.decision-why', { ...told, why: brief(why, 200) })
}

const isUntouched = (life: Life) => life.seen === undefined && movedAt(life) === undefined

/**
 * Whether nothing waits here any more since its day was decided after it was said: as its owner asked for it, or as it is far
 * off. What asks for it then is another message.
 */
function isLeft({ assignment }: AssignmentAsked, { saidAt, today }: Reading): boolean {
  const news = decisionNews(assignment.life)
  if (saidAt === undefined || news === undefined || news.at <= saidAt) return false
  return news.kind === 'granted' || (news.kind === 'set-due' && isFar(assignment, today))
}

function isFar(assignment: Assignment, today: Day): boolean {
  const when = urgency(assignment, today)
  return when === 'later' || when === 'undated'
}

/** What has become of it where nothing is asked about it any more. */
function settledInWords(one: Asked, reading: Reading, language: Language): string | undefined {
  const { saidAt, names, zone } = reading
  const say = texts(language)
  if (one.kind === 'acknowledge') {
    if (one.isAnswered) return say('asks.answered')
    return one.open === 0 ? say('reminder.none-open') : undefined
  }
  const { kind, assignment } = one
  const { life, state } = assignment
  const by = (fact: Fact | undefined) =>
    fact?.by === undefined ? '' : ` · ${calledIn(fact, names, language)}`
  /** How it stands, who made it so, and why where they said so. */
  const standing = () => {
    const fact = standingFact(life)
    const stands = `${stateInWords(assignment, language)}${by(fact)}`
    return fact?.why === undefined ? stands : say('asks.state-why', { stands, why: brief(fact.why, 200) })
  }
  if (state !== 'open')
    return `${stateInWords(assignment, language)}${by(state === 'done' ? life.done : life.decided)}`
  if (kind === 'decide') {
    const isOpen = life.declined !== undefined || life.dueAsked !== undefined
    return isOpen ? undefined : `${say('asks.state-decided')}${by(life.decided)}`
  }
  if (saidAt !== undefined && life.given !== undefined && life.given.at > saidAt && kind !== 'held')
    return `${say('asks.state-given', { owner: brief(ownerName(assignment, language), 80) })}${by(life.given)}`
  // Whoever is asked who takes it sees no progress in what becomes of it otherwise.
  if (kind === 'unowned') return undefined
  if (kind === 'held' || kind === 'stuck')
    return life.blocked === undefined ? `${say('asks.state-on')}${by(life.resumed)}` : undefined
  const news = decisionNews(life)
  // Whoever waits for others is told what was decided meanwhile.
  if (ballOf(life) !== 'owner') return kind === 'decided' && news !== undefined ? undefined : standing()
  if (isLeft(one, reading)) return decisionLine(one, reading, language)
  // It is theirs again, whatever they said before.
  if (saidAt !== undefined && news !== undefined && news.at > saidAt) return undefined
  const moved = movedAt(life)
  if (saidAt === undefined || moved === undefined || moved <= saidAt) return undefined
  const { latest } = life
  const teller = latest?.by === undefined ? undefined : names.get(latest.by)
  if (latest === undefined || teller === undefined || latest.at <= saidAt) return standing()
  return say('asks.state-moved', {
    name: brief(nameIn(teller, language), 80),
    on: momentForEachReader(latest.at, zone, language),
    text: brief(latest.text, 200),
  })
}

function buttonsOf(one: Asked, language: Language): Button[] {
  const say = texts(language)
  if (one.kind === 'acknowledge')
    return [
      planButton(`${acknowledgeAskedId}:${one.group.code}`, one.newest, say('reminder.acknowledge'), {
        style: 'primary',
      }),
    ]
  const { kind, assignment } = one
  const open = planButton(`${openAssignmentId}:${assignment.id}`, assignment.id, say('plan.open'))
  const ask = (what: AskedFor, key: TextKey, more: Partial<Button> = {}) =>
    planButton(
      `${askAssignmentId}:${what}-${assignment.id}`,
      JSON.stringify({ assignment: assignment.id, kind: what }),
      say(key),
      more,
    )
  if (kind === 'decide') return [{ ...open, style: 'primary' }]
  if (kind === 'unowned')
    return [
      ask('give', 'assignment.press-give', { style: 'primary' }),
      ask('withdraw', 'assignment.press-withdraw'),
      open,
    ]
  if (kind === 'held') {
    const done: AskedDone = { assignment: assignment.id, kind: 'unblock' }
    return [
      planButton(`${actAskedId}:${assignment.id}`, JSON.stringify(done), say('asks.press-part'), {
        style: 'primary',
      }),
      open,
    ]
  }
  if (kind === 'given' || kind === 'answer') {
    const accept: AskedDone = { assignment: assignment.id, kind: 'accept' }
    return [
      planButton(`${actAskedId}:${assignment.id}`, JSON.stringify(accept), say('assignment.press-accept'), {
        style: 'primary',
      }),
      ask('decline', 'asks.press-back'),
      open,
    ]
  }
  if (kind === 'stuck')
    return [
      { ...open, style: 'primary' },
      ask('update', 'assignment.press-update'),
      ask('due', 'assignment.press-ask-due'),
    ]
  return [
    ask('finish', 'assignment.press-finish', { style: 'primary' }),
    ask('update', 'assignment.press-update'),
    ask('due', 'assignment.press-ask-due'),
    open,
  ]
}

function snoozeRow(id: string, language: Language): ActionsBlock {
  return { type: 'actions', elements: [snoozeMenu(id, language)] }
}

function nameOf(one: Asked, language: Language): string {
  return one.kind === 'acknowledge'
    ? brief(groupName(one.group, language), 60)
    : brief(nameIn(one.assignment.titles, language), 60)
}
