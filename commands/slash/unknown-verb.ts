import { verbsOf } from '../../src/contract/dispatch.ts'
import { UserError } from '../../src/contract/errors.ts'
import { inflections } from '../../src/contract/inflections.ts'
import { nearestOf } from '../../src/domain/finding/nearest.ts'
import type { Language } from '../../src/domain/language/rules.ts'
import { assignmentVerbs } from './assignment-verbs.ts'
import { assignmentsAccept } from './assignments-accept.ts'
import { assignmentsDecline } from './assignments-decline.ts'
import { assignmentsDeny } from './assignments-deny.ts'
import { assignmentsDone } from './assignments-done.ts'
import { assignmentsGrant } from './assignments-grant.ts'
import { type Negated, negatedVerb } from './negated-verb.ts'

/** What somebody does who does not do the other. */
const opposites = new Map([
  [assignmentsAccept, assignmentsDecline],
  [assignmentsGrant, assignmentsDeny],
])

/**
 * What to say of a verb that nobody knows: the one it may be a slip of, else all that there are. A verb that is denied is
 * never answered with that verb.
 */
export function unknownVerb({ verb, name }: { verb: string; name: string }, language: Language): UserError {
  const verbs = assignmentVerbs.flatMap(verbsOf)
  const negated = negatedVerb(verb, verbs)
  if (negated !== undefined) return unsaid(negated, { verb, name }, language)
  const spelled = new Map(
    verbs.flatMap((one) => [one, ...inflections(one)].map((form) => [form, one] as const)),
  )
  const nearest = spelled.get(nearestOf(verb, [...spelled.keys()]) ?? '')
  if (nearest !== undefined) return new UserError('assignment.unknown-verb-but', { verb, name, nearest })
  return everyVerb({ verb, name }, language)
}

function unsaid(negated: Negated, said: { verb: string; name: string }, language: Language): UserError {
  const { verb, isUnable } = negated
  const handler = assignmentVerbs.find((one) => verb !== undefined && verbsOf(one).includes(verb))
  if (isUnable && (handler === undefined || handler === assignmentsDone))
    return new UserError('assignment.unknown-verb-cannot', said)
  const opposite = handler && opposites.get(handler)
  const nearest =
    opposite &&
    verbsOf(opposite).find((word) => isOf(/\p{Script=Han}/u.test(said.verb) ? 'zh-CN' : 'en', word))
  if (nearest === undefined) return everyVerb(said, language)
  return new UserError('assignment.unknown-verb-but', { ...said, nearest })
}

function everyVerb(said: { verb: string; name: string }, language: Language): UserError {
  const verbs = assignmentVerbs.flatMap((one) => verbsOf(one).find((word) => isOf(language, word)) ?? [])
  return new UserError('assignment.unknown-verb', {
    ...said,
    verbs: verbs.join(language === 'en' ? ', ' : '、'),
  })
}

function isOf(language: Language, word: string): boolean {
  return /\p{Script=Han}/u.test(word) === (language !== 'en')
}
