import type { SandboxMessage } from '../../protocol.ts'
import { useSeat } from '../client/seat.tsx'
import { useSpeech } from '../text/speech.tsx'
import { Icon } from './icon.tsx'
import { MenuButton } from './menu-button.tsx'

/** What can be done with a message: answer it in a thread, or hand it to one of the app's shortcuts. */
export function MessageTools(props: {
  message: SandboxMessage
  inThread: boolean
  onFault: (fault: string | null) => void
}) {
  const { message, inThread, onFault } = props
  const { words } = useSpeech()
  const { page, client, go, fault } = useSeat()
  const { channel, ts } = message
  return (
    <div className="message-tools" role="toolbar" aria-label={words('messages.actions')}>
      {!inThread && (
        <button
          type="button"
          className="button-bare"
          aria-label={words('messages.reply')}
          title={words('messages.reply')}
          onClick={() => go({ channel, thread: ts })}
        >
          <Icon name="reply" />
        </button>
      )}
      <MenuButton
        label={words('messages.more')}
        className="button-bare"
        empty={words('messages.noShortcuts')}
        items={page.shortcuts
          .filter(({ type }) => type === 'message')
          .map(({ callbackId, name }) => ({
            key: callbackId,
            label: name,
            detail: page.bot.name,
            onChoose: async () =>
              onFault(fault(await client.shortcut({ callbackId, message: { channel, ts } }))),
          }))}
      >
        <Icon name="more" />
      </MenuButton>
    </div>
  )
}
