import { type Language, nameIn } from '../domain/language/rules.ts'
import type { WorkRowFault } from '../domain/work/listing.ts'
import { texts } from '../texts/texts.ts'
import { placeInWords } from './import-words.ts'
import { firstOf } from './listed.ts'
import { quoted } from './quoted.ts'

/** So many are named; all that Rapporteur knows by itself are. */
const mostChoices = 40

/** Why a row of work can't be taken. Plain text: whoever puts it into Slack escapes it. */
export function workFaultInWords(
  { line, column, value = '', why }: WorkRowFault,
  language: Language,
  sheet?: string,
): string {
  const say = texts(language)
  const told = {
    place: placeInWords({ line, ...(sheet !== undefined && { sheet }) }, language),
    column: say(`work-list.column-${column}`),
    value: quoted(value),
  }
  if (why === 'not-taken-on' && column === 'goal') return say('work-list.fault-goal-free', told)
  return say(`work-list.fault-${why}`, told)
}

/** What the cells of these rows may name instead, one line for each column. Plain text too. */
export function choicesInWords(faults: readonly WorkRowFault[], language: Language): string[] {
  const say = texts(language)
  const byColumn = new Map(
    faults.flatMap(({ column, choices }) => (choices ? [[column, choices] as const] : [])),
  )
  return [...byColumn].map(([column, choices]) =>
    say('work-list.choices', {
      column: say(`work-list.column-${column}`),
      list: firstOf(choices, mostChoices, (names) => quoted(nameIn(names, language)), language),
    }),
  )
}
