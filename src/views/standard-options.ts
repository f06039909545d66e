import type { PlainTextOption } from '@slack/types'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Standard } from '../domain/standard/rules.ts'
import { shorten } from './mrkdwn.ts'
import { stageInWords } from './stage-words.ts'

/** Slack's limit for what an option says, and for the line below it. */
const longestLine = 75

/** Standards to choose from in a menu: the value of each is its id. */
export function standardOptions(standards: readonly Standard[], language: Language): PlainTextOption[] {
  return standards.map(({ id, designation, titles, stages, stage }) => ({
    text: plain(called(designation, nameIn(titles, language))),
    description: plain(stageInWords(stages, stage, language)),
    value: id,
  }))
}

/**
 * The name and the title, whose first parts are left out where it is too long: titles of one family begin alike, and
 * the last part tells them apart.
 */
function called(designation: string, title: string): string {
  const parts = title.split(/(?<=\s[-–—]\s|[—–])/u)
  const room = longestLine - designation.length - 2
  const begin = parts.findIndex((_part, at) => parts.slice(at).join('').length <= room)
  return begin <= 0 ? `${designation} ${title}` : `${designation} …${parts.slice(begin).join('')}`
}

/** A title is no place for emoji, whatever stands between its colons. */
function plain(text: string) {
  return {
    type: 'plain_text' as const,
    text: shorten(text.replaceAll(/\s+/gu, ' '), longestLine),
    emoji: false,
  }
}
