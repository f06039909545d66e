import { cleanDesignation } from './clean-designation.ts'
import type { IsoDesignation } from './designation.ts'
import { readIso } from './iso.ts'
import { isoStages } from './iso-words.ts'
import { scanner } from './scanner.ts'

const draft = new RegExp(`^(?:${isoStages.join('|')}) ?-?\\d`, 'i')

/**
 * The draft that people within a committee mean by `CD 27017.2`, who leave out the publishers: no designation, since
 * other bodies have drafts of these names too, but a name to look for. Undefined where the text is no such name.
 */
export function spokenDraft(text: string): IsoDesignation | undefined {
  const words = cleanDesignation(text)
  if (!draft.test(words)) return undefined
  const scan = scanner(`ISO/IEC ${words}`)
  const [only, ...others] = readIso(scan)
  return others.length === 0 && scan.rest() === '' ? only : undefined
}
