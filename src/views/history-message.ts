import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Running } from '../domain/clock/service.ts'
import { type Language, type Names, nameIn } from '../domain/language/rules.ts'
import type { Journal, JournalEntry } from '../domain/standard/recording-journal.ts'
import type { Standard } from '../domain/standard/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { header, lines, section } from './blocks.ts'
import { clockInWords } from './clock-words.ts'
import { dayInWords, momentInWords, partialDayInWords } from './dates.ts'
import { brief, escapeMrkdwn } from './mrkdwn.ts'
import { nextInOutlook, restOfOutlook } from './outlook-words.ts'
import { stageInWords } from './stage-words.ts'

/** A journal longer than this tells its newest entries; all are counted. */
const mostShown = 12
/** Where reasons are long, fewer of them: all parts have to fit into the 13,200 characters of one message. */
const longestPart = 3_400

/** What runs for a standard, with every source, and all that was recorded of it: who, when, why. */
export function historyMessage(
  { journal, running }: { journal: Journal; running?: Running },
  zone: string,
  language: Language,
): Message {
  const say = texts(language)
  const { standard, moves, targets, extensions } = journal
  const title = say('history.title', { name: standard.designation })
  const part = (key: TextKey, items: string[]): KnownBlock[] => {
    if (items.length === 0) return []
    const shown = newest(items)
    const left = items.length - shown.length
    return lines(
      `*${say(key, { count: items.length })}*`,
      left === 0 ? shown : [say('assignments.more', { count: left }), ...shown],
    )
  }
  const by = (names: Names | undefined) =>
    names === undefined ? say('history.nobody') : brief(nameIn(names, language), 80)
  const at = (moment: Date) => momentInWords(moment, zone, language)
  const because = (why: string | undefined) =>
    why === undefined ? [] : [say('history.why', { why: brief(why, 300) })]
  const day = (on: string | undefined) =>
    on === undefined ? say('history.target-none') : dayInWords(on, language)
  const parts = [
    ...part('history.clocks', running === undefined ? [] : clockItems(running, language)),
    ...part('history.forecast', running === undefined ? [] : outlookItems(standard, running, language)),
    ...part(
      'history.moves',
      moves.map((move) => moveItem(standard, move, { by, at, because }, language)),
    ),
    ...part('history.earlier', earlier(standard, moves, language)),
    ...part(
      'history.targets',
      targets.map((change) =>
        [
          say('history.target', {
            at: at(change.recordedAt),
            from: day(change.from),
            to: day(change.to),
            name: by(change.byNames),
          }),
          ...because(change.why),
          // Whoever takes a target back says why: without a word it is the next stage that has ended it.
          ...(change.to === undefined && change.why === undefined ? [say('history.target-ended')] : []),
        ].join(' · '),
      ),
    ),
    ...part(
      'history.extensions',
      extensions.map((extension) =>
        [
          say('history.extension', {
            at: at(extension.recordedAt),
            until: day(extension.until),
            asked: day(extension.askedOn),
            name: by(extension.byNames),
          }),
          ...because(extension.why),
        ].join(' · '),
      ),
    ),
  ]
  return {
    text: escapeMrkdwn(title),
    blocks: [header(title), ...(parts.length === 0 ? [section(say('history.none'))] : parts)],
  }
}

function newest(items: readonly string[]): string[] {
  const shown: string[] = []
  let length = 0
  for (const item of items.slice(-mostShown).reverse()) {
    length += item.length + 1
    if (length > longestPart) break
    shown.unshift(item)
  }
  return shown
}

function clockItems({ clocks, today }: Running, language: Language): string[] {
  return clocks.map((clock) => `• ${clockInWords(clock, today, language)}`)
}

function outlookItems({ stages }: Standard, { outlook }: Running, language: Language): string[] {
  if (outlook === undefined) return []
  const next = nextInOutlook(outlook, stages, language)
  return [...(next === undefined ? [] : [next]), ...restOfOutlook(outlook, language)].map(
    (line) => `• ${line}`,
  )
}

type Telling = {
  by(names: Names | undefined): string
  at(moment: Date): string
  because(why: string | undefined): string[]
}

function moveItem(
  { stages }: Standard,
  move: JournalEntry,
  { by, at, because }: Telling,
  language: Language,
): string {
  const say = texts(language)
  const on =
    move.on === undefined ? '' : ` ${say('history.on', { on: partialDayInWords(move.on, language) })}`
  const values = {
    at: at(move.recordedAt),
    from: move.from ?? '',
    to: escapeMrkdwn(stageInWords(stages, move.to, language)),
    on,
    name: by(move.byNames),
  }
  const key =
    move.kind === 'correction'
      ? 'history.correction'
      : move.from === undefined
        ? 'history.move-to'
        : 'history.move'
  const decided =
    move.decidedAt === undefined
      ? []
      : [
          say(move.state === 'declined' ? 'history.declined' : 'history.accepted', {
            name: by(move.decidedByNames),
            at: at(move.decidedAt),
          }),
          // Whoever declines says why: without a word the secretariat has recorded the stage with another day.
          ...(move.state === 'declined' && move.decidedWhy === undefined
            ? [say('proposal.recorded-otherwise')]
            : because(move.decidedWhy)),
        ]
  return [
    say(key, values),
    ...because(move.why),
    ...(move.state === 'proposed' ? [say('history.proposed')] : decided),
    ...(move.source === undefined ? [] : [say('history.source', { source: brief(move.source, 120) })]),
  ].join(' · ')
}

/** Stages that the source told, before anything was recorded here. */
function earlier(standard: Standard, moves: readonly JournalEntry[], language: Language): string[] {
  const recorded = new Set(moves.map(({ to, on }) => `${to} ${on ?? ''}`))
  return standard.history
    .filter(({ stage, on }) => !recorded.has(`${stage} ${on}`))
    .map(({ stage, on }) =>
      texts(language)('history.past', {
        on: partialDayInWords(on, language),
        stage: escapeMrkdwn(stageInWords(standard.stages, stage, language)),
      }),
    )
}
