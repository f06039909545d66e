import { UserError } from '../../src/contract/errors.ts'
import { daysOf, spacedSpan, span, spanPattern } from './span.ts'

/** What was typed behind `/assignments`, before names are looked up. */
export type AssignmentWords = {
  /** "me" was said. */
  me: boolean
  overdue: boolean
  /** Due within so many days. */
  withinDays?: number
  /** Words that name groups, members or organisations. */
  names: string[]
  /** A word before or behind what looks like an assignment's short name: a verb that this command does not have. */
  unread?: { verb: string; name: string }
}

/** What an assignment's short name looks like: `a7`, `wg8-01`. A group's code looks otherwise. */
export const looksNamed = /^(?:a\d+|[a-z]+\d*-\d+)(?![\w-])/iu

const me = /^(me|my|mine|我|我的|本人)$/iu
const overdue = /^(overdue|late|逾期|超期|过期)$/iu
const due = /^(due|within|截止|到期)$/iu
/** Chinese says both in one word: `两周内到期`, `10天内`. */
const dueWithin = new RegExp(
  `^(?:未来)?(${spanPattern})(?:以?内)?(?:到期|截止)$|^(?:未来)?(${spanPattern})以?内$`,
  'iu',
)
/** A mention, or a span with a blank in it (`2 weeks`), is one word. */
const wordPattern = new RegExp(`<@[^>]+>|${spacedSpan}(?!\\S)|\\S+`, 'giu')

/** The longest names of organisations have ten; whoever writes more has not written names. */
const mostNames = 40

/**
 * Reads `me`, `@member`, a group's code, `overdue`, `due 2w`, `两周内到期`, alone or together, in either language.
 * @throws UserError where `due` is not followed by a span such as `2w` or `10d`, or where there are too many words.
 */
export function parseAssignmentQuery(text: string): AssignmentWords {
  const query: AssignmentWords = { me: false, overdue: false, names: [] }
  const plain = text.normalize('NFKC')
  const unread = verbUnread(plain)
  if (unread !== undefined) return { ...query, names: [unread.verb, unread.name], unread }
  const words = plain.match(wordPattern) ?? []
  for (const [i, word] of words.entries()) {
    if (due.test(words[i - 1] ?? '')) query.withinDays = readSpan(word)
    else if (dueWithin.test(word)) query.withinDays = readSpan(withinSaid(word))
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

/** `refute a7 …`, `a7 refute`, `结案a7`: what stands before a short name or behind it is no narrowing of a list. */
function verbUnread(text: string): AssignmentWords['unread'] {
  const [first = '', second = ''] = text
    .trim()
    .slice(0, 200)
    .split(/[\s:,;，、；]+/u)
  const [, joined, close = ''] = /^(\p{Script=Han}+)([a-z\d].*)$/iu.exec(first) ?? []
  const [verb, name] = joined ? [joined, close] : looksNamed.test(second) ? [first, second] : [second, first]
  const found = looksNamed.exec(name)?.[0]
  const isVerb = /^[\p{L}-]{2,}$/u.test(verb) && ![me, overdue, due].some((word) => word.test(verb))
  return found !== undefined && isVerb ? { verb, name: found } : undefined
}

function withinSaid(word: string): string {
  const [, due, within] = dueWithin.exec(word) ?? []
  return due ?? within ?? ''
}

function readSpan(word: string): number {
  if (!span.test(word)) throw new UserError('assignments.bad-span', { span: word })
  return daysOf(word)
}
