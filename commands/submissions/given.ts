import { z } from 'zod'
import { isDay } from '../../src/domain/calendar/day.ts'

/** A day that must be given. */
export const day = z.string().refine(isDay)
/** A day that may be; an empty field is none. */
export const maybeDay = z
  .union([day, z.literal('')])
  .optional()
  .transform(given)

/** A text of at most so many characters that may be given; an empty field is none. */
export function maybeText(most: number) {
  return z.string().trim().max(most).optional().transform(given)
}

function given(text: string | undefined): string | undefined {
  return text === '' ? undefined : text
}
