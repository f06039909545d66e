import { useEffect, useState } from 'react'
import type { SandboxChannel, SandboxMessage } from '../../protocol.ts'
import { useSeat } from '../client/seat.tsx'
import { threadOf } from '../client/workspace-state.ts'
import { useSpeech } from '../text/speech.tsx'
import { Composer } from './composer.tsx'
import { FaultLine } from './fault-line.tsx'
import { Icon } from './icon.tsx'
import { messageRows } from './message-rows.ts'
import { MessageView } from './message-view.tsx'
import { useStickToEnd } from './use-stick-to-end.ts'

const NO_REPLIES: readonly SandboxMessage[] = []

/** A thread at the right: the message that began it, its replies, and the box to add one. */
export function ThreadPane(props: {
  channel: SandboxChannel
  ts: string
  messages: readonly SandboxMessage[]
  readThread: (channel: string, ts: string) => Promise<void>
  onClose: () => void
}) {
  const { channel, ts, readThread, onClose } = props
  const { words, zone } = useSpeech()
  const { page } = useSeat()
  const [fault, setFault] = useState<string | null>(null)
  const thread = threadOf(props.messages, ts)
  const root = thread.find((message) => message.ts === ts)
  const replies = thread.filter((message) => message !== root)
  const count = replies.filter(({ ephemeral }) => !ephemeral).length
  const { box, content } = useStickToEnd(thread.at(-1)?.ts, true)
  const unreachable = words('error.unreachable')

  useEffect(() => {
    readThread(channel.id, ts).catch(() => setFault(unreachable))
  }, [readThread, channel.id, ts, unreachable])

  return (
    <aside
      className="thread"
      aria-label={words('thread.title')}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
    >
      <header className="thread-head">
        <div>
          <h2>{words('thread.title')}</h2>
          <p>{channel.kind === 'channel' ? `#${channel.name}` : page.bot.name}</p>
        </div>
        <button type="button" className="button-bare" aria-label={words('thread.close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <section ref={box} className="messages">
        <div ref={content} role="log" className="messages-content">
          {root && <MessageView message={root} startsGroup replies={NO_REPLIES} inThread />}
          {count > 0 && (
            <p className="thread-count">
              <span>
                {count === 1 ? words('messages.reply.one') : words('messages.reply.many', { count })}
              </span>
            </p>
          )}
          {messageRows(replies, zone).map((row) =>
            row.kind === 'day' ? null : (
              <MessageView
                key={row.message.ts}
                message={row.message}
                startsGroup={row.startsGroup}
                replies={NO_REPLIES}
                inThread
              />
            ),
          )}
        </div>
      </section>
      <FaultLine fault={fault} onDismiss={() => setFault(null)} />
      <Composer
        channel={channel}
        threadTs={ts}
        label={words('composer.replyLabel')}
        placeholder={words('composer.replyPlaceholder')}
        onFault={setFault}
      />
    </aside>
  )
}
