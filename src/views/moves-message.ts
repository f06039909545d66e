import type { Button, KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { MovedContent, NamedFollow } from '../domain/follow/content.ts'
import type { MovedStandard } from '../domain/follow/rules.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { context, section } from './blocks.ts'
import { partialDayInWords } from './dates.ts'
import { topicName } from './follow-row.ts'
import { listed } from './listed.ts'
import { brief, escapeMrkdwn, shorten } from './mrkdwn.ts'
import { stageInWords } from './stage-words.ts'

/** "Open" in a message that stands; its value is the standard's id. */
export const openStandardId = 'standard.open'
/** "Unfollow" in a message that stands; its value is what is followed, as in the list. */
export const stopFollowId = 'follow.stop'

/** So many standards are told; the others are counted. */
const mostTold = 10
/** So many follows can be ended from the message; the others in the list. */
const mostButtons = 4

/** What moved of that which a member follows: from where, to where, since when. */
export function movesMessage({ standards, by }: MovedContent, language: Language): Message {
  const say = texts(language)
  const isCorrection = standards.every((one) => one.isCorrection)
  const title = say(isCorrection ? 'moves.title-corrected' : 'moves.title', { count: standards.length })
  const [first] = standards
  const left = standards.length - mostTold
  return {
    text: standards.length === 1 && first !== undefined ? headline(first, language) : title,
    blocks: [
      section(`*${title}*`),
      ...standards.slice(0, mostTold).map((one) => told(one, language)),
      ...(left > 0 ? [context(say('moves.more', { count: left }))] : []),
      context(say('moves.why-you', { names: listed(by.map(followName), language) })),
      ...endings(by, language),
    ],
  }
}

/** What a notification shows of a single move. */
function headline(one: MovedStandard, language: Language): string {
  return `${brief(one.designation, 80)} ${brief(nameIn(one.titles, language), 120)}: ${change(one, language)}`
}

function told(one: MovedStandard, language: Language): KnownBlock {
  const say = texts(language)
  const name = `*${brief(one.designation, 80)}* ${brief(nameIn(one.titles, language), 300)}`
  const since =
    one.on === undefined ? [] : [say('standard.since', { on: partialDayInWords(one.on, language) })]
  const why = one.why === undefined ? [] : [say('moves.why', { why: brief(one.why, 300) })]
  return {
    ...section([name, change(one, language), ...since, ...why].join('\n')),
    accessory: {
      type: 'button',
      action_id: openStandardId,
      value: one.standard,
      text: { type: 'plain_text', text: say('standard.open') },
      accessibility_label: shorten(`${say('standard.open')} ${one.designation}`, 75),
    },
  }
}

function change({ stages, from, to, isCorrection }: MovedStandard, language: Language): string {
  const say = texts(language)
  const words = (code: string) => escapeMrkdwn(stageInWords(stages, code, language))
  const isSame = from === undefined || from === to
  const moved = isSame
    ? say('moves.to', { to: words(to) })
    : say('moves.from-to', { from: words(from), to: words(to) })
  if (!isCorrection) return moved
  return say('moves.corrected', { change: isSame ? words(to) : moved })
}

/** What ends the hearing of this is what made it heard: a standard or a topic that is followed. */
function endings(by: readonly NamedFollow[], language: Language): KnownBlock[] {
  const buttons = by.slice(0, mostButtons).map((follow, index): Button => {
    const name = followName(follow)
    const text = shorten(texts(language)('follow.unfollow-named', { name }), 75)
    return {
      type: 'button',
      action_id: `${stopFollowId}:${index}`,
      value: `${follow.kind}:${follow.value}`,
      text: { type: 'plain_text', text },
    }
  })
  return buttons.length === 0 ? [] : [{ type: 'actions', elements: buttons }]
}

function followName({ kind, name }: NamedFollow): string {
  return kind === 'topic' ? topicName(name) : name
}
