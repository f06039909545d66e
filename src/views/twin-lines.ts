import type { Day } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language/rules.ts'
import type { Standard } from '../domain/standard/rules.ts'
import { driftsOf } from '../domain/twin/drift.ts'
import type { Twin, TwinLink } from '../domain/twin/links.ts'
import { texts } from '../texts/texts.ts'
import { driftInWords, longestName } from './drift-words.ts'
import { brief, escapeMrkdwn } from './mrkdwn.ts'
import { stageInWords } from './stage-words.ts'

/** A text adopts one other, and is adopted by few: what is more is counted. */
const mostTwins = 5
/** The most urgent warnings; the rest is in the list of all that drift. */
const mostWarnings = 2

/**
 * The twins of a standard as its card tells them, each with its stage where it is on record and with a warning where the two
 * have come apart.
 */
export function twinLines(
  standard: Standard,
  twins: readonly Twin[],
  today: Day,
  language: Language,
): string[] {
  const told = twins.slice(0, mostTwins).flatMap(({ side, link }) => [
    side === 'adopter' ? fromAdopter(link, language) : fromSource(standard, link, language),
    ...driftsOf(link, today)
      .slice(0, mostWarnings)
      .map((drift) => driftInWords(drift, link, today, language)),
  ])
  const left = twins.length - Math.min(twins.length, mostTwins)
  return left === 0 ? told : [...told, texts(language)('assignments.more', { count: left })]
}

function fromAdopter({ relation, source }: TwinLink, language: Language): string {
  const say = texts(language)
  const words = { relation: say(`twin.${relation}`), designation: brief(source.name.text, longestName) }
  const told = say('standard.twin', words)
  const { standard } = source
  if (standard === undefined) return told
  const isRenamed = standard.designation !== source.name.text
  const now = isRenamed ? [say('twin.now', { designation: brief(standard.designation, longestName) })] : []
  return [told, ...now, stage(standard, language)].join(' · ')
}

/** On the card of another edition or draft than the one meant, that one is named. */
function fromSource(standard: Standard, { relation, adopter, source }: TwinLink, language: Language): string {
  const say = texts(language)
  const told = say(`twin.source-${relation}`, { designation: brief(adopter.name, longestName) })
  const isMeant = standard.id === source.standard?.id || standard.designation === source.name.text
  const line = isMeant ? told : say('twin.of', { name: brief(source.name.text, longestName), twin: told })
  return adopter.standard === undefined ? line : `${line} · ${stage(adopter.standard, language)}`
}

function stage({ stages, stage: code }: Standard, language: Language): string {
  return escapeMrkdwn(stageInWords(stages, code, language))
}
