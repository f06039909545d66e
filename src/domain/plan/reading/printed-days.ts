const monthNames = '(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*'
const hanDigit = '[〇○零一二三四五六七八九十]'

/** Sources of patterns for a whole day, or a month with its year, as documents print it. */
export const numberedDay = String.raw`(?:19|20)\d{2}\s*(?:年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|[-./]\d{1,2}[-./]\d{1,2})`
export const hanDay = `[二一]${hanDigit}{3}年${hanDigit}{1,2}月(?:${hanDigit}{1,3}日)?`
export const englishDay = String.raw`(?:\d{1,2}(?:st|nd|rd|th)?\s+)?${monthNames}\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?(?:19|20)\d{2}`
