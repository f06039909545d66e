import type { Button, KnownBlock } from '@slack/types'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Decided } from '../domain/standard/recording.ts'
import type { Proposal } from '../domain/standard/recording-journal.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { partialDayInWords } from './dates.ts'
import { brief, escapeMrkdwn } from './mrkdwn.ts'
import { stageInWords } from './stage-words.ts'

/** "Decline…", which asks for the reason; its value is the number of the entry. */
export const askDeclineProposalId = 'proposal.ask-decline'

/** What is proposed, by whom and why; `at` says when, as the place in which it stands tells moments. */
export function proposalInWords(proposal: Proposal, at: string, language: Language): string {
  const say = texts(language)
  const { designation, titles, stages, from, to, on, byNames, why } = proposal
  const inWords = (code: string) => escapeMrkdwn(stageInWords(stages, code, language))
  const line = say('proposals.line', {
    name: brief(designation, 80),
    title: brief(nameIn(titles, language), 200),
    from: from === undefined ? '—' : inWords(from),
    to: inWords(to),
    on: on === undefined ? '' : ` ${say('history.on', { on: partialDayInWords(on, language) })}`,
    by: byNames === undefined ? say('history.nobody') : brief(nameIn(byNames, language), 80),
    at,
  })
  return why === undefined ? line : `${line}\n${say('history.why', { why: brief(why, 300) })}`
}

/** "Accept" and "Decline…" below a proposal that waits; what accepting does to the message depends on which it is. */
export function proposalButtons({ id }: Proposal, accept: Partial<Button>, language: Language): KnownBlock {
  const labelled = (key: TextKey) => ({
    type: 'button' as const,
    value: String(id),
    text: { type: 'plain_text' as const, text: texts(language)(key) },
  })
  return {
    type: 'actions',
    elements: [
      { ...labelled('proposals.accept'), ...accept, style: 'primary' },
      { ...labelled('proposals.decline'), action_id: askDeclineProposalId },
    ],
  }
}

/** What came of a decision. */
export function decidedInWords(decided: Decided, language: Language): string {
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
