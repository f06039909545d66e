import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Assignment } from '../domain/assignment/rules.ts'
import type { Day } from '../domain/calendar/day.ts'
import type { DigestContent } from '../domain/digest/rules.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { ToldMove } from '../domain/standard/rules.ts'
import type { Drifting } from '../domain/twin/urgency.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { assignmentLine } from './assignment-line.ts'
import { context, header, lines, section } from './blocks.ts'
import { namedDay } from './dates.ts'
import { driftInWords, longestName } from './drift-words.ts'
import { groupName, longestGroupName } from './group-name.ts'
import { brief, escapeMrkdwn, shorten } from './mrkdwn.ts'
import type { GroupFrame } from './notice-frame.ts'
import { stageInWords } from './stage-words.ts'

/** One screen: a list longer than this is counted, not told. */
const mostShown = 6

/** The week's progress: what moved, what was done, what is late, what is ahead, against the week before. */
export function digestMessage(content: DigestContent, { group, slotOn, saidOn }: GroupFrame): Message {
  const { language } = group
  const say = texts(language)
  const title = say('digest.title', {
    group: shorten(groupName(group, language), longestGroupName),
    on: namedDay(slotOn, saidOn, language),
  })
  const summary = headline(content, language)
  const part = (key: TextKey, count: number, items: string[]): KnownBlock[] => {
    if (count === 0) return []
    const left = count - items.length
    return lines(
      `*${say(key, { count })}*`,
      left === 0 ? items : [...items, say('assignments.more', { count: left })],
    )
  }
  const named = (list: Assignment[]) =>
    list
      .slice(0, mostShown)
      .map((one) => `• ${assignmentLine(one, slotOn, language, { countsDays: saidOn === slotOn })}`)
  return {
    text: `${escapeMrkdwn(title)} ${summary}`,
    blocks: [
      header(title),
      section(summary),
      ...part(
        'digest.moves',
        content.moves.length,
        content.moves.slice(0, mostShown).map((move) => moveLine(move, language)),
      ),
      ...part(
        'digest.twins',
        content.twins.length,
        content.twins.slice(0, mostShown).map((twin) => twinLine(twin, slotOn, language)),
      ),
      ...part('digest.done', content.done.length, named(content.done)),
      ...part('digest.overdue', content.overdue.length, named(content.overdue)),
      ...part('digest.ahead', content.ahead.length, named(content.ahead)),
      context(changes(content, language)),
      ...(saidOn === slotOn ? [] : [context(say('notice.late', { on: namedDay(slotOn, saidOn, language) }))]),
    ],
  }
}

/** What matters this week, in a sentence. */
function headline({ moves, twins, done, overdue, ahead }: DigestContent, language: Language): string {
  return texts(language)('digest.headline', {
    done: done.length,
    moves: new Set(moves.filter(({ kind }) => kind === 'move').map(({ standard }) => standard)).size,
    twins: twins.length,
    overdue: overdue.length,
    ahead: ahead.length,
  })
}

function moveLine(move: ToldMove, language: Language): string {
  const name = `${brief(move.designation, 80)} ${brief(nameIn(move.titles, language), 120)}`
  const to = escapeMrkdwn(stageInWords(move.stages, move.to, language))
  if (move.kind === 'correction') return texts(language)('digest.move-corrected', { name, to })
  if (move.from === undefined) return texts(language)('digest.move-to', { name, to })
  return texts(language)('digest.move', { name, from: move.from, to })
}

function twinLine({ link, drifts: [drift] }: Drifting, on: Day, language: Language): string {
  return texts(language)('digest.twin', {
    adopter: brief(link.adopter.name, longestName),
    source: brief(link.source.name.text, longestName),
    drift: driftInWords(drift, link, on, language),
  })
}

/** Each figure beside last week's, so that a trend is seen. */
function changes({ now, weekBefore }: DigestContent, language: Language): string {
  const say = texts(language)
  const pair = (key: TextKey, today: number, before: number) =>
    say(key, {
      now: today,
      change: today === before ? '±0' : `${today > before ? '+' : '−'}${Math.abs(today - before)}`,
    })
  return [
    say('digest.against-last-week'),
    pair('digest.figure-open', now.open, weekBefore.open),
    pair('digest.figure-overdue', now.overdue, weekBefore.overdue),
    pair('digest.figure-done', now.doneThisWeek, weekBefore.doneThisWeek),
  ].join(' · ')
}
