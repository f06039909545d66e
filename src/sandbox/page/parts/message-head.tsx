import type { SandboxMessage, SandboxUser } from '../../protocol.ts'
import { useSeat } from '../client/seat.tsx'
import { instantOf } from '../text/clock.ts'
import { useSpeech } from '../text/speech.tsx'
import { Icon } from './icon.tsx'

/** Who speaks and when; above it, that only oneself sees it and which command it answers. */
export function MessageHead(props: {
  message: SandboxMessage
  author: SandboxUser | undefined
  time: string
}) {
  const { message, author, time } = props
  const { words, zone, locale } = useSpeech()
  const { me } = useSeat()
  const at = instantOf(message.ts)
  const full = new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'full', timeStyle: 'medium' })
  return (
    <>
      {message.ephemeral && (
        <p className="message-note">
          <Icon name="eye" />
          {words('messages.onlyYou')}
        </p>
      )}
      {message.command && (
        <p className="message-note message-command">
          {words('messages.used', { name: me.name })} <code>{message.command}</code>
        </p>
      )}
      <div className="message-head">
        <strong>{author?.name ?? words('messages.unknownUser')}</strong>
        {author?.isBot && <span className="tag">{words('messages.app')}</span>}
        {author?.id === me.id && <span className="message-you">{words('messages.you')}</span>}
        <time dateTime={at.toISOString()} title={full.format(at)}>
          {time}
        </time>
      </div>
    </>
  )
}
