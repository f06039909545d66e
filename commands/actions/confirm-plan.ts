// "Put on record" under the preview of a plan.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { memberBehind } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { replace } from '../../src/contract/reply.ts'
import { comparedInShort } from '../../src/domain/plan/importing.ts'
import { confirmPlanId, planTaken } from '../../src/views/plan-preview.ts'
import { draftId, draftNeeded, draftNow, draftRevision } from './plan-draft-value.ts'

const asked = jsonValue(
  z.strictObject({ draft: draftId, revision: draftRevision, compared: z.string().max(60) }),
)

export const confirmPlan = action({
  id: confirmPlanId,
  value: asked,
  who: 'secretariat',
  async run(app, caller, { draft: id, revision, compared }) {
    const now = await draftNeeded(app, id)
    // Another document may have been put on record since: what it changes then is not what was seen.
    if (comparedInShort(now.preview) !== compared)
      return replace(await draftNow(app, caller, now, 'moved-on'))
    const taken = await app.plans.agree(id, revision, memberBehind(caller).id)
    if (taken === undefined) throw new UserError('plan.draft-gone')
    return replace(
      taken.kind === 'taken'
        ? planTaken(taken, caller.language)
        : await draftNow(app, caller, taken, 'moved-on'),
    )
  },
})
