import { useState } from 'react'
import type { SandboxChannel, SandboxMessage } from '../../protocol.ts'
import { useSeat } from '../client/seat.tsx'
import { useSpeech } from '../text/speech.tsx'
import { DayDivider } from './day-divider.tsx'
import { Icon } from './icon.tsx'
import { messageRows } from './message-rows.ts'
import { MessageView } from './message-view.tsx'
import { useStickToEnd } from './use-stick-to-end.ts'

/** One and the same array, so that a message without replies is not drawn again for nothing. */
const NO_REPLIES: readonly SandboxMessage[] = []

/** What was said in a conversation, oldest above; it stays at its end as long as one looks at the end. */
export function MessageList(props: {
  channel: SandboxChannel
  name: string
  messages: readonly SandboxMessage[]
  replies: readonly SandboxMessage[]
  hasMore: boolean
  onEarlier: () => Promise<void>
}) {
  const { messages } = props
  const { words, zone } = useSpeech()
  const { me, page } = useSeat()
  const [reading, setReading] = useState(false)
  const last = messages.at(-1)
  const { box, content, atEnd, toEnd } = useStickToEnd(
    last?.ts,
    last?.user === me.id || last?.ephemeral === true,
  )

  const earlier = async () => {
    setReading(true)
    const from = box.current ? box.current.scrollHeight - box.current.scrollTop : 0
    await props.onEarlier()
    setReading(false)
    requestAnimationFrame(() => {
      if (box.current) box.current.scrollTop = box.current.scrollHeight - from
    })
  }
  const repliesTo = (ts: string) => {
    const replies = props.replies.filter((one) => one.threadTs === ts && one.ts !== ts && !one.ephemeral)
    return replies.length > 0 ? replies : NO_REPLIES
  }
  return (
    <div className="messages-frame">
      <section ref={box} className="messages" aria-label={words('messages.label', { channel: props.name })}>
        <div ref={content} role="log" className="messages-content">
          {props.hasMore && (
            <button
              type="button"
              className="button earlier"
              aria-busy={reading}
              onClick={() => void earlier()}
            >
              {words('messages.earlier')}
            </button>
          )}
          {messages.length === 0 && (
            <p className="conversation-empty">{words('channel.empty', { bot: page.bot.name })}</p>
          )}
          {messageRows(messages, zone).map((row) =>
            row.kind === 'day' ? (
              <DayDivider key={row.day} at={row.at} />
            ) : (
              <MessageView
                key={row.message.ts}
                message={row.message}
                startsGroup={row.startsGroup}
                replies={repliesTo(row.message.ts)}
              />
            ),
          )}
        </div>
      </section>
      {!atEnd && (
        <button type="button" className="button to-end" onClick={toEnd}>
          <Icon name="down" />
          {words('messages.latest')}
        </button>
      )}
    </div>
  )
}
