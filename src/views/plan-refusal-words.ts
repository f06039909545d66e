import type { Language } from '../domain/language/rules.ts'
import type { PlanRefusal } from '../domain/plan/reading/document.ts'
import type { Place } from '../domain/plan/reading/outline.ts'
import type { PlanFileRefusal } from '../files/plan-of-file.ts'
import { texts } from '../texts/texts.ts'
import { documentRefusalInWords } from './import-words.ts'
import { quoted } from './quoted.ts'

/** So many show what a document is. */
const mostTitles = 3

/** Why a file gives no plan: what was looked for, and what to do. Plain text: whoever puts it into Slack escapes it. */
export function planRefusalInWords(refusal: PlanFileRefusal, language: Language): string {
  return refusal.of === 'file'
    ? documentRefusalInWords(refusal.why, language)
    : documentInWords(refusal.why, language)
}

function documentInWords(why: PlanRefusal, language: Language): string {
  const say = texts(language)
  switch (why.kind) {
    case 'no-work':
      return say('plan.refusal-no-work', { points: why.points, asking: why.asking })
    case 'other-document':
      return say('plan.refusal-other-document', { called: quoted(why.called) })
    case 'other-areas':
      return say(`plan.refusal-areas-of-${why.what}`, {
        titles: new Intl.ListFormat(language).format(
          why.titles.slice(0, mostTitles).map((title) => `“${quoted(title)}”`),
        ),
      })
    case 'told':
      return say('plan.refusal-told', { ...why, text: quoted(why.text.replace(/[。.]\s*$/, '')) })
    case 'attendance':
      return say('plan.refusal-attendance', { line: quoted(why.line) })
    case 'several-years':
      return say('plan.refusal-several-years', { years: why.years.map(String).join(', ') })
    case 'too-many':
      return say('plan.refusal-too-many', { ...why, place: planPlaceInWords(why.place, language) })
    case 'too-many-areas':
      return say('plan.refusal-too-many-areas', { ...why, place: planPlaceInWords(why.place, language) })
    case 'too-long':
      return say('plan.refusal-too-long', { ...why, place: planPlaceInWords(why.place, language) })
    default:
      return say(`plan.refusal-${why.kind}`)
  }
}

/** Where in a document: `line 5`, `paragraph 5`, `row 5` or `Sheet1, row 5`. */
export function planPlaceInWords({ unit, number, sheet }: Place, language: Language): string {
  const say = texts(language)
  const place = say(`plan.at-${unit}`, { number: String(number) })
  return sheet === undefined ? place : say('plan.at-sheet', { sheet: quoted(sheet), place })
}
