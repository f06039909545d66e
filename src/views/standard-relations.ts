import type { KnownBlock } from '@slack/types'
import type { Language } from '../domain/language/rules.ts'
import { stageSystem } from '../domain/stage/system.ts'
import type { Standard } from '../domain/standard/rules.ts'
import type { StandardCard } from '../domain/standard/service.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { context, section } from './blocks.ts'
import { partialDayInWords } from './dates.ts'
import { listed } from './listed.ts'
import { brief, escapeMrkdwn } from './mrkdwn.ts'
import { stageInWords } from './stage-words.ts'

const longestName = 80
/** Each supplement is told with its stage; more of them are counted. */
const mostSupplements = 6
/** A text is replaced by one other, hardly ever by several. */
const mostSuccessors = 3

/** What a person asked by, where the card that answers bears another name; none where it bears that one. */
export function askedBy({ asked, standard }: StandardCard, language: Language): KnownBlock[] {
  if (asked === undefined) return []
  const values = { name: brief(standard.designation, longestName), asked: brief(asked.name, longestName) }
  return [context(texts(language)(askedKey(asked.how, standard), values))]
}

function askedKey(how: NonNullable<StandardCard['asked']>['how'], standard: Standard): TextKey {
  if (how === 'former-name') return 'standard.former-name'
  if (how === 'not-on-record') return 'standard.stage-not-on-record'
  return stageSystem(standard.stages).isDraft(standard.stage)
    ? 'standard.edition-to-be-replaced'
    : 'standard.edition-replaced'
}

/** Whether something else has taken the place of a standard; said before all else. */
export function superseded({ relations }: StandardCard, language: Language): KnownBlock[] {
  const { supersededBy, editions, inItsPlace } = relations
  if (supersededBy.length === 0) return []
  const say = texts(language)
  const names = listed(supersededBy.map(designationOf), language)
  const newest = editions.at(-1)
  const isLater = newest !== undefined && !supersededBy.includes(newest)
  const lines = [`*${say('standard.replaced-by', { names })}*`]
  if (isLater) lines.push(say('standard.newest-edition', { name: brief(newest.designation, longestName) }))
  if (inItsPlace !== undefined)
    lines.push(say('standard.in-its-place', { name: brief(inItsPlace.designation, longestName) }))
  return [section(lines.join('\n'))]
}

/** Lines on what a standard has to do with others on record, what people need first at the top. */
export function relationLines({ relations }: StandardCard, language: Language): string[] {
  const say = texts(language)
  const { revision, inForce, base, supplements, parts, editions, toBeSupersededBy, otherNames, replaces } =
    relations
  const one = (key: TextKey, other: Standard | undefined) =>
    other === undefined ? [] : [say(key, { name: withStage(other, language) })]
  const names = (key: TextKey, some: readonly string[]) =>
    some.length === 0 ? [] : [say(key, { names: listed(some, language) })]
  return [
    ...toBeSupersededBy.slice(0, mostSuccessors).map((other) => takesItsPlace(other, language)),
    ...one('standard.revision', revision),
    ...one('standard.in-force-meanwhile', inForce),
    ...one('standard.supplement-to', base),
    ...supplementLines(supplements, language),
    ...names('standard.replaces', replaces),
    ...names('standard.editions', editions.map(designationOf)),
    ...(parts === undefined
      ? []
      : [say('standard.parts', { count: parts.standards.length, series: brief(parts.series, longestName) })]),
    ...names('standard.other-names', otherNames),
  ]
}

/** What is out and not in force yet has a day on which it will be. */
function takesItsPlace({ designation, effectiveOn = '' }: Standard, language: Language): string {
  const on = effectiveOn === '' ? '' : partialDayInWords(effectiveOn, language)
  return texts(language)('standard.to-be-replaced', { name: brief(designation, longestName), on })
}

function supplementLines(supplements: readonly Standard[], language: Language): string[] {
  if (supplements.length === 0) return []
  const say = texts(language)
  const shown = supplements.slice(0, mostSupplements).map((one) => `• ${withStage(one, language)}`)
  const more = supplements.length - shown.length
  const heading = say('standard.supplements', { count: supplements.length })
  return [
    [heading, ...shown, ...(more > 0 ? [say('standard.supplements-more', { count: more })] : [])].join('\n'),
  ]
}

function withStage(standard: Standard, language: Language): string {
  const stage = escapeMrkdwn(stageInWords(standard.stages, standard.stage, language))
  return `${brief(standard.designation, longestName)} · ${stage}`
}

function designationOf({ designation }: Standard): string {
  return designation
}
