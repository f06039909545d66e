import type { Message } from '../contract/reply.ts'
import type { Committee } from '../domain/committee/rules.ts'
import type { AcknowledgeAsked } from '../domain/reminder/asked.ts'
import { texts } from '../texts/texts.ts'
import { context, header, lines } from './blocks.ts'
import { partialDayInWords } from './dates.ts'
import { groupName } from './group-name.ts'
import { brief } from './mrkdwn.ts'
import { channelMark } from './unreached-words.ts'

/** The secretariat hears which groups acknowledge no reminder, when all others were asked. */
export function unansweredMessage(unanswered: readonly AcknowledgeAsked[], committee: Committee): Message {
  const language = committee.languages[0] ?? 'en'
  const say = texts(language)
  const silent = unanswered.filter(({ isAnswered, open }) => !isAnswered && open > 0)
  const title = say('unanswered.title', { count: silent.length })
  return {
    text: `${title} ${unanswered.map(({ group }) => group.code).join(', ')}`,
    blocks: [
      header(title),
      ...lines(
        '',
        unanswered.map(({ group, since, open, isAnswered }) => {
          const where = { group: brief(groupName(group, language), 120), channel: channelMark(group) }
          if (isAnswered) return `• ${say('unanswered.answered', where)}`
          if (open === 0) return `• ${say('unanswered.over', where)}`
          const line = say('unanswered.line', { ...where, on: partialDayInWords(since, language), open })
          return `• ${line}`
        }),
      ),
      context(say('unanswered.what')),
    ],
  }
}
