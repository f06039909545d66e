// "Look…" beside the stages that wait, on the secretariat's Home tab.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { openProposalsId, proposalList } from '../../src/views/proposal-list.ts'

export const openProposals = action({
  id: openProposalsId,
  value: z.literal('all'),
  who: 'secretariat',
  async run(app, caller) {
    return ephemeral(proposalList(await app.recordings.proposals(), caller.zone, caller.language))
  },
})
