import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Language } from '../domain/language/rules.ts'
import type { Decided } from '../domain/standard/recording.ts'
import type { Proposal } from '../domain/standard/recording-journal.ts'
import { texts } from '../texts/texts.ts'
import { context, section } from './blocks.ts'
import { momentInWords } from './dates.ts'
import { decidedInWords, proposalButtons, proposalInWords } from './proposal-words.ts'

/** Shows the list; its value is `all`. */
export const openProposalsId = 'proposals.open'
/** "Accept" in the list; its value is the number of the entry. */
export const acceptProposalId = 'proposal.accept'

/** Slack takes some 13,000 characters a message: who decides works down the list. */
const mostShown = 8

/** What came of a decision, alone. */
export function decidedMessage(decided: Decided, language: Language): Message {
  const text = decidedInWords(decided, language)
  return { text, blocks: [section(text)] }
}

/**
 * The stage moves that wait for the secretariat, each with its buttons where the reader decides, and what became of the
 * one just decided.
 */
export function proposalList(
  proposals: readonly Proposal[],
  zone: string,
  language: Language,
  { decided, decides = true }: { decided?: Decided | undefined; decides?: boolean } = {},
): Message {
  const say = texts(language)
  const count = proposals.length
  const title = count === 0 ? say('proposals.none') : say('proposals.title', { count })
  const shown = proposals.slice(0, mostShown)
  const outcome = decided === undefined ? [] : [decidedInWords(decided, language)]
  return {
    text: [...outcome, title].join(' '),
    blocks: [
      ...outcome.map(section),
      section(title),
      ...shown.flatMap((proposal) => proposalBlocks(proposal, zone, decides, language)),
      ...(count > shown.length ? [context(say('proposals.more', { count: count - shown.length }))] : []),
    ],
  }
}

function proposalBlocks(
  proposal: Proposal,
  zone: string,
  decides: boolean,
  language: Language,
): KnownBlock[] {
  const at = momentInWords(proposal.recordedAt, zone, language)
  return [
    section(proposalInWords(proposal, at, language)),
    ...(decides ? [proposalButtons(proposal, { action_id: acceptProposalId }, language)] : []),
  ]
}
