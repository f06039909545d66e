// "Next" below a page of twins that drift.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { replace } from '../../src/contract/reply.ts'
import { driftList, turnDriftsId } from '../../src/views/drift-list.ts'
import { groupNeeded } from '../slash/wg-meant.ts'

const asked = jsonValue(
  z.strictObject({ group: z.string().min(1).max(100).optional(), page: z.number().int().min(1).max(1e6) }),
)

export const turnDrifts = action({
  id: turnDriftsId,
  value: asked,
  who: 'anyone',
  async run(app, caller, { group: code, page }) {
    const group = code === undefined ? undefined : (await groupNeeded(app, caller, code)).code
    const { today, found } = await app.twins.drifting(group)
    return replace(driftList(found, { ...(group !== undefined && { group }), page }, today, caller.language))
  },
})
