import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Decided } from '../domain/standard/recording.ts'
import type { Proposal } from '../domain/standard/recording-journal.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { context, section } from './blocks.ts'
import { momentInWords, partialDayInWords } from './dates.ts'
import { brief, escapeMrkdwn } from './mrkdwn.ts'
import { stageInWords } from './stage-words.ts'

/** "Accept" beside a proposed stage move; its value is the number of the entry, as is that of "Decline". */
export const acceptProposalId = 'proposal.accept'
export const declineProposalId = 'proposal.decline'

/** Slack takes some 13,000 characters a message: who decides works down the list. */
const mostShown = 8

/** The stage moves that wait for the secretariat, each with its buttons, and what became of the one just decided. */
export function proposalList(
  proposals: readonly Proposal[],
  zone: string,
  language: Language,
  decided?: Decided,
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
      ...shown.flatMap((proposal) => proposalBlocks(proposal, zone, language)),
      ...(count > shown.length ? [context(say('proposals.more', { count: count - shown.length }))] : []),
    ],
  }
}

function decidedInWords(decided: Decided, language: Language): string {
  const say = texts(language)
  if (!decided.ok && decided.why === 'gone') return say('proposals.gone')
  if (!decided.ok && decided.why === 'decided') {
    const { decidedByNames, state } = decided.move
    const by = decidedByNames === undefined ? say('history.nobody') : nameIn(decidedByNames, language)
    return say('proposals.decided', { name: brief(by, 80), state })
  }
  const { standard, move } = decided
  const name = brief(standard.designation, 80)
  const stage = escapeMrkdwn(stageInWords(standard.stages, standard.stage, language))
  if (!decided.ok) return say('proposals.changed', { name, stage, from: move.from ?? '—', to: move.to })
  return move.state === 'declined'
    ? say('proposals.declined', { name })
    : say('proposals.accepted', { name, stage })
}

function proposalBlocks(proposal: Proposal, zone: string, language: Language): KnownBlock[] {
  const say = texts(language)
  const { designation, titles, stages, from, to, on, byNames, recordedAt, why, id } = proposal
  const inWords = (code: string) => escapeMrkdwn(stageInWords(stages, code, language))
  const line = say('proposals.line', {
    name: brief(designation, 80),
    title: brief(nameIn(titles, language), 200),
    from: from === undefined ? '—' : inWords(from),
    to: inWords(to),
    on: on === undefined ? '' : ` ${say('history.on', { on: partialDayInWords(on, language) })}`,
    by: byNames === undefined ? say('history.nobody') : brief(nameIn(byNames, language), 80),
    at: momentInWords(recordedAt, zone, language),
  })
  const labelled = (key: TextKey) => ({
    type: 'button' as const,
    value: String(id),
    text: { type: 'plain_text' as const, text: say(key) },
  })
  return [
    section(why === undefined ? line : `${line}\n${say('history.why', { why: brief(why, 300) })}`),
    {
      type: 'actions',
      elements: [
        { ...labelled('proposals.accept'), action_id: acceptProposalId, style: 'primary' },
        { ...labelled('proposals.decline'), action_id: declineProposalId },
      ],
    },
  ]
}
