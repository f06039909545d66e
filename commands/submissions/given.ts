import { z } from 'zod'
import { isDay } from '../../src/domain/calendar/day.ts'
import type { Language, Names } from '../../src/domain/language/rules.ts'

/** A day that must be given. */
export const day = z.string().refine(isDay)
/** A day that may be; an empty field is none. */
export const maybeDay = z
  .union([day, z.literal('')])
  .optional()
  .transform(given)

/** A text of at most so many characters that must be given. What no keyboard types, and no database keeps, is left out. */
export function text(most: number) {
  return z.string().transform(typed).pipe(z.string().min(1).max(most))
}

/** A text of at most so many characters that may be given; an empty field is none. */
export function maybeText(most: number) {
  return z.string().transform(typed).pipe(z.string().max(most)).optional().transform(given)
}

/** What was typed, without control characters other than the ends of lines. */
export function typed(text: string): string {
  return text.replaceAll(/(?![\n\t])\p{Cc}/gu, '').trim()
}

/** What somebody writes, in the language that it is written in: text with Chinese characters is Chinese. */
export function namesIn(text: string, language: Language): Names {
  if (/\p{Script=Han}/u.test(text)) return { zh: text }
  return language === 'zh-CN' && !/[a-z]/iu.test(text) ? { zh: text } : { en: text }
}

function given(text: string | undefined): string | undefined {
  return text === '' ? undefined : text
}
