import type { Button, KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Language } from '../domain/language/rules.ts'
import { countGaps, type PlanGaps } from '../domain/plan/gaps.ts'
import { texts } from '../texts/texts.ts'
import { context, lines, section } from './blocks.ts'
import { fitting } from './fitting.ts'
import { type GapKind, type GapReader, gapHeadings, gapRows } from './gap-rows.ts'
import { brief } from './mrkdwn.ts'
import { openButton } from './plan-buttons.ts'

/** Shows the gaps of one kind page by page, or of all kinds; the value is `GapsAsked` as JSON. */
export const pageGapsId = 'gaps.page'

/** Which gaps of a year: a group's where one is named, of one kind where one is; the first page is 1. */
export type GapsAsked = { year: number; group?: string; kind?: GapKind; page?: number }

/** A message has room for so many of each kind; a press shows the others. */
const mostTold = 8
/** Slack takes some 13,000 characters a message: so many are for each kind. */
const room = 1_600
const mostOnPage = 12

type Told = GapReader & { group?: string }

/** What of a year's plan has no one behind it, kind by kind. */
export function gapsMessage(gaps: PlanGaps, told: Told, language: Language): Message {
  const say = texts(language)
  const { year, group } = told
  const heading = labelled(say('gaps.title', { count: countGaps(gaps), year: String(year) }), told, language)
  const some = (kind: GapKind): KnownBlock[] => {
    const all = gapRows(gaps, kind, told, language)
    if (all.length === 0) return []
    const shown = fitting(all.slice(0, mostTold), room, (row) => `• ${row().text}`).map(({ text }) => text)
    const left = all.length - shown.length
    const open = gapsButton({ ...asked(told), kind, page: 1 }, say('gaps.one-by-one'), kind)
    const [first, ...others] = lines(`*${say(gapHeadings[kind], { count: all.length })}*`, [
      ...shown,
      ...(left > 0 ? [say('gaps.more', { count: left })] : []),
    ])
    if (first?.type !== 'section') return []
    return [{ ...first, accessory: open }, ...others]
  }
  return {
    text: heading,
    blocks: [
      section(`*${heading}*`),
      ...gapKinds.flatMap(some),
      ...(group === undefined && countGaps(gaps) > 0 ? [context(say('gaps.in-group'))] : []),
      {
        type: 'actions',
        elements: [openButton({ year, what: '' }, say('plan.back', { what: say('plan.whole') }))],
      },
    ],
  }
}

/** A page of the gaps of one kind, each with the button that leads to where it is mended. */
export function gapsOfKind(
  gaps: PlanGaps,
  told: Told,
  { kind, page }: { kind: GapKind; page: number },
  language: Language,
): Message {
  const say = texts(language)
  const all = gapRows(gaps, kind, told, language)
  const last = Math.max(1, Math.ceil(all.length / mostOnPage))
  const at = Math.min(Math.max(page, 1), last)
  const heading = labelled(say(gapHeadings[kind], { count: all.length }), told, language)
  const turn = (to: number, label: string, name: string) =>
    gapsButton({ ...asked(told), kind, page: to }, label, name)
  return {
    text: heading,
    blocks: [
      section(`*${heading}*`),
      ...all.slice((at - 1) * mostOnPage, at * mostOnPage).map((row): KnownBlock => {
        const { text, wayOn } = row()
        return { ...section(text), ...(wayOn !== undefined && { accessory: wayOn }) }
      }),
      ...(last > 1 ? [context(say('changes.page', { page: at, last }))] : []),
      {
        type: 'actions',
        elements: [
          ...(at > 1 ? [turn(at - 1, say('standard-list.previous'), 'previous')] : []),
          ...(at < last ? [turn(at + 1, say('standard-list.next'), 'next')] : []),
          gapsButton(asked(told), say('gaps.back'), 'back'),
        ],
      },
    ],
  }
}

export const gapKinds = Object.keys(gapHeadings) as GapKind[]

function asked({ year, group }: Told): GapsAsked {
  return { year, ...(group !== undefined && { group }) }
}

function gapsButton(value: GapsAsked, label: string, name: string): Button {
  return {
    type: 'button',
    action_id: `${pageGapsId}:${name}`,
    value: JSON.stringify(value),
    text: { type: 'plain_text', text: label },
  }
}

function labelled(title: string, { group }: Told, language: Language): string {
  return group === undefined
    ? title
    : texts(language)('plan.labelled', { label: brief(group, 40), value: title })
}
