// The secretariat's "Accept" in the message that asks about a proposed stage move.
import { actedBy } from '../../src/contract/acted-by.ts'
import { action } from '../../src/contract/action.ts'
import { ephemeral, nothing } from '../../src/contract/reply.ts'
import { decidedMessage } from '../../src/views/proposal-list.ts'
import { acceptAskedProposalId } from '../../src/views/proposal-message.ts'
import { proposalId } from './proposal-id.ts'

export const acceptAskedProposal = action({
  id: acceptAskedProposalId,
  value: proposalId,
  who: 'secretariat',
  async run(app, caller, id) {
    const decided = await app.recordings.accept(id, actedBy(caller))
    return decided.ok ? nothing : ephemeral(decidedMessage(decided, caller.language))
  },
})
