import type { Button, KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Following } from '../domain/follow/rules.ts'
import type { Language } from '../domain/language/rules.ts'
import type { Standard } from '../domain/standard/rules.ts'
import { texts } from '../texts/texts.ts'
import { context } from './blocks.ts'
import { listed } from './listed.ts'
import { shorten } from './mrkdwn.ts'

/** "Follow"; its value is the standard's id, as is that of the one that ends it. */
export const followStandardId = 'standard.follow'
export const unfollowStandardId = 'standard.unfollow'

/** A standard's card with whether its reader follows it, and the button that changes that. */
export function withFollowRow(
  message: Message,
  standard: Standard,
  following: Following,
  language: Language,
): Message {
  const { isFollowed, byTopics } = following
  const button = isFollowed ? unfollowButton(standard, language) : followButton(standard, language)
  const told = followingInWords(following, language)
  const row: KnownBlock[] = [
    ...(isFollowed || byTopics.length > 0 ? [context(told)] : []),
    { type: 'actions', elements: [button] },
  ]
  return { ...message, blocks: [...message.blocks, ...row] }
}

/** The button by which a standard is followed. */
export function followButton({ id, designation }: Standard, language: Language): Button {
  return { ...label('follow.follow', designation, language), action_id: followStandardId, value: id }
}

function unfollowButton({ id, designation }: Standard, language: Language): Button {
  return { ...label('follow.unfollow', designation, language), action_id: unfollowStandardId, value: id }
}

function label(key: 'follow.follow' | 'follow.unfollow', name: string, language: Language) {
  const text = texts(language)(key)
  return {
    type: 'button' as const,
    text: { type: 'plain_text' as const, text },
    accessibility_label: shorten(`${text} ${name}`, 75),
  }
}

/** `You follow it …`, or by which topics its reader hears of it. */
function followingInWords({ isFollowed, byTopics }: Following, language: Language): string {
  const say = texts(language)
  return isFollowed
    ? say('follow.followed')
    : say('follow.by-topics', { topics: listed(byTopics.map(topicName), language) })
}

/** A topic as it is typed. */
export function topicName(topic: string): string {
  return `topic:${topic}`
}
