import { EmojiText } from '../mrkdwn/inline-text.tsx'
import { Mrkdwn } from '../mrkdwn/mrkdwn.tsx'
import type { TextObject } from './shapes.ts'

/** A text object of Block Kit, plain or mrkdwn. */
export function TextObjectView({ text }: { text: TextObject }) {
  if (text.type === 'mrkdwn') return <Mrkdwn text={text.text} />
  return (
    <span className="plain-text">{text.emoji === false ? text.text : <EmojiText text={text.text} />}</span>
  )
}
