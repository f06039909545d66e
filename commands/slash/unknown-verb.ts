import { verbsOf } from '../../src/contract/dispatch.ts'
import { UserError } from '../../src/contract/errors.ts'
import { inflections } from '../../src/contract/inflections.ts'
import { nearestOf } from '../../src/domain/finding/nearest.ts'
import type { Language } from '../../src/domain/language/rules.ts'
import { assignmentVerbs } from './assignment-verbs.ts'

/** What to say of a verb that nobody knows: the one it may be a slip of, else all that there are. */
export function unknownVerb({ verb, name }: { verb: string; name: string }, language: Language): UserError {
  const spelled = new Map(
    assignmentVerbs
      .flatMap(verbsOf)
      .flatMap((one) => [one, ...inflections(one)].map((form) => [form, one] as const)),
  )
  const nearest = spelled.get(nearestOf(verb, [...spelled.keys()]) ?? '')
  if (nearest !== undefined) return new UserError('assignment.unknown-verb-but', { verb, name, nearest })
  const verbs = assignmentVerbs.flatMap((one) => verbsOf(one).find((word) => isOf(language, word)) ?? [])
  return new UserError('assignment.unknown-verb', {
    verb,
    name,
    verbs: verbs.join(language === 'en' ? ', ' : '、'),
  })
}

function isOf(language: Language, word: string): boolean {
  return /\p{Script=Han}/u.test(word) === (language !== 'en')
}
