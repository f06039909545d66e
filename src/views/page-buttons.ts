import type { KnownBlock } from '@slack/types'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { context } from './blocks.ts'

/** The buttons that turn a page: see `PageTurn` for their value. */
export const pageStandardsId = 'standards.page'

/** A page as its button carries it: which answer, what was typed behind the command, and how many rows lie before. */
export type PageTurn = { of: 'find' | 'list'; text: string; from: number }

type Shown = Pick<PageTurn, 'of' | 'text'> & { from: number; shown: number; total: number; size: number }

/** Slack's limit for a button's value. */
const longestValue = 2_000

/** Which rows of all are shown, with buttons to those before and behind; nothing where all are shown. */
export function pageButtons(page: Shown, language: Language): KnownBlock[] {
  const { of, text, from, shown, total, size } = page
  if (from === 0 && shown >= total) return []
  const say = texts(language)
  const where = context(say('standard-list.page-of', { from: from + 1, to: from + shown, count: total }))
  const button = (name: string, label: string, to: number) => ({
    type: 'button' as const,
    action_id: `${pageStandardsId}:${name}`,
    value: JSON.stringify({ of, text, from: to } satisfies PageTurn),
    text: { type: 'plain_text' as const, text: label },
  })
  const buttons = [
    ...(from > 0 ? [button('previous', say('standard-list.previous'), Math.max(0, from - size))] : []),
    ...(from + shown < total ? [button('next', say('standard-list.next'), from + size)] : []),
  ]
  if (buttons.some(({ value }) => value.length > longestValue))
    return [where, context(say('standard-list.narrow'))]
  return [where, { type: 'actions', elements: buttons }]
}
