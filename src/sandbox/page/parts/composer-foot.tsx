import { useRef } from 'react'
import { useSeat } from '../client/seat.tsx'
import { useSpeech } from '../text/speech.tsx'
import { Icon } from './icon.tsx'
import { MenuButton } from './menu-button.tsx'

/** Below the message box: commands, the app's global shortcuts, and the button that sends. */
export function ComposerFoot(props: {
  canSend: boolean
  inThread: boolean
  onSlash: () => void
  onSend: () => void
  onFault: (fault: string | null) => void
  onFile: (file: File) => void
}) {
  const { words } = useSpeech()
  const { page, client, fault } = useSeat()
  const shortcuts = page.shortcuts.filter(({ type }) => type === 'global')
  return (
    <div className="composer-foot">
      {!props.inThread && (
        <button
          type="button"
          className="button-bare slash"
          aria-label={words('composer.commands')}
          title={words('composer.commands')}
          onClick={props.onSlash}
        >
          /
        </button>
      )}
      {!props.inThread && shortcuts.length > 0 && (
        <MenuButton
          label={words('composer.shortcuts')}
          className="button-bare"
          items={shortcuts.map(({ callbackId, name }) => ({
            key: callbackId,
            label: name,
            detail: page.bot.name,
            onChoose: async () => props.onFault(fault(await client.shortcut({ callbackId }))),
          }))}
        >
          <Icon name="bolt" />
        </MenuButton>
      )}
      {!props.inThread && <FileButton onFile={props.onFile} />}
      <span className="composer-keys">{words('composer.keys')}</span>
      <button
        type="button"
        className="composer-send"
        aria-label={words('composer.send')}
        disabled={!props.canSend}
        onClick={props.onSend}
      >
        <Icon name="send" />
      </button>
    </div>
  )
}

/** Picks a file of this machine; it can be dropped on the message box as well. */
function FileButton({ onFile }: { onFile: (file: File) => void }) {
  const { words } = useSpeech()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        className="button-bare"
        aria-label={words('composer.file')}
        title={words('composer.file')}
        onClick={() => input.current?.click()}
      >
        <Icon name="file" />
      </button>
      <input
        ref={input}
        type="file"
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          if (file) onFile(file)
          currentTarget.value = ''
        }}
      />
    </>
  )
}
