import { bareQuestion } from '../../src/contract/bare-question.ts'
import { verbsOf } from '../../src/contract/dispatch.ts'
import { UserError } from '../../src/contract/errors.ts'
import { inflections } from '../../src/contract/inflections.ts'
import { nearestOf } from '../../src/domain/finding/nearest.ts'
import type { Language } from '../../src/domain/language/rules.ts'
import { texts } from '../../src/texts/texts.ts'
import { assignmentVerbs } from './assignment-verbs.ts'
import { assignmentsAccept } from './assignments-accept.ts'
import { assignmentsDecline } from './assignments-decline.ts'
import { assignmentsDeny } from './assignments-deny.ts'
import { assignmentsDone } from './assignments-done.ts'
import { assignmentsGrant } from './assignments-grant.ts'
import type { Unread } from './assignments-query.ts'
import { type Negated, negatedVerb } from './negated-verb.ts'
import { repeatable } from './repeatable.ts'

/** What somebody does who does not do the other. */
const opposites = new Map([
  [assignmentsAccept, assignmentsDecline],
  [assignmentsGrant, assignmentsDeny],
])

/**
 * What to say of a verb that nobody knows: the one it may be a slip of, else all that there are. A verb that is denied is
 * never answered with that verb.
 */
export function unknownVerb(said: Unread, language: Language): UserError {
  const { verb } = said
  const verbs = assignmentVerbs.flatMap(verbsOf)
  const negated = negatedVerb(verb, verbs)
  if (negated !== undefined) return unsaid(negated, said, language)
  const spelled = new Map(
    verbs.flatMap((one) => [one, ...inflections(one)].map((form) => [form, one] as const)),
  )
  const nearest = isTooShort(verb) ? undefined : spelled.get(nearestOf(verb, [...spelled.keys()]) ?? '')
  return nearest === undefined ? everyVerb(said, language) : perhaps(said, nearest)
}

/** Chinese words of two characters share one with many others: 准备 is no slip of 准予. */
function isTooShort(verb: string): boolean {
  return /^\p{Script=Han}{1,2}$/u.test(verb.replace(/^已经?|了$/gu, ''))
}

/** The verb that may be meant, with all that was typed behind the one that is not known but a mere question. */
function perhaps({ verb, name, rest }: Unread, nearest: string): UserError {
  const said = bareQuestion.test(rest) ? '' : rest
  const again = `${name} ${repeatable(said)}`.trim()
  return new UserError('assignment.unknown-verb-but', { verb, name, nearest, again })
}

function unsaid(negated: Negated, said: Unread, language: Language): UserError {
  const { verb, isUnable } = negated
  const handler = assignmentVerbs.find((one) => verb !== undefined && verbsOf(one).includes(verb))
  if (isUnable && (handler === undefined || handler === assignmentsDone))
    return new UserError('assignment.unknown-verb-cannot', { verb: said.verb, name: said.name })
  const opposite = handler && opposites.get(handler)
  const nearest =
    opposite &&
    verbsOf(opposite).find((word) => isOf(/\p{Script=Han}/u.test(said.verb) ? 'zh-CN' : 'en', word))
  if (nearest === undefined) return everyVerb(said, language)
  return perhaps(said, nearest)
}

function everyVerb({ verb, name }: Unread, language: Language): UserError {
  const verbs = assignmentVerbs.flatMap((one) => verbsOf(one).find((word) => isOf(language, word)) ?? [])
  return new UserError('assignment.unknown-verb', {
    verb,
    name,
    verbs: verbs.join(texts(language)('list.comma')),
  })
}

function isOf(language: Language, word: string): boolean {
  return /\p{Script=Han}/u.test(word) === (language !== 'en')
}
