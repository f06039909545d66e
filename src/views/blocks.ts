import type { ContextBlock, HeaderBlock, KnownBlock, SectionBlock } from '@slack/types'
import { shorten } from './mrkdwn.ts'

/** Slack's limit for a section's text is 3,000. What is put here is shorter by itself: this is the last resort. */
const longestSection = 2_900

/** A large heading in plain text, cut at Slack's limit of 150 characters. */
export function header(text: string): HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: shorten(text, 150), emoji: true } }
}

/** A paragraph of mrkdwn, which must have been made harmless; cut at what a section holds. */
export function section(text: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: shorten(text, longestSection) } }
}

/** Small print. */
export function context(text: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: shorten(text, longestSection) }] }
}

/** A heading and its lines, in as many sections as they need. */
export function lines(heading: string, items: readonly string[]): KnownBlock[] {
  const texts: string[] = []
  let text = heading
  for (const item of items) {
    if (text.length + item.length + 1 > longestSection) {
      texts.push(text)
      text = item
    } else text = text === '' ? item : `${text}\n${item}`
  }
  return [...texts, text].filter((part) => part !== '').map(section)
}
