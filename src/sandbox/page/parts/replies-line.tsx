import type { SandboxMessage } from '../../protocol.ts'
import { useSeat } from '../client/seat.tsx'
import { instantOf, timeIn } from '../text/clock.ts'
import { useSpeech } from '../text/speech.tsx'
import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'

/** How many replies a message has, who wrote them and when the last came; it opens the thread. */
export function RepliesLine(props: { message: SandboxMessage; replies: readonly SandboxMessage[] }) {
  const { message, replies } = props
  const { words, zone, locale } = useSpeech()
  const { go, user } = useSeat()
  const count = Math.max(message.replyCount ?? 0, replies.length)
  if (count === 0) return null
  const authors = [...new Set(replies.map((reply) => reply.user))].slice(0, 3)
  const last = replies.at(-1)
  return (
    <button
      type="button"
      className="replies-line"
      onClick={() => go({ channel: message.channel, thread: message.ts })}
    >
      {authors.map((id) => (
        <Avatar key={id} small user={user(id)} id={id} />
      ))}
      <span className="replies-count">
        {count === 1 ? words('messages.reply.one') : words('messages.reply.many', { count })}
      </span>
      {last && <time>{timeIn(instantOf(last.ts), zone, locale)}</time>}
      <Icon name="forward" />
    </button>
  )
}
