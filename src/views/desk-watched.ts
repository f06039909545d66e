import type { KnownBlock } from '@slack/types'
import type { FollowedItem } from '../domain/follow/service.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Some } from '../domain/store.ts'
import { texts } from '../texts/texts.ts'
import { context, lines } from './blocks.ts'
import { partialDayInWords } from './dates.ts'
import { topicName } from './follow-row.ts'
import { brief, escapeMrkdwn } from './mrkdwn.ts'
import { stageInWords } from './stage-words.ts'

/** What the reader follows and where it stands, the first of all; nothing where they follow nothing. */
export function deskWatched({ first, count }: Some<FollowedItem>, language: Language): KnownBlock[] {
  if (count === 0) return []
  const say = texts(language)
  return [
    ...lines(
      `*${say('home.watched', { count })}*`,
      first.map((item) => `• ${itemInWords(item, language)}`),
    ),
    ...(count > first.length ? [context(say('home.watched-more', { count: count - first.length }))] : []),
  ]
}

function itemInWords(item: FollowedItem, language: Language): string {
  const say = texts(language)
  if (item.kind === 'topic')
    return say('follow.topic', { topic: `*${brief(topicName(item.topic), 80)}*`, count: item.count })
  const { designation, titles, stages, stage, stageSince } = item.standard
  const stands = escapeMrkdwn(stageInWords(stages, stage, language))
  const since =
    stageSince === undefined
      ? ''
      : ` · ${say('standard.since', { on: partialDayInWords(stageSince, language) })}`
  return `*${brief(designation, 80)}* ${brief(nameIn(titles, language), 80)} — ${stands}${since}`
}
