import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useSeat } from '../client/seat.tsx'
import { EmojiText } from '../mrkdwn/inline-text.tsx'
import { Icon } from '../parts/icon.tsx'
import { useSpeech } from '../text/speech.tsx'
import type { ElementProps } from './element-kinds.ts'
import type { Pick } from './select-kinds.ts'
import { useOfferedPicks } from './use-offered-picks.ts'

/** The open list of a select: typing narrows it, arrows move, Enter picks. */
export function SelectList(
  props: ElementProps & {
    label: string
    chosen: readonly Pick[]
    many: boolean
    onPick: (pick: Pick) => void
    onClose: () => void
  },
) {
  const { words } = useSpeech()
  const { page } = useSeat()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const { picks, waiting, missing } = useOfferedPicks(props, typed)
  const current = Math.min(at, Math.max(0, picks.length - 1))

  useEffect(() => search.current?.focus(), [])
  useEffect(() => {
    list.current?.querySelector(`[data-index="${current}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current])

  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Tab') props.onClose()
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const pick = picks[current]
    if (step && picks.length > 0) setAt((current + step + picks.length) % picks.length)
    else if (event.key === 'Enter' && pick) props.onPick(pick)
    else return
    event.preventDefault()
  }
  const note = missing
    ? words('picker.typeMore', { count: missing })
    : waiting
      ? words('picker.loading', { bot: page.bot.name })
      : picks.length === 0
        ? words('picker.none')
        : null
  return (
    <>
      <input
        ref={search}
        className="input select-search"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={picks.length ? `${id}-${current}` : undefined}
        aria-label={props.label}
        placeholder={words('picker.search')}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setAt(0)
        }}
        onKeyDown={keys}
      />
      <div
        ref={list}
        className="select-list"
        role="listbox"
        id={`${id}-list`}
        tabIndex={-1}
        aria-label={props.label}
        aria-multiselectable={props.many}
      >
        {note && <p className="menu-empty">{note}</p>}
        {picks.map((pick, index) => {
          const selected = props.chosen.some((one) => one.id === pick.id)
          return (
            <div key={pick.id}>
              {pick.group && pick.group !== picks[index - 1]?.group && (
                <div className="select-group">{pick.group}</div>
              )}
              <div
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                className="select-option"
                data-index={index}
                data-at={index === current || undefined}
                aria-selected={selected}
                onPointerMove={() => setAt(index)}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => props.onPick(pick)}
                onKeyDown={keys}
              >
                <span className="option-label">
                  <span>
                    <EmojiText text={pick.label} />
                  </span>
                  {pick.detail && <small>{pick.detail}</small>}
                </span>
                {selected && <Icon name="check" />}
              </div>
            </div>
          )
        })}
      </div>
    </>
  )
}
