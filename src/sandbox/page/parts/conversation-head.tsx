import type { SandboxChannel } from '../../protocol.ts'
import { useSeat } from '../client/seat.tsx'
import { useSpeech } from '../text/speech.tsx'
import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'

export function ConversationHead(props: {
  channel: SandboxChannel
  tab: 'messages' | 'home'
  onRail: () => void
  onSwitch: () => void
}) {
  const { channel, tab } = props
  const { words } = useSpeech()
  const { me, page, go } = useSeat()
  const isDirect = channel.kind === 'direct'
  return (
    <header className="conversation-head">
      <button
        type="button"
        className="button-bare rail-opener"
        aria-label={words('rail.open')}
        onClick={props.onRail}
      >
        <Icon name="menu" />
      </button>
      <div className="conversation-title">
        <h1>
          {isDirect ? (
            page.bot.name
          ) : (
            <>
              <span className="hash">#</span>
              {channel.name}
            </>
          )}
        </h1>
        {!isDirect && (
          <p>
            <span className="topic-members">
              <Icon name="members" />
              {words('channel.members', { count: channel.members.length })}
            </span>
            {channel.topic && <span className="topic">{channel.topic}</span>}
            {!channel.members.includes(page.bot.userId) && (
              <span className="topic">{words('channel.noBot', { bot: page.bot.name })}</span>
            )}
          </p>
        )}
        {isDirect && (
          <div className="tabs" role="tablist" aria-label={page.bot.name}>
            <button
              type="button"
              role="tab"
              aria-selected={tab === 'home'}
              onClick={() => go({ channel: channel.id, tab: 'home', thread: null })}
            >
              {words('channel.homeTab')}
            </button>
            <button
              type="button"
              role="tab"
              aria-selected={tab === 'messages'}
              onClick={() => go({ channel: channel.id, tab: 'messages', thread: null })}
            >
              {words('channel.messagesTab')}
            </button>
          </div>
        )}
      </div>
      <button
        type="button"
        className="person-chip"
        aria-label={words('who.switch', { name: me.name })}
        title={words('who.switch', { name: me.name })}
        onClick={props.onSwitch}
      >
        <Avatar small user={me} id={me.id} />
        <span className="person-name">{me.name}</span>
        <Icon name="switch" />
      </button>
    </header>
  )
}
