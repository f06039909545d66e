import type { Message } from '../contract/reply.ts'
import type { Committee } from '../domain/committee/rules.ts'
import type { Told } from '../domain/delivery/told.ts'
import { texts } from '../texts/texts.ts'
import { asksMessage } from './asks-message.ts'
import { context } from './blocks.ts'
import { daysUnknownMessage } from './days-unknown-message.ts'
import { digestMessage } from './digest-message.ts'
import { goalNewsMessage } from './goal-news-message.ts'
import { movesMessage } from './moves-message.ts'
import type { NoticeFrame } from './notice-frame.ts'
import { goalsTaken, offerAnswers, offerMessage } from './offer-message.ts'
import { proposalAnswer, proposalMessage } from './proposal-message.ts'
import { questionMessage } from './question-message.ts'
import { reminderMessage } from './reminder-message.ts'
import { reportMessage } from './report-message.ts'
import { unansweredMessage } from './unanswered-message.ts'
import { channelMark, unreachedInWords } from './unreached-words.ts'

/** A notice as its hearer reads it: a group's in the group's language, the secretariat's in the committee's first, a member's in their own. */
export function noticeMessage(told: Told, frame: NoticeFrame): Message {
  if ('report' in told) return inPerson(reportMessage(told.report, told.committee, frame), told)
  if ('question' in told) return inPerson(questionMessage(told.question, told.committee, frame), told)
  if ('proposal' in told) return inPerson(proposalMessage(told.proposal, told.committee, frame), told)
  if ('unanswered' in told) return inPerson(unansweredMessage(told.unanswered, told.committee), told)
  if ('unknown' in told) return inPerson(daysUnknownMessage(told.unknown, told.committee), told)
  if ('answers' in told) return inPerson(offerAnswers(told.answers, told.committee), told)
  if ('offered' in told) return offerMessage(told.offered, told.zone, told.language)
  if ('news' in told) return goalNewsMessage(told.news, told.zone, told.language)
  if ('taken' in told) return goalsTaken(told.taken)
  if ('answered' in told) return proposalAnswer(told.answered, told.zone, told.language)
  if ('asks' in told) return asksMessage(told.asks, { ...frame, zone: told.zone }, told.language)
  if ('moved' in told) return movesMessage(told.moved, told.language)
  const { group, content, state } = told
  const groupFrame = { ...frame, group, ...(state !== undefined && { state }) }
  return content.kind === 'reminder'
    ? reminderMessage(content, groupFrame)
    : digestMessage(content, groupFrame)
}

/** A message that a member hears in place of the whole secretariat says why. */
function inPerson(
  message: Message,
  { insteadOf, committee }: { insteadOf?: string; committee: Committee },
): Message {
  if (insteadOf === undefined) return message
  const language = committee.languages[0] ?? 'en'
  const why = unreachedInWords(insteadOf, channelMark(committee), language)
  return {
    ...message,
    blocks: [...message.blocks, context(texts(language)('secretariat.in-person', { why }))],
  }
}
