// "Decline" with its reason, from the modal that the button beside a proposal opens.

import { z } from 'zod'
import { actedBy } from '../../src/contract/acted-by.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import { declineProposalId, declineWhyBlock } from '../../src/views/decline-proposal-modal.ts'
import { proposalList } from '../../src/views/proposal-list.ts'
import { longestReason } from '../../src/views/record-modal.ts'
import { proposalId } from '../actions/proposal-id.ts'

export const declineProposal = submission({
  id: declineProposalId,
  meta: z.strictObject({ proposal: proposalId }),
  fields: z.object({ [declineWhyBlock]: z.string().trim().min(1).max(longestReason) }),
  who: 'secretariat',
  async run(app, caller, { meta, fields }) {
    const decided = await app.recordings.decline(meta.proposal, actedBy(caller), fields[declineWhyBlock])
    const left = await app.recordings.proposals()
    return ephemeral(proposalList(left, caller.zone, caller.language, { decided }))
  },
})
