import { useCallback, useEffect, useMemo, useState } from 'react'
import type { SandboxUser } from '../../protocol.ts'
import type { Address } from '../client/address.ts'
import { outcomeWords } from '../client/outcome-words.ts'
import { type Seat, SeatProvider } from '../client/seat.tsx'
import { useReadMarks } from '../client/use-read-marks.ts'
import { useWorkspace } from '../client/use-workspace.ts'
import { topLevel } from '../client/workspace-state.ts'
import { useSpeech } from '../text/speech.tsx'
import { Conversation } from './conversation.tsx'
import { ModalStack } from './modal-stack.tsx'
import { Notice } from './notice.tsx'
import { Rail } from './rail.tsx'
import { StatusLine } from './status-line.tsx'
import { ThreadPane } from './thread-pane.tsx'
import { useChannelKeys } from './use-channel-keys.ts'
import { useTypingFocus } from './use-typing-focus.ts'

/** The workspace as one person sees it: conversations on the left, one of them in the middle, a thread on the right. */
export function Workspace(props: {
  me: SandboxUser
  address: Address
  go: (change: Partial<Address>) => void
  onSwitch: () => void
}) {
  const { me, address, go, onSwitch } = props
  const { words } = useSpeech()
  const { workspace, client, readThread, readEarlier } = useWorkspace(me.id)
  const [railOpen, setRailOpen] = useState(false)
  const { page } = workspace

  const channels = page?.channels ?? []
  const channel = channels.find(({ id }) => id === address.channel) ?? channels[0]
  const messages = (channel && workspace.messages[channel.id]) || []
  const tab = channel?.kind === 'direct' ? address.tab : 'messages'
  const unread = useReadMarks(me.id, workspace.messages, channel && tab === 'messages' ? channel.id : null)
  useTypingFocus()
  useChannelKeys(channels, channel?.id, go)

  const seat = useMemo((): Seat | null => {
    if (!page) return null
    return {
      me,
      page,
      client,
      go,
      fault: (outcome, command) =>
        outcomeWords(outcome, words, { bot: page.bot.name, command: command ?? '' }),
      user: (id) => page.users.find((user) => user.id === id),
      channel: (id) => page.channels.find((one) => one.id === id),
    }
  }, [me, page, client, go, words])

  const unreadTotal = Object.values(unread).reduce((sum, count) => sum + count, 0)
  useEffect(() => {
    if (page)
      document.title = `${unreadTotal ? `(${unreadTotal}) ` : ''}${words('page.title', { team: page.team.name })}`
  }, [page, unreadTotal, words])
  const closeRail = useCallback(() => setRailOpen(false), [])
  const closeThread = useCallback(() => {
    go({ thread: null })
    focusMessageBox()
  }, [go])

  if (!seat || !page) {
    const lost = workspace.connection === 'lost'
    return <Notice text={lost ? words('page.noServer') : words('page.opening')} />
  }
  return (
    <SeatProvider value={seat}>
      <button type="button" className="skip" onClick={focusMessageBox}>
        {words('page.skip')}
      </button>
      <div
        className="workspace"
        data-rail={railOpen || undefined}
        data-thread={address.thread ? true : undefined}
      >
        <Rail
          current={channel?.id}
          unread={unread}
          onChoose={(id) => {
            setRailOpen(false)
            go({ channel: id, tab: 'messages', thread: null })
          }}
          open={railOpen}
          onClose={closeRail}
        />
        {channel ? (
          <Conversation
            key={channel.id}
            channel={channel}
            tab={tab}
            messages={topLevel(messages)}
            replies={messages}
            hasMore={workspace.hasMore[channel.id] ?? false}
            home={workspace.home}
            onEarlier={() => readEarlier(channel.id)}
            onRail={() => setRailOpen(true)}
            onSwitch={onSwitch}
          />
        ) : (
          <Notice text={words('channel.none')} />
        )}
        {channel && address.thread && (
          <ThreadPane
            key={address.thread}
            channel={channel}
            ts={address.thread}
            messages={messages}
            readThread={readThread}
            onClose={closeThread}
          />
        )}
        <StatusLine connection={workspace.connection} />
      </div>
      <ModalStack stack={workspace.views} />
    </SeatProvider>
  )
}

function focusMessageBox(): void {
  document.querySelector<HTMLElement>('.conversation .composer textarea')?.focus()
}
