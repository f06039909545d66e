import { z } from 'zod'
import type { App } from '../../src/app.ts'
import { actedBy } from '../../src/contract/acted-by.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { DecisionWord } from '../../src/domain/notice/rules.ts'

/** The value of the buttons under a question: the notice's id. */
export const noticeId = z.string().regex(/^[\w.-]{1,64}$/)

/** Puts a person's decision on record. @throws UserError where there is no such notice, or nothing is left to decide */
export async function decideNotice(
  app: App,
  caller: Caller,
  id: string,
  decision: { word: DecisionWord; why?: string },
): Promise<void> {
  const { word, why } = decision
  const outcome = await app.decisions.make(id, word, {
    ...actedBy(caller),
    ...(why !== undefined && { why }),
  })
  if (outcome === undefined) throw new UserError('refused.outdated-button')
  if (!outcome.isMade) throw new UserError('notice.not-open', { state: outcome.notice.state })
}
