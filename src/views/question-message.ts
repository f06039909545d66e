import type { Button, KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Day } from '../domain/calendar/day.ts'
import type { Committee } from '../domain/committee/rules.ts'
import type { Question } from '../domain/delivery/told.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Member } from '../domain/member/rules.ts'
import type { Notice, NoticeKind } from '../domain/notice/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { context, section } from './blocks.ts'
import { momentForEachReader, namedDay } from './dates.ts'
import { groupName, longestGroupName } from './group-name.ts'
import { brief } from './mrkdwn.ts'
import type { NoticeFrame } from './notice-frame.ts'
import { channelMark, hiddenInWords, unreachedInWords, unreachedPersonInWords } from './unreached-words.ts'

/** "Say it again"; its value is the notice's id, as are those of the two others. */
export const retryNoticeId = 'notice.retry'
/** "It stands there". */
export const keepNoticeId = 'notice.keep'
/** "Let it go…", which asks for the reason. */
export const askDropNoticeId = 'notice.ask-drop'

/** A notice that the bot can't settle by itself: what is known, what to look at, and what was decided. */
export function questionMessage(question: Question, committee: Committee, frame: NoticeFrame): Message {
  const language = committee.languages[0] ?? 'en'
  const what = questionInWords(question, frame, language)
  return {
    text: `${what} ${texts(language)(headlines[question.subject.state])}`,
    blocks: questionBlocks(question, committee, frame, language),
  }
}

/** The same in the language of whoever looks at it by themselves. */
export function questionBlocks(
  question: Question,
  committee: Committee,
  frame: NoticeFrame,
  language: Language,
): KnownBlock[] {
  const { subject, decided } = question
  const told = `*${questionInWords(question, frame, language)}*\n${stateInWords(question, committee, language)}`
  return [
    section(told),
    ...(decided === undefined ? [] : [context(decidedInWords(decided, committee, language))]),
    ...choices(subject, frame, language),
  ]
}

function questionInWords(
  { subject, group, member }: Question,
  frame: NoticeFrame,
  language: Language,
): string {
  const name = group === undefined ? member && nameIn(member.names, language) : groupName(group, language)
  return noticeInWords(subject, name, frame.saidOn, language)
}

/** Which notice it is: whose, of what kind, for which day. `name`: the group's or the member's; the secretariat's own without one. */
export function noticeInWords(
  { kind, slotOn }: Pick<Notice, 'kind' | 'slotOn'>,
  name: string | undefined,
  today: Day,
  language: Language,
): string {
  const say = texts(language)
  return say('question.what', {
    group: name === undefined ? say('question.secretariat') : brief(name, longestGroupName),
    kind: say(kindKeys[kind]),
    on: namedDay(slotOn, today, language),
  })
}

const kindKeys = {
  reminder: 'kind.reminder',
  digest: 'kind.digest',
  'reminder-report': 'kind.report',
  'digest-report': 'kind.report',
  decision: 'kind.report',
  proposal: 'kind.proposal',
  moves: 'kind.moves',
  'proposal-answer': 'kind.proposal-answer',
  offer: 'kind.offer',
  'offer-answers': 'kind.offer-answers',
  goals: 'kind.goals',
  'goal-news': 'kind.goal-news',
  asks: 'kind.asks',
  unanswered: 'kind.unanswered',
  'days-unknown': 'kind.days-unknown',
} as const satisfies Record<NoticeKind, TextKey>

const headlines = {
  ambiguous: 'question.ambiguous',
  failed: 'question.failed',
  pending: 'question.pending',
  sending: 'question.pending',
  sent: 'question.sent',
  withdrawn: 'question.withdrawn',
} as const satisfies Record<Question['subject']['state'], TextKey>

function stateInWords(question: Question, committee: Committee, language: Language): string {
  const { subject, group, member } = question
  const say = texts(language)
  if (member !== undefined) return personInWords(subject, member, language)
  const channel = channelMark(group ?? committee)
  const headline = say(headlines[subject.state])
  if (subject.state === 'ambiguous')
    return `${headline} ${say('question.look', { channel, why: hiddenInWords(subject.reason, language) })}`
  if (subject.state === 'failed') return `${headline} ${unreachedInWords(subject.reason, channel, language)}`
  return headline
}

/** What was to be said in person stands where nobody but that person can look. */
function personInWords(subject: Notice, { names }: Member, language: Language): string {
  const say = texts(language)
  const name = brief(nameIn(names, language), longestGroupName)
  const headline = say(headlines[subject.state])
  if (subject.state === 'ambiguous')
    return `${headline} ${say('question.ask-person', { name, why: hiddenInWords(subject.reason, language) })}`
  if (subject.state === 'failed')
    return `${headline} ${unreachedPersonInWords(subject.reason, name, language)}`
  return headline
}

function decidedInWords(
  { word, why, at, names }: NonNullable<Question['decided']>,
  { zone }: Committee,
  language: Language,
): string {
  const say = texts(language)
  const told = say(`decided.${word}`, {
    name: names === undefined ? say('decided.operator') : brief(nameIn(names, language), 80),
    at: momentForEachReader(at, zone, language),
  })
  return why === undefined ? told : `${told} ${say('decided.why', { why: brief(why, 500) })}`
}

function choices({ state, id: subject }: Notice, { id }: NoticeFrame, language: Language): KnownBlock[] {
  if (id === undefined || (state !== 'ambiguous' && state !== 'failed')) return []
  const say = texts(language)
  const label = (key: TextKey) => ({
    type: 'button' as const,
    value: subject,
    text: { type: 'plain_text' as const, text: say(key) },
  })
  // What was never said is tried again; what may stand is said again.
  const [first, ...others]: Button[] =
    state === 'failed'
      ? [{ ...label('question.try'), action_id: retryNoticeId }]
      : [
          { ...label('question.keep'), action_id: keepNoticeId },
          { ...label('question.retry'), action_id: retryNoticeId },
        ]
  if (first === undefined) return []
  const drop: Button = { ...label('question.drop'), action_id: askDropNoticeId }
  return [{ type: 'actions', elements: [{ ...first, style: 'primary' }, ...others, drop] }]
}
