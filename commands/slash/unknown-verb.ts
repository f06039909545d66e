import type { SlashCommand } from '../../src/contract/command.ts'
import { verbsOf } from '../../src/contract/dispatch.ts'
import { UserError } from '../../src/contract/errors.ts'
import { inflections } from '../../src/contract/inflections.ts'
import { nearestOf } from '../../src/domain/finding/nearest.ts'
import type { Language } from '../../src/domain/language/rules.ts'
import { assignmentsAccept } from './assignments-accept.ts'
import { assignmentsBlock } from './assignments-block.ts'
import { assignmentsDecline } from './assignments-decline.ts'
import { assignmentsDeny } from './assignments-deny.ts'
import { assignmentsDone } from './assignments-done.ts'
import { assignmentsExtend } from './assignments-extend.ts'
import { assignmentsGive } from './assignments-give.ts'
import { assignmentsGrant } from './assignments-grant.ts'
import { assignmentsHistory } from './assignments-history.ts'
import { assignmentsReopen } from './assignments-reopen.ts'
import { assignmentsUnblock } from './assignments-unblock.ts'
import { assignmentsUpdate } from './assignments-update.ts'
import { assignmentsWithdraw } from './assignments-withdraw.ts'

/** What can be done with an assignment that has a short name. */
const able: readonly SlashCommand[] = [
  assignmentsAccept,
  assignmentsDecline,
  assignmentsGive,
  assignmentsUpdate,
  assignmentsBlock,
  assignmentsUnblock,
  assignmentsExtend,
  assignmentsGrant,
  assignmentsDeny,
  assignmentsDone,
  assignmentsReopen,
  assignmentsWithdraw,
  assignmentsHistory,
]

/** What to say of a verb that nobody knows: the one it may be a slip of, else all that there are. */
export function unknownVerb({ verb, name }: { verb: string; name: string }, language: Language): UserError {
  const spelled = new Map(
    able.flatMap(verbsOf).flatMap((one) => [one, ...inflections(one)].map((form) => [form, one] as const)),
  )
  const nearest = spelled.get(nearestOf(verb, [...spelled.keys()]) ?? '')
  if (nearest !== undefined) return new UserError('assignment.unknown-verb-but', { verb, name, nearest })
  const verbs = able.flatMap((one) => verbsOf(one).find((word) => isOf(language, word)) ?? [])
  return new UserError('assignment.unknown-verb', {
    verb,
    name,
    verbs: verbs.join(language === 'en' ? ', ' : '、'),
  })
}

function isOf(language: Language, word: string): boolean {
  return /\p{Script=Han}/u.test(word) === (language !== 'en')
}
