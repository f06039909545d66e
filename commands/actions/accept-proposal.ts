// The secretariat's "Accept" beside a proposed stage move.
import { actedBy } from '../../src/contract/acted-by.ts'
import { action } from '../../src/contract/action.ts'
import { replace } from '../../src/contract/reply.ts'
import { acceptProposalId, proposalList } from '../../src/views/proposal-list.ts'
import { proposalId } from './proposal-id.ts'

export const acceptProposal = action({
  id: acceptProposalId,
  value: proposalId,
  who: 'secretariat',
  async run(app, caller, id) {
    const decided = await app.recordings.accept(id, actedBy(caller))
    const left = await app.recordings.proposals()
    return replace(proposalList(left, caller.zone, caller.language, { decided }))
  },
})
