import type { Language } from '../domain/language/rules.ts'
import type { WorkRowFault } from '../domain/work/listing.ts'
import { texts } from '../texts/texts.ts'
import { placeInWords } from './import-words.ts'
import { quoted } from './quoted.ts'

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
