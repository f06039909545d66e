import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Topic } from '../domain/follow/rules.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Standard } from '../domain/standard/rules.ts'
import { texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { followButton, topicName } from './follow-row.ts'
import { brief, escapeMrkdwn, shorten } from './mrkdwn.ts'
import { stageInWords } from './stage-words.ts'

/** "Follow" beside a topic; its value is the topic. */
export const followTopicId = 'topic.follow'

/** Several standards bear the name: one is followed with a button. `total` may be more than are shown. */
export function followChoices(
  query: string,
  hits: readonly Standard[],
  total: number,
  language: Language,
): Message {
  const text = texts(language)(total > hits.length ? 'standard.too-many' : 'standard.many', {
    count: total,
    shown: hits.length,
    query: brief(query, 100),
  })
  return { text, blocks: [section(text), ...hits.map((hit) => choice(hit, language))] }
}

/** Nothing bears that name: the nearest guesses, if there are any. */
export function followGuesses(query: string, guesses: readonly Standard[], language: Language): Message {
  const key = guesses.length === 0 ? 'standard.none' : 'standard.none-but'
  const text = texts(language)(key, { query: brief(query, 100) })
  return { text, blocks: [section(text), ...guesses.map((guess) => choice(guess, language))] }
}

/** There is no such topic: those that come nearest. */
export function topicGuesses(typed: string, topics: readonly Topic[], language: Language): Message {
  const say = texts(language)
  const key = topics.length === 0 ? 'follow.no-topics' : 'follow.unknown-topic'
  const text = say(key, { topic: brief(typed, 100) })
  const choices = topics.map(
    ({ topic, count }): KnownBlock => ({
      ...section(say('follow.topic', { topic: `*${brief(topicName(topic), 80)}*`, count })),
      accessory: {
        type: 'button',
        action_id: followTopicId,
        value: topic,
        text: { type: 'plain_text', text: say('follow.follow') },
        accessibility_label: shorten(`${say('follow.follow')} ${topic}`, 75),
      },
    }),
  )
  return { text, blocks: [section(text), ...choices] }
}

function choice(standard: Standard, language: Language): KnownBlock {
  const title = brief(nameIn(standard.titles, language), 200)
  const stage = escapeMrkdwn(stageInWords(standard.stages, standard.stage, language))
  return {
    ...section(`*${brief(standard.designation, 80)}* ${title}\n${stage}`),
    accessory: followButton(standard, language),
  }
}
