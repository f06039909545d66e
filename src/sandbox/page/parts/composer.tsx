import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { SandboxChannel } from '../../protocol.ts'
import { recallCommand } from '../client/command-history.ts'
import { useSeat } from '../client/seat.tsx'
import { useSpeech } from '../text/speech.tsx'
import { CompletionList } from './completion-list.tsx'
import { type Completion, commandAtWork, completionsFor } from './completions.ts'
import { ComposerFoot } from './composer-foot.tsx'
import { useSend } from './use-send.ts'

/** The message box: Enter sends, `/` completes commands, `@` completes people, the up-arrow recalls commands. */
export function Composer(props: {
  channel: SandboxChannel
  threadTs?: string
  label: string
  placeholder: string
  onFault: (fault: string | null) => void
}) {
  const { channel, threadTs, onFault } = props
  const { words } = useSpeech()
  const { me, page, client, fault } = useSeat()
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const moveTo = useRef<number | null>(null)
  const [text, setText] = useState('')
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const [dismissed, setDismissed] = useState(false)
  const send = useSend(channel, threadTs, onFault)

  const offer = dismissed ? null : completionsFor(text, caret, page, threadTs !== undefined)
  const current = Math.min(at, (offer?.items.length ?? 1) - 1)
  const working = commandAtWork(text, page.commands)

  useEffect(() => box.current?.focus({ preventScroll: true }), [])
  useLayoutEffect(() => {
    if (!box.current) return
    if (moveTo.current !== null) box.current.setSelectionRange(moveTo.current, moveTo.current)
    moveTo.current = null
    box.current.style.height = 'auto'
    box.current.style.height = `${box.current.scrollHeight}px`
  })

  const write = (next: string, position = next.length) => {
    setText(next)
    setCaret(position)
    setAt(0)
    // Moved before the next key is read: a frame later, a fast typist has gone on.
    moveTo.current = position
  }
  const complete = (item: Completion) => {
    if (!offer) return
    const start = text.slice(0, offer.from) + item.text
    write(start + text.slice(caret).trimStart(), start.length)
    box.current?.focus()
  }
  const sendNow = async () => {
    const sent = text
    if (sent.trim() === '') return
    write('')
    if (!(await send(sent))) setText((typed) => typed || sent)
  }
  const share = async (file: File) => onFault(fault(await client.file(channel.id, file)))
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
    const item = offer?.items[current]
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined
    const exact = item?.text.trim() === text.trim()
    if (offer && item && step) setAt((current + step + offer.items.length) % offer.items.length)
    else if (item && (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && !exact)))
      complete(item)
    else if (offer && event.key === 'Escape') setDismissed(true)
    else if (event.key === 'Enter' && !event.shiftKey) void sendNow()
    else if (step && (text === '' || recallCommand(me.id, text, step) !== null)) {
      const recalled = recallCommand(me.id, text, step)
      if (recalled === null) return
      write(recalled)
      setDismissed(true)
    } else return
    event.preventDefault()
  }
  if (channel.archived) return <p className="composer-closed">{words('composer.archived')}</p>
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a drop is one way among others; the button below takes a file too
    <div
      className="composer"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const file = event.dataTransfer.files[0]
        if (file && threadTs === undefined) void share(file)
      }}
    >
      {offer && <CompletionList id={id} offer={offer} current={current} onAt={setAt} onChoose={complete} />}
      {working && (
        <p className="composer-hint" id={`${id}-hint`}>
          <code>
            {working.command} {working.usageHint}
          </code>
          <span>{working.description}</span>
        </p>
      )}
      <textarea
        ref={box}
        rows={1}
        aria-label={props.label}
        placeholder={props.placeholder}
        aria-autocomplete="list"
        aria-controls={offer ? `${id}-list` : undefined}
        aria-activedescendant={offer ? `${id}-${current}` : undefined}
        aria-describedby={working ? `${id}-hint` : undefined}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          setCaret(target.selectionStart)
          setAt(0)
          setDismissed(false)
          onFault(null)
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onKeyDown={press}
      />
      <ComposerFoot
        canSend={text.trim() !== ''}
        inThread={threadTs !== undefined}
        onSlash={() => {
          write('/')
          setDismissed(false)
          box.current?.focus()
        }}
        onSend={() => void sendNow()}
        onFault={onFault}
        onFile={(file) => void share(file)}
      />
    </div>
  )
}
