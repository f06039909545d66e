import { z } from 'zod'
import type { App } from '../../src/app.ts'
import { actedBy } from '../../src/contract/acted-by.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Message } from '../../src/contract/reply.ts'
import { comparedInShort } from '../../src/domain/plan/importing.ts'
import type { DraftPreview } from '../../src/domain/plan/service.ts'
import { type PlanAsked, planTaken } from '../../src/views/plan-preview.ts'
import { draftId, draftNeeded, draftNow, draftRevision } from './plan-draft-value.ts'

/** Which preview was agreed to, as its button and the modal that asks why carry it. */
export const planAsked = z.strictObject({
  draft: draftId,
  revision: draftRevision,
  compared: z.string().max(60),
})

/** Whether a draft is still what somebody saw: another document may have been put on record since. */
export function isAsSeen({ draft, preview }: DraftPreview, { revision, compared }: PlanAsked): boolean {
  return draft.state === 'open' && draft.revision === revision && comparedInShort(preview) === compared
}

/** Puts on record what was agreed to, or shows what it has become. @throws UserError where there is no such draft */
export async function putOnRecord(
  app: App,
  caller: Caller,
  asked: PlanAsked,
  why?: string,
): Promise<Message> {
  const now = await draftNeeded(app, asked.draft)
  if (!isAsSeen(now, asked)) return draftNow(app, caller, now, 'moved-on')
  const taken = await app.plans.agree(asked.draft, asked.revision, actedBy(caller), why)
  if (taken === undefined) throw new UserError('plan.draft-gone')
  return taken.kind === 'taken' ? planTaken(taken, caller.language) : draftNow(app, caller, taken, 'moved-on')
}
