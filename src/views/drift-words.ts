import type { Day } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language/rules.ts'
import { stageSystem } from '../domain/stage/system.ts'
import type { Standard } from '../domain/standard/rules.ts'
import type { Drift } from '../domain/twin/drift.ts'
import type { TwinLink } from '../domain/twin/links.ts'
import { daysLeft } from '../domain/twin/urgency.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { dayInWords, partialDayInWords } from './dates.ts'
import { brief, escapeMrkdwn } from './mrkdwn.ts'
import { stageInWords } from './stage-words.ts'

/** The longest that a designation is told. */
export const longestName = 80

/** How a twin drifts and what to do about it, in a sentence or two behind a sign. */
export function driftInWords(drift: Drift, link: TwinLink, today: Day, language: Language): string {
  const say = texts(language)
  const { of } = drift
  const words = {
    of: brief(of.designation, longestName),
    source: brief(link.source.name.text, longestName),
    adopter: brief(link.adopter.name, longestName),
    stage: stage(of, language),
  }
  return `⚠️ ${say(...sentence(drift, link, today, language, words))}`
}

type Words = Record<'of' | 'source' | 'adopter' | 'stage', string>

function sentence(
  drift: Drift,
  { adopter, source }: TwinLink,
  today: Day,
  language: Language,
  words: Words,
): [TextKey, Record<string, string | number>] {
  // Texts choose by this whether a date is told.
  const on = 'on' in drift && drift.on !== undefined ? partialDayInWords(drift.on, language) : 'none'
  switch (drift.kind) {
    case 'ballot': {
      if (drift.closesOn === undefined) {
        const { stageSince, asOf } = drift.of
        const told = stageSince === undefined ? 'as-of' : 'since'
        return ['drift.ballot-open', { ...words, told, on: partialDayInWords(stageSince ?? asOf, language) }]
      }
      const days = daysLeft(drift, today) ?? 0
      return ['drift.ballot', { ...words, on: dayInWords(drift.closesOn, language), days }]
    }
    case 'superseded': {
      const { revision } = adopter
      if (revision === undefined) return ['drift.superseded', { ...words, on, others: drift.others.length }]
      return [
        'drift.superseded-mended',
        {
          ...words,
          on,
          others: drift.others.length,
          revision: brief(revision.designation, longestName),
          revisionStage: stage(revision, language),
        },
      ]
    }
    case 'withdrawn': {
      const { running } = source
      if (running === undefined) return ['drift.withdrawn', { ...words, on }]
      const revision = brief(running.designation, longestName)
      return [
        'drift.withdrawn-in-revision',
        { ...words, on, revision, revisionStage: stage(running, language) },
      ]
    }
    case 'amended':
      return ['drift.amended', { ...words, on, others: drift.others.length }]
    case 'in-revision':
      return [revisionKey(drift.of), words]
    default:
      return [`drift.${drift.kind}`, { ...words, on }]
  }
}

/** The last vote is on the text as it stands: nothing can be brought in any more. */
function revisionKey({ stages, stage }: Standard): TextKey {
  if (stage === '90.92') return 'drift.to-be-revised'
  return stageSystem(stages).level(stage) < 50 ? 'drift.in-revision' : 'drift.revision-near'
}

function stage({ stages, stage: code }: Standard, language: Language): string {
  return escapeMrkdwn(stageInWords(stages, code, language))
}
