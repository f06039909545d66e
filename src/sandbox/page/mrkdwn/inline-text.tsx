import { Fragment } from 'react'
import { useSeat } from '../client/seat.tsx'
import { keyed } from '../text/keyed.ts'
import { useSpeech } from '../text/speech.tsx'
import { emojiOf } from './emoji.ts'
import type { Inline } from './parse-inline.ts'
import { formatSlackDate } from './slack-date.ts'

export function InlineText(props: { inlines: Inline[] }) {
  return keyed(props.inlines, ({ kind }) => kind).map(({ key, item: inline }) => (
    <Fragment key={key}>
      <OneInline inline={inline} />
    </Fragment>
  ))
}

function OneInline({ inline }: { inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'bold':
      return (
        <strong>
          <InlineText inlines={inline.children} />
        </strong>
      )
    case 'italic':
      return (
        <em>
          <InlineText inlines={inline.children} />
        </em>
      )
    case 'strike':
      return (
        <s>
          <InlineText inlines={inline.children} />
        </s>
      )
    case 'code':
      return <code>{inline.text}</code>
    case 'emoji':
      return <Emoji name={inline.name} />
    case 'link':
      return (
        <a href={inline.href} target="_blank" rel="noreferrer noopener">
          <EmojiText text={inline.label} />
        </a>
      )
    case 'date':
      return <SlackDate date={inline} />
    case 'broadcast':
      return <span className="mention mention-all">@{inline.name}</span>
    default:
      return <Mention kind={inline.kind} id={inline.id} label={inline.label} />
  }
}

/** Plain text with its shortcodes drawn as emoji. */
export function EmojiText(props: { text: string }) {
  return keyed(props.text.split(/(:[a-z0-9_+-]+:)/), (part) => part).map(({ key, item: part }) => {
    const emoji = /^:.+:$/.test(part) ? emojiOf(part.slice(1, -1)) : null
    return <Fragment key={key}>{emoji ?? part}</Fragment>
  })
}

function Emoji({ name }: { name: string }) {
  const emoji = emojiOf(name)
  if (!emoji) return `:${name}:`
  return (
    <span className="emoji" role="img" aria-label={name.replaceAll('_', ' ')}>
      {emoji}
    </span>
  )
}

function Mention(props: { kind: 'user' | 'channel' | 'group'; id: string; label: string | undefined }) {
  const seat = useSeat()
  if (props.kind === 'channel') {
    const channel = seat.channel(props.id)
    const name = `#${channel?.name ?? props.label ?? props.id}`
    if (!channel) return <span className="mention">{name}</span>
    return (
      <button
        type="button"
        className="mention"
        onClick={() => seat.go({ channel: props.id, tab: 'messages', thread: null })}
      >
        {name}
      </button>
    )
  }
  const user = seat.user(props.id)
  const name = user?.name ?? props.label?.replace(/^@/, '') ?? props.id
  const mine = props.id === seat.me.id
  return (
    <span className={mine ? 'mention mention-me' : 'mention'} title={user?.title}>
      @{name}
    </span>
  )
}

function SlackDate({ date }: { date: Extract<Inline, { kind: 'date' }> }) {
  const speech = useSpeech()
  const text = formatSlackDate(date.at, date.format, date.fallback, speech, new Date())
  const full = new Intl.DateTimeFormat(speech.locale, {
    timeZone: speech.zone,
    dateStyle: 'full',
    timeStyle: 'short',
  }).format(date.at)
  const time = (
    <time dateTime={date.at.toISOString()} title={full}>
      {text}
    </time>
  )
  if (!date.href) return time
  return (
    <a href={date.href} target="_blank" rel="noreferrer noopener">
      {time}
    </a>
  )
}
