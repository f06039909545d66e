import { UserError } from '../../src/contract/errors.ts'
import { type DueDaysSaid, dueDaysIn } from './due-days.ts'
import { denies } from './negated-verb.ts'
import { daysOf, spacedSpan, span, spanPattern } from './span.ts'

/** A verb that is not known, the short name beside it, and what follows both; empty where nothing does. */
export type Unread = { verb: string; name: string; rest: string }

/** What was typed behind `/assignments`, before names are looked up. */
export type AssignmentWords = {
  /** "me" was said. */
  me: boolean
  overdue: boolean
  /** Due within so many days. */
  withinDays?: number
  /** Due on those days. */
  due?: DueDaysSaid
  /** Words that name groups, members or organisations. */
  names: string[]
  /** A word before or behind what looks like an assignment's short name: a verb that this command does not have. */
  unread?: Unread
}

/** What an assignment's short name looks like: `a7`, `wg8-01`. A group's code looks otherwise. */
export const looksNamed = /^(?:a\d+|[a-z]+\d*-\d+)(?![\w-])/iu

const me = /^(me|my|mine|我|我的|本人)$/iu
const overdue = /^(overdue|late|逾期|超期|过期)$/iu
const due = /^(due|within|截止|到期)$/iu
/** `due in 3 days`, `within the next 2 weeks`, `截止 未来 3天`: the words between say nothing more. */
const beforeSpan = new RegExp(
  `(?<=(?:^|\\s)(?:due|within|截止|到期)\\s+)(?:(?:in|within|over|during)\\s+)?(?:the\\s+)?(?:(?:next|coming|未来)\\s*)?(?=${spanPattern}(?!\\S))`,
  'giu',
)
/** `3 天内到期`, `三天之内到期的任务`, `截止 3天内`, with blanks or without. */
const zhWithin = new RegExp(
  `(?<=^|\\s)(?:(?:截止|到期)\\s*)?(?:未来|今后|接下来|近)?\\s*(?<span>${spanPattern})\\s*(?:(?:之|以)?内\\s*(?:到期|截止)?|到期|截止)(?:的(?:任务|待办)?)?(?=\\s|$)`,
  'giu',
)
/** A mention, or a span with a blank in it (`2 weeks`), is one word. */
const wordPattern = new RegExp(`<@[^>]+>|${spacedSpan}(?!\\S)|\\S+`, 'giu')

/** One word or a few, a mark or a blank (Chinese writes none), and a short name. */
const beforeName = new RegExp(
  `^(?<verb>[\\p{L}'’-]+(?:\\s+[\\p{L}'’-]+){0,5}(?=[\\s:,;，、；])|\\p{Script=Han}+)[\\s:,;，、；]*(?<name>${looksNamed.source.slice(1)})`,
  'iu',
)
/** The longest names of organisations have ten; whoever writes more has not written names. */
const mostNames = 40

/**
 * Reads `me`, `@member`, a group's code, `overdue`, `due 2w`, `due today`, `两周内到期`, alone or together, in either language.
 * @throws UserError where `due` is not followed by a span such as `2w` or `10d`, or a day, or where there are too many words.
 */
export function parseAssignmentQuery(text: string): AssignmentWords {
  const query: AssignmentWords = { me: false, overdue: false, names: [] }
  const plain = text.normalize('NFKC')
  const unread = verbUnread(plain)
  if (unread !== undefined) return { ...query, names: [unread.verb, unread.name], unread }
  const days = dueDaysIn(plain)
  if (days !== undefined) query.due = days.due
  const words = withSpans(days?.rest ?? plain).match(wordPattern) ?? []
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

/**
 * `refute a7 …`, `a7 refute`, `结案a7`, `don't accept a7`: what stands before a short name or behind it is no narrowing of a
 * list. Of several words it is a verb only where they deny one.
 */
function verbUnread(text: string): AssignmentWords['unread'] {
  const plain = text.trim().slice(0, 200)
  const first = looksNamed.exec(plain)?.[0]
  const found =
    first === undefined ? beforeName.exec(plain)?.groups : { name: first, verb: wordsBehind(plain, first) }
  const { name, verb = '' } = found ?? {}
  const isVerb = !/\s/u.test(verb) || verb.split(/\s+/u).some((word) => denies(word))
  const isNarrowing = [me, overdue, due].some((word) => word.test(verb))
  if (name === undefined || verb.length < 2 || !isVerb || isNarrowing) return undefined
  const last = first === undefined ? name : verb
  const rest = text.trim().slice(text.trim().indexOf(last) + last.length)
  return { verb, name, rest: rest.replace(/^[\s:,;，、；]+/u, '') }
}

/** The word behind a short name, or a few where they deny something. */
function wordsBehind(text: string, name: string): string {
  const said = text.slice(name.length).replace(/^[\s:,;，、；]+/u, '')
  const [few = ''] =
    /^[\p{L}'’-]+(?:\s+(?!because(?!\p{L}))[\p{L}'’-]+){0,4}(?![\p{L}\p{N}'’-])/u.exec(said) ?? []
  const words = few.split(/\s+/u)
  return words.slice(0, 3).some((word) => denies(word)) ? few : (words[0] ?? '')
}

/** How long is said in one way alone: `due`, and the span behind it. */
function withSpans(text: string): string {
  return text
    .replaceAll(/(?<=(?:^|\s)(?:in|within)\s+)an?(?=\s+(?:day|week|month)(?![a-z]))/giu, 'one')
    .replaceAll(beforeSpan, '')
    .replaceAll(zhWithin, 'due $<span>')
}

function readSpan(word: string): number {
  if (!span.test(word)) throw new UserError('assignments.bad-span', { span: word })
  return daysOf(word)
}
