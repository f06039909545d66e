import type { ModalView } from '@slack/types'
import type { Language } from '../domain/language/rules.ts'
import type { Proposal } from '../domain/standard/recording-journal.ts'
import { texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { momentInWords } from './dates.ts'
import { proposalInWords } from './proposal-words.ts'
import { longestReason } from './record-modal.ts'

/** The modal that asks why a proposal is declined; its private metadata is `{ proposal }` as JSON. */
export const declineProposalId = 'proposal.decline'
/** The block whose input is the reason. */
export const declineWhyBlock = 'why' as const

/** Asks for the reason, which stands in the journal and which whoever proposed it hears. */
export function declineProposalModal(proposal: Proposal, zone: string, language: Language): ModalView {
  const say = texts(language)
  const at = momentInWords(proposal.recordedAt, zone, language)
  return {
    type: 'modal',
    callback_id: declineProposalId,
    private_metadata: JSON.stringify({ proposal: String(proposal.id) }),
    title: { type: 'plain_text', text: say('decline.title') },
    submit: { type: 'plain_text', text: say('decline.submit') },
    close: { type: 'plain_text', text: say('drop.close') },
    blocks: [
      section(`${proposalInWords(proposal, at, language)}\n\n${say('decline.what')}`),
      {
        type: 'input',
        block_id: declineWhyBlock,
        label: { type: 'plain_text', text: say('drop.why') },
        element: {
          type: 'plain_text_input',
          multiline: true,
          max_length: longestReason,
        },
      },
    ],
  }
}
