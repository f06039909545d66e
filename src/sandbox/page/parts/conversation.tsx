import { useState } from 'react'
import type { SandboxChannel, SandboxMessage, SandboxView } from '../../protocol.ts'
import { useSeat } from '../client/seat.tsx'
import { useSpeech } from '../text/speech.tsx'
import { Composer } from './composer.tsx'
import { ConversationHead } from './conversation-head.tsx'
import { FaultLine } from './fault-line.tsx'
import { HomePane } from './home-pane.tsx'
import { MessageList } from './message-list.tsx'

/** One conversation: its head, what was said in it, and the box to say more; or the bot's Home tab. */
export function Conversation(props: {
  channel: SandboxChannel
  tab: 'messages' | 'home'
  messages: readonly SandboxMessage[]
  replies: readonly SandboxMessage[]
  hasMore: boolean
  home: SandboxView | null
  onEarlier: () => Promise<void>
  onRail: () => void
  onSwitch: () => void
}) {
  const { channel, tab } = props
  const { words } = useSpeech()
  const { page } = useSeat()
  const [fault, setFault] = useState<string | null>(null)
  const name = channel.kind === 'channel' ? `#${channel.name}` : page.bot.name
  return (
    <main className="conversation">
      <ConversationHead channel={channel} tab={tab} onRail={props.onRail} onSwitch={props.onSwitch} />
      {tab === 'home' ? (
        <HomePane view={props.home} />
      ) : (
        <>
          <MessageList
            channel={channel}
            name={name}
            messages={props.messages}
            replies={props.replies}
            hasMore={props.hasMore}
            onEarlier={props.onEarlier}
          />
          <FaultLine fault={fault} onDismiss={() => setFault(null)} />
          <Composer
            channel={channel}
            label={words('composer.label', { channel: name })}
            placeholder={words('composer.placeholder', { channel: name })}
            onFault={setFault}
          />
        </>
      )}
    </main>
  )
}
