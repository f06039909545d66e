import { type DatePattern, dayBefore, dayOf, lastDayOf, yearDigits } from './date-pattern.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(?<month>january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\.?)'
const monthAgain = month.replace('?<month>', '?:')
const day = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?'
const dayAgain = day.replace('?<day>', '?:')
const span = '(?:-|/|to|until)'
const year = `(?:,? (?:of )?(?<year>${yearDigits})(?!\\d))`
const deadline = '(?:(?:(?:by|before|until|on|from|no later than|not later than|due|due by) )(?:the )?)'
const end = '(?:(?:the )?end(?: of| |-)(?: ?the)? ?)'
const ordinals: Record<string, number> = {
  ...{ first: 1, second: 2, third: 3, fourth: 4 },
  ...{ '1st': 1, '2nd': 2, '3rd': 3, '4th': 4 },
}

/** The days of an English text: exact ones, and the ends of periods. */
export const englishDates: readonly DatePattern[] = [
  {
    pattern: new RegExp(
      `(?<![\\d-])(?<year>${yearDigits})([-/.])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})(?![\\d-])`,
      'g',
    ),
    dayOf: (found, planned) => dayOf(yearIn(found, planned), Number(found.month), Number(found.day)),
  },
  // Where slashes part them, the day is what no month can be; of two that may be either nobody knows.
  {
    pattern: new RegExp(
      `(?<![\\w./-])${deadline}?(?<first>\\d{1,2})([/-])(?<second>\\d{1,2})\\2(?<year>${yearDigits})(?![\\w/-])`,
      'gi',
    ),
    dayOf: (found, planned) => {
      const [first, second] = [Number(found.first), Number(found.second)]
      if (first <= 12 && second <= 12 && first !== second) return ''
      const [ofMonth, ofDay] = second > 12 ? [first, second] : [second, first]
      return dayOf(yearIn(found, planned), ofMonth, ofDay)
    },
  },
  // In numbers the day goes first where points part them.
  {
    pattern: new RegExp(
      `(?<![\\d./-])${deadline}?(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>${yearDigits})(?![\\d-]|\\.\\d)`,
      'gi',
    ),
    dayOf: (found, planned) => dayOf(yearIn(found, planned), Number(found.month), Number(found.day)),
  },
  // Of days on end the last, as in Chinese: "12-14 October 2026", "October 12-14".
  {
    pattern: new RegExp(
      `(?<![\\w-])${deadline}?${dayAgain} ?${span} ?${day} (?:of )?${month}(?![a-z])${year}?`,
      'gi',
    ),
    dayOf: (found, planned) => dayOf(yearIn(found, planned), monthIn(found), Number(found.day)),
  },
  {
    pattern: new RegExp(
      `(?<![\\w-])${deadline}?${month} ${dayAgain} ?${span} ?${day}(?!\\d|[a-z])${year}?`,
      'gi',
    ),
    dayOf: (found, planned) => dayOf(yearIn(found, planned), monthIn(found), Number(found.day)),
  },
  // Of two days each: "12 and 14 October", "October 12 and 14".
  {
    pattern: new RegExp(
      `(?<![\\w-])${deadline}?${day}(?= (?:and|&) ${dayAgain} (?:of )?${month}(?![a-z])${year}?)`,
      'gi',
    ),
    dayOf: (found, planned) => dayOf(yearIn(found, planned), monthIn(found), Number(found.day)),
  },
  {
    pattern: new RegExp(
      `(?<![\\w-])${deadline}?${month} ${day}(?= (?:and|&) ${dayAgain}(?!\\d|[a-z]| ${monthAgain})${year}?)`,
      'gi',
    ),
    dayOf: (found, planned) => dayOf(yearIn(found, planned), monthIn(found), Number(found.day)),
  },
  {
    pattern: new RegExp(
      `(?<=(?<![\\w-])${month} ${dayAgain} (?:and|&) )${day}(?!\\d|[a-z]| ${monthAgain})${year}?`,
      'gi',
    ),
    dayOf: (found, planned) => dayOf(yearIn(found, planned), monthIn(found), Number(found.day)),
  },
  {
    pattern: new RegExp(`(?<![\\w-])${deadline}?${day} (?:of )?${month}(?![a-z])${year}?`, 'gi'),
    dayOf: (found, planned) => dayOf(yearIn(found, planned), monthIn(found), Number(found.day)),
  },
  {
    pattern: new RegExp(`(?<![\\w-])${deadline}?${month} ${day}(?!\\d|[a-z])${year}?`, 'gi'),
    dayOf: (found, planned) => dayOf(yearIn(found, planned), monthIn(found), Number(found.day)),
  },
  // A month in which something is done is given by its last day, as a quarter is: "in March 2026", "in May and November".
  {
    pattern: new RegExp(
      `(?<![\\w-])(?:(?:in|during) |(?<=(?<![\\w-])(?:in|during) (?:${monthAgain}(?:,? ${yearDigits})?(?:, | and |, and ))+))${month}(?![a-z])${year}?(?! \\d)`,
      'gi',
    ),
    dayOf: (found, planned) => lastDayOf(yearIn(found, planned), monthIn(found)),
  },
  // "ISO 12345 (September 2027)".
  {
    pattern: new RegExp(`(?<=\\()${month}${year}(?=\\))`, 'gi'),
    dayOf: (found, planned) => lastDayOf(yearIn(found, planned), monthIn(found)),
  },
  {
    pattern: new RegExp(
      `(?<![\\w-])(?:by|before|until|no later than|not later than) (?:the )?(?:mid[- ](?:year|(?<year>${yearDigits}))|middle of (?:the|this) year)(?![\\w-])`,
      'gi',
    ),
    dayOf: (found, planned) => lastDayOf(yearIn(found, planned), 6),
  },
  {
    pattern: new RegExp(
      `(?<![\\w-])(?:(?:by|before|until|in|around|no later than|not later than) )?(?:the )?(?:mid[- ]|middle of )${month}(?![a-z])${year}?(?! \\d)`,
      'gi',
    ),
    dayOf: (found, planned) => dayOf(yearIn(found, planned), monthIn(found), 15),
  },
  // "before June" is over when June begins.
  {
    pattern: new RegExp(`(?<![\\w-])before ${month}(?![a-z])${year}?(?! \\d)`, 'gi'),
    dayOf: (found, planned) => dayBefore(dayOf(yearIn(found, planned), monthIn(found), 1)),
  },
  // "by the end of June", "by end-June", "by June".
  {
    pattern: new RegExp(
      `(?<![\\w-])(?:${deadline}?${end}|(?:by|no later than|not later than|until) )${month}(?![a-z])${year}?(?! \\d)`,
      'gi',
    ),
    dayOf: (found, planned) => lastDayOf(yearIn(found, planned), monthIn(found)),
  },
  {
    pattern: new RegExp(
      `(?<![\\w-])(?:(?:${deadline}?${end}|(?:by|no later than|not later than|within) )(?:this year|the year|year|(?<year>${yearDigits}))|(?:by|before) (?:the )?(?:end of )?year[- ]end)(?![\\w-])`,
      'gi',
    ),
    dayOf: (found, planned) => lastDayOf(yearIn(found, planned), 12),
  },
  {
    pattern: new RegExp(
      `(?<![\\w-])(?:${deadline}|in the |within the |during the )?${end}?(?:the )?(?<half>first|second|1st|2nd) half(?:[- ]year| of (?:the year|this year|(?<year>${yearDigits}))|(?= and (?:in )?(?:the )?second half))`,
      'gi',
    ),
    dayOf: (found, planned) => lastDayOf(yearIn(found, planned), 6 * ordinal(found.half)),
  },
  {
    pattern: new RegExp(
      `(?<![\\w-])(?:${deadline}|in the |within the |during the )?${end}?(?:the )?(?<quarter>first|second|third|fourth|1st|2nd|3rd|4th) quarter(?: of (?:the year|this year|(?<year>${yearDigits})))?`,
      'gi',
    ),
    dayOf: (found, planned) => lastDayOf(yearIn(found, planned), 3 * ordinal(found.quarter)),
  },
  {
    pattern: new RegExp(
      `(?<![\\w-])(?:(?:by|before|in|of|end of|the end of|by end of|by the end of) )?(?<period>Q[1-4]|H[12])(?!\\w|-\\w)(?:[ /](?<year>${yearDigits}))?`,
      'g',
    ),
    dayOf: (found, planned) => {
      const [kind, number] = [found.period?.charAt(0), Number(found.period?.charAt(1))]
      return lastDayOf(yearIn(found, planned), (kind === 'Q' ? 3 : 6) * number)
    },
  },
]

function yearIn({ year: told }: Record<string, string | undefined>, planned: number): number {
  return told === undefined ? planned : Number(told)
}

function monthIn({ month: name = '' }: Record<string, string | undefined>): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

function ordinal(word = ''): number {
  return ordinals[word.toLowerCase()] ?? 0
}
