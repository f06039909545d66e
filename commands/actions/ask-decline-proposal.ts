// The secretariat's "Decline…" beside a proposed stage move: it opens a modal that asks why.
import { action } from '../../src/contract/action.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { declineProposalModal } from '../../src/views/decline-proposal-modal.ts'
import { decidedMessage } from '../../src/views/proposal-list.ts'
import { askDeclineProposalId } from '../../src/views/proposal-words.ts'
import { proposalId } from './proposal-id.ts'

export const askDeclineProposal = action({
  id: askDeclineProposalId,
  value: proposalId,
  who: 'secretariat',
  async run(app, { zone, language }, id) {
    const proposal = await app.recordings.proposal(id)
    if (proposal === undefined) return ephemeral(decidedMessage({ ok: false, why: 'gone' }, language))
    if (proposal.state !== 'proposed')
      return ephemeral(decidedMessage({ ok: false, why: 'decided', move: proposal }, language))
    return { kind: 'modal', view: declineProposalModal(proposal, zone, language) }
  },
})
