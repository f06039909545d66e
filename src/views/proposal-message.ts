import type { Message } from '../contract/reply.ts'
import type { Committee } from '../domain/committee/rules.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Proposal } from '../domain/standard/recording-journal.ts'
import { texts } from '../texts/texts.ts'
import { context, section } from './blocks.ts'
import { momentForEachReader } from './dates.ts'
import { brief, escapeMrkdwn } from './mrkdwn.ts'
import type { NoticeFrame } from './notice-frame.ts'
import { proposalButtons, proposalInWords } from './proposal-words.ts'
import { stageInWords } from './stage-words.ts'

/** "Accept" in the message that asks the secretariat; its value is the number of the entry. */
export const acceptAskedProposalId = 'proposal.accept-asked'

/** Asks the secretariat about a proposed stage, and shows what was decided. */
export function proposalMessage(
  proposal: Proposal,
  { languages, zone }: Committee,
  { id }: NoticeFrame,
): Message {
  const language = languages[0] ?? 'en'
  const say = texts(language)
  const at = momentForEachReader(proposal.recordedAt, zone, language)
  const isOpen = proposal.state === 'proposed'
  const title = say(`proposal.${proposal.state}`)
  return {
    text: `${title} ${nameAndStage(proposal, language)}`,
    blocks: [
      section(`*${title}*\n${proposalInWords(proposal, at, language)}`),
      ...(isOpen ? [] : [context(decisionInWords(proposal, zone, language))]),
      ...(isOpen && id !== undefined
        ? [proposalButtons(proposal, { action_id: acceptAskedProposalId }, language)]
        : []),
    ],
  }
}

/** Tells whoever proposed a stage what was decided. */
export function proposalAnswer(proposal: Proposal, zone: string, language: Language): Message {
  const isAccepted = proposal.state === 'accepted'
  const title = texts(language)(isAccepted ? 'proposal-answer.accepted' : 'proposal-answer.declined')
  const { designation, titles, stages, to } = proposal
  const name = `*${brief(designation, 80)}* ${brief(nameIn(titles, language), 200)}`
  const stage = escapeMrkdwn(stageInWords(stages, to, language))
  return {
    text: `${title} ${nameAndStage(proposal, language)}`,
    blocks: [section(`*${title}*\n${name}\n→ ${stage}`), context(decisionInWords(proposal, zone, language))],
  }
}

function nameAndStage({ designation, stages, to }: Proposal, language: Language): string {
  return `${brief(designation, 80)} → ${escapeMrkdwn(stageInWords(stages, to, language))}`
}

/** Whoever declines gives a reason; without one, the secretariat recorded the same stage with another day. */
function decisionInWords(proposal: Proposal, zone: string, language: Language): string {
  const say = texts(language)
  const { state, decidedByNames, decidedAt, decidedWhy, recordedAt } = proposal
  const told = say('proposal.decided-by', {
    name: decidedByNames === undefined ? say('history.nobody') : brief(nameIn(decidedByNames, language), 80),
    at: momentForEachReader(decidedAt ?? recordedAt, zone, language),
  })
  if (state !== 'declined') return told
  const why =
    decidedWhy === undefined
      ? say('proposal.recorded-otherwise')
      : say('history.why', { why: brief(decidedWhy, 300) })
  return `${told} · ${why}`
}
