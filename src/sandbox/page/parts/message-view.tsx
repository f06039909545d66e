import { memo, useMemo, useState } from 'react'
import type { Container, SandboxMessage } from '../../protocol.ts'
import { BlockList } from '../blocks/block-list.tsx'
import { InteractionProvider, useTouched } from '../blocks/interaction.tsx'
import { useSeat } from '../client/seat.tsx'
import { Mrkdwn } from '../mrkdwn/mrkdwn.tsx'
import { instantOf, timeIn } from '../text/clock.ts'
import { useSpeech } from '../text/speech.tsx'
import { Avatar } from './avatar.tsx'
import { FaultLine } from './fault-line.tsx'
import { MessageFiles } from './message-files.tsx'
import { MessageHead } from './message-head.tsx'
import { MessageTools } from './message-tools.tsx'
import { RepliesLine } from './replies-line.tsx'

/** One message, with its author above it where it begins a group. */
export const MessageView = memo(function MessageView(props: {
  message: SandboxMessage
  startsGroup: boolean
  replies: readonly SandboxMessage[]
  inThread?: boolean
}) {
  const { message, startsGroup, replies, inThread } = props
  const { words, zone, locale } = useSpeech()
  const seat = useSeat()
  const [fault, setFault] = useState<string | null>(null)
  const { touched, touch } = useTouched()
  const { channel, ts } = message
  const container = useMemo((): Container => ({ type: 'message', channel, ts }), [channel, ts])
  const blocks = message.blocks ?? []
  const attached = message.attached ?? []
  const author = seat.user(message.user)
  const time = timeIn(instantOf(ts), zone, locale)
  return (
    <article
      className="message"
      data-ts={ts}
      data-group={startsGroup || undefined}
      data-ephemeral={message.ephemeral}
      aria-label={`${author?.name ?? words('messages.unknownUser')}, ${time}`}
    >
      <div className="message-side">
        {startsGroup ? (
          <Avatar user={author} id={message.user} />
        ) : (
          <time className="message-time">{time.replace(/\s?[AP]M$/i, '')}</time>
        )}
      </div>
      <div className="message-main">
        {startsGroup && <MessageHead message={message} author={author} time={time} />}
        {blocks.length > 0 ? (
          <InteractionProvider
            container={container}
            blocks={blocks}
            touched={touched}
            touch={touch}
            onFault={setFault}
          >
            <BlockList blocks={blocks} />
          </InteractionProvider>
        ) : (
          <Mrkdwn text={message.text} />
        )}
        {attached.map((shown) => (
          <div key={shown[0]?.block_id} className="message-attached">
            <InteractionProvider
              container={container}
              blocks={shown}
              touched={touched}
              touch={touch}
              onFault={setFault}
            >
              <BlockList blocks={shown} />
            </InteractionProvider>
          </div>
        ))}
        {message.files && <MessageFiles files={message.files} />}
        {message.editedAt && <span className="message-edited">{words('messages.edited')}</span>}
        <FaultLine fault={fault} onDismiss={() => setFault(null)} />
        {!inThread && <RepliesLine message={message} replies={replies} />}
      </div>
      {!message.ephemeral && (
        <MessageTools message={message} inThread={inThread ?? false} onFault={setFault} />
      )}
    </article>
  )
})
