import { z } from 'zod'
import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Message } from '../../src/contract/reply.ts'
import type { DraftPreview } from '../../src/domain/plan/service.ts'
import { planClosed, planPreview, type ShownAgain } from '../../src/views/plan-preview.ts'

/** The id of a draft. */
export const draftId = z.string().regex(/^[\w-]{1,64}$/)
/** A draft's revision as a number. */
export const draftRevision = z.int().min(1).max(1_000_000)
/** How a part of a plan is called: `plan`, `area:2`, `point:2.3`. */
export const partOfPlan = z.string().regex(/^(?:plan|area:\d{1,3}|point:\d{1,3}(?:\.\d{1,4}){1,4})$/)

/** A draft and its revision as a button names them: `d-1/3`. */
export const draftSeen = z
  .string()
  .regex(/^[\w-]{1,64}\/\d{1,6}$/)
  .transform((text) => {
    const [id = '', revision] = text.split('/')
    return { id, revision: Number(revision) }
  })

/** @throws UserError where there is no such draft */
export async function draftNeeded(app: App, id: string): Promise<DraftPreview> {
  const found = await app.plans.draft(id)
  if (found === undefined) throw new UserError('plan.draft-gone')
  return found
}

/** A draft as it stands now: its preview, or what has become of it. */
export async function draftNow(
  app: App,
  { language }: Caller,
  shown: DraftPreview,
  again?: ShownAgain,
): Promise<Message> {
  return shown.draft.state === 'open'
    ? planPreview(shown, await app.work.kinds(), language, again)
    : planClosed(shown.draft, language)
}
