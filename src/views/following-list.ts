import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { FollowedItem } from '../domain/follow/service.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { context, section } from './blocks.ts'
import { topicName } from './follow-row.ts'
import { brief, escapeMrkdwn, shorten } from './mrkdwn.ts'
import { stageInWords } from './stage-words.ts'

/** "Unfollow" in the list; its value is what is followed: `standard:` and an id, or `topic:` and its name. */
export const removeFollowId = 'follow.remove'

/** What Slack takes in a message, with room for what stands around them. */
const mostShown = 40

/** All that a member follows and where it stands now, each with the button that ends it. */
export function followingList(items: readonly FollowedItem[], language: Language): Message {
  const say = texts(language)
  const text = say('follow.list', { count: items.length })
  const left = items.length - mostShown
  return {
    text,
    blocks: [
      section(items.length === 0 ? text : `*${text}*`),
      ...items.slice(0, mostShown).map((item) => line(item, language)),
      ...(left > 0 ? [context(say('follow.list-more', { count: left }))] : []),
    ],
  }
}

function line(item: FollowedItem, language: Language): KnownBlock {
  const text = texts(language)('follow.unfollow')
  const [name, value] =
    item.kind === 'topic'
      ? [topicName(item.topic), `topic:${item.topic}`]
      : [item.standard.designation, `standard:${item.standard.id}`]
  return {
    ...section(itemInWords(item, language)),
    accessory: {
      type: 'button',
      action_id: removeFollowId,
      value,
      text: { type: 'plain_text', text },
      accessibility_label: shorten(`${text} ${name}`, 75),
    },
  }
}

function itemInWords(item: FollowedItem, language: Language): string {
  if (item.kind === 'topic')
    return texts(language)('follow.topic', {
      topic: `*${brief(topicName(item.topic), 80)}*`,
      count: item.count,
    })
  const { designation, titles, stages, stage } = item.standard
  const stands = escapeMrkdwn(stageInWords(stages, stage, language))
  return `*${brief(designation, 80)}* ${brief(nameIn(titles, language), 200)}\n${stands}`
}
