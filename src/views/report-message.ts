import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Committee } from '../domain/committee/rules.ts'
import { type Language, type Names, nameIn } from '../domain/language/rules.ts'
import type { AskedInPerson, RunLine, RunReport } from '../domain/run/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { context, header, lines, section } from './blocks.ts'
import { namedDay } from './dates.ts'
import { groupName, longestGroupName } from './group-name.ts'
import { firstOf, listed } from './listed.ts'
import { brief, escapeMrkdwn } from './mrkdwn.ts'
import type { NoticeFrame } from './notice-frame.ts'
import { retryNoticeId } from './question-message.ts'
import { skippedInWords } from './skipped-words.ts'
import { channelMark, unreachedInWords } from './unreached-words.ts'

/** As many groups in trouble are told one by one, each with its button; the others are counted. */
const mostInTrouble = 10
/** As many reasons are told in each list; groups that have others are named without. */
const mostReasons = 8
/** Of the people who were held, or could not be reached, so many are named. */
const mostNamed = 8

/** What came of a run, for the secretariat: first what needs a hand, then what went well. */
export function reportMessage(report: RunReport, committee: Committee, frame: NoticeFrame): Message {
  const language = committee.languages[0] ?? 'en'
  const say = texts(language)
  const { kind, on, said, silent, unreached, ambiguous, waiting } = report
  const due = [said, silent, unreached, ambiguous, waiting].reduce((sum, list) => sum + list.length, 0)
  const title = say('report.title', { kind, on: namedDay(on, frame.saidOn, language) })
  const summary = say('report.summary', {
    due,
    said: said.length,
    silent: silent.length,
    trouble: unreached.length + ambiguous.length,
    waiting: waiting.length,
  })
  // On a day without a run it tells of people alone.
  const told = due === 0 && report.asked !== undefined ? [] : [summary]
  return {
    text: [escapeMrkdwn(title), ...told].join(' '),
    blocks: [
      header(title),
      ...told.map(section),
      ...trouble(unreached, language),
      ...doubt(ambiguous, language),
      ...waitingLines(waiting, language),
      ...wellLines(said, silent, language),
      ...askedLines(report.asked, language),
    ],
  }
}

/** What came of asking people in person that day. */
function askedLines(asked: AskedInPerson | undefined, language: Language): KnownBlock[] {
  if (asked === undefined) return []
  const say = texts(language)
  const { people, things, waiting, held, unreached } = asked
  const called = (all: readonly Names[]) =>
    firstOf(all, mostNamed, (names) => brief(nameIn(names, language), 80), language)
  return lines(`*${say('report.asked-title')}*`, [
    say('report.asked', { people, things, waiting }),
    ...(held.length === 0
      ? []
      : [`• ${say('report.asked-held', { count: held.length, names: called(held) })}`]),
    ...(unreached.length === 0
      ? []
      : [`• ${say('report.asked-unreached', { count: unreached.length, names: called(unreached) })}`]),
  ])
}

/** Each with what to do about it, and a button for when that is done. */
function trouble(unreached: RunLine[], language: Language): KnownBlock[] {
  if (unreached.length === 0) return []
  const say = texts(language)
  const left = unreached.length - mostInTrouble
  return [
    section(`*${say('report.unreached', { count: unreached.length })}*`),
    ...unreached.slice(0, mostInTrouble).map(
      (line): KnownBlock => ({
        ...section(
          `• ${say('report.line', {
            names: nameOf(line, language),
            why: unreachedInWords(line.why, channelMark(line.group), language),
          })}`,
        ),
        accessory: {
          type: 'button',
          action_id: retryNoticeId,
          value: line.notice,
          text: { type: 'plain_text', text: say('question.try') },
        },
      }),
    ),
    ...(left > 0 ? [context(say('report.more', { count: left }))] : []),
  ]
}

function doubt(ambiguous: RunLine[], language: Language): KnownBlock[] {
  if (ambiguous.length === 0) return []
  const say = texts(language)
  const names = listed(
    ambiguous.map(({ group }) => group.code),
    language,
  )
  return lines(`*${say('report.ambiguous', { count: ambiguous.length })}*`, [
    say('report.asked-apart', { names }),
  ])
}

function waitingLines(waiting: RunLine[], language: Language): KnownBlock[] {
  return byReason('report.waiting', waiting, language, ({ why }) =>
    why === undefined ? '' : unreachedInWords(why, '', language),
  )
}

function wellLines(said: RunLine[], silent: RunLine[], language: Language): KnownBlock[] {
  const say = texts(language)
  return [
    ...byReason('report.said', said, language, ({ saidOn }) =>
      saidOn === undefined ? '' : say('report.said-on', { on: namedDay(saidOn, saidOn, language) }),
    ),
    ...byReason('report.silent', silent, language, ({ why = '' }) => skippedInWords(why, language)),
  ]
}

/** Codes in a line for every reason, since most groups share one. */
function byReason(
  key: TextKey,
  all: RunLine[],
  language: Language,
  reasonOf: (line: RunLine) => string,
): KnownBlock[] {
  if (all.length === 0) return []
  const codes = new Map<string, string[]>()
  for (const line of all) {
    const own = reasonOf(line)
    const reason = codes.has(own) || codes.size < mostReasons ? own : ''
    codes.set(reason, [...(codes.get(reason) ?? []), line.group.code])
  }
  const told = [...codes].map(([reason, members]) => {
    const names = listed(members, language)
    return `• ${reason === '' ? names : texts(language)('report.line', { names, why: reason })}`
  })
  return lines(`*${texts(language)(key, { count: all.length })}*`, told)
}

function nameOf({ group }: RunLine, language: Language): string {
  return `*${brief(groupName(group, language), longestGroupName)}*`
}
