import type { App } from '../../src/app.ts'
import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import { type AbsenceGiven, longestAbsence } from '../../src/domain/absence/rules.ts'
import type { AbsenceRefused } from '../../src/domain/absence/service.ts'
import { type Language, nameIn } from '../../src/domain/language/rules.ts'
import type { TextKey, TextValues } from '../../src/texts/texts.ts'
import { daysInWords } from '../../src/views/absence-words.ts'
import { dayInWords } from '../../src/views/dates.ts'

/** The blocks of a modal under which a refusal can be mended. */
export type AbsenceBlocks = { until?: string; standIn?: string; who?: string }

/** What the person is told, under the field that can mend it where the modal has one. */
export async function absenceRefusal(
  app: App,
  language: Language,
  refusal: AbsenceRefused,
  given: Partial<AbsenceGiven> = {},
  blocks: AbsenceBlocks = {},
): Promise<Error> {
  const today = await app.absences.today()
  const under = (block: string | undefined, key: TextKey, values: TextValues = {}) => {
    const error = new UserError(key, values)
    return block === undefined ? error : new FieldErrors({ [block]: error })
  }
  const name = given.standIn === undefined ? '' : nameIn(given.standIn.names, language)
  const day = (on = '') => (on === '' ? '' : dayInWords(on, language))
  switch (refusal.why) {
    case 'backwards':
      return under(blocks.until, 'absence.backwards', { from: day(given.from), until: day(given.until) })
    case 'past':
      return under(blocks.until, 'absence.past', { until: day(given.until) })
    case 'too-long':
      return under(blocks.until, 'absence.too-long', { days: refusal.days, most: longestAbsence })
    case 'overlaps':
      return under(blocks.until, 'absence.overlaps', { days: daysInWords(refusal.absence, today, language) })
    case 'stand-in-oneself':
      return under(blocks.standIn, 'absence.stand-in-oneself')
    case 'stand-in-left':
      return under(blocks.standIn, 'absence.stand-in-left', { name })
    case 'stand-in-observer':
      return under(blocks.standIn, 'absence.stand-in-observer', { name })
    case 'stand-in-away':
      return under(blocks.standIn, 'absence.stand-in-away', {
        name,
        days: daysInWords(refusal.absence, today, language),
      })
    case 'not-yours':
      return under(blocks.who, 'absence.not-yours')
    case 'gone':
      return new UserError('absence.gone')
  }
}
