import { UserError } from '../../src/contract/errors.ts'
import { daysOf, span, spanUnits } from './span.ts'

/** What was typed behind `/assignments`, before names are looked up. */
export type AssignmentWords = {
  /** "me" was said. */
  me: boolean
  overdue: boolean
  /** Due within so many days. */
  withinDays?: number
  /** Words that name groups, members or organisations. */
  names: string[]
}

const me = /^(me|my|mine|我|我的|本人)$/iu
const overdue = /^(overdue|late|逾期|超期|过期)$/iu
const due = /^(due|within|截止|到期)$/iu
/** A mention, or a span with a blank in it (`2 weeks`), is one word. */
const wordPattern = new RegExp(`<@[^>]+>|\\d{1,3}\\s+${spanUnits}(?!\\S)|\\S+`, 'giu')

/** The longest names of organisations have ten; whoever writes more has not written names. */
const mostNames = 40

/**
 * Reads `me`, `@member`, a group's code, `overdue`, `due 2w`, alone or together, in either language.
 * @throws UserError where `due` is not followed by a span such as `2w` or `10d`, or where there are too many words.
 */
export function parseAssignmentQuery(text: string): AssignmentWords {
  const query: AssignmentWords = { me: false, overdue: false, names: [] }
  const words = text.normalize('NFKC').match(wordPattern) ?? []
  for (const [i, word] of words.entries()) {
    if (due.test(words[i - 1] ?? '')) query.withinDays = readSpan(word)
    else if (due.test(word)) {
      if (i === words.length - 1) throw new UserError('assignments.ask-for-span')
    } else if (me.test(word)) query.me = true
    else if (overdue.test(word)) query.overdue = true
    else query.names.push(word)
  }
  if (query.names.length > mostNames)
    throw new UserError('assignments.unknown-name', { name: query.names.join(' ') })
  return query
}

function readSpan(word: string): number {
  if (!span.test(word)) throw new UserError('assignments.bad-span', { span: word })
  return daysOf(word)
}
