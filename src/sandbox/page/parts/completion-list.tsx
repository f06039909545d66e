import { useEffect, useRef } from 'react'
import { useSeat } from '../client/seat.tsx'
import { useSpeech } from '../text/speech.tsx'
import { Avatar } from './avatar.tsx'
import type { Completion, Offer } from './completions.ts'

/** What the message box offers above itself. The focus stays in the box; the list only follows. */
export function CompletionList(props: {
  id: string
  offer: Offer
  current: number
  onAt: (index: number) => void
  onChoose: (item: Completion) => void
}) {
  const { id, offer, current } = props
  const { words } = useSpeech()
  const { user } = useSeat()
  const list = useRef<HTMLDivElement>(null)
  const title = offer.kind === 'commands' ? words('composer.commands') : words('composer.people')

  useEffect(() => {
    list.current?.querySelector(`[data-index="${current}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current])

  return (
    <div className="completions">
      <p className="completions-title">{title}</p>
      <div ref={list} role="listbox" id={`${id}-list`} aria-label={title} tabIndex={-1}>
        {offer.items.map((item, index) => (
          <div
            key={item.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            className="completion"
            data-index={index}
            aria-selected={index === current}
            onPointerMove={() => props.onAt(index)}
            onPointerDown={(event) => {
              event.preventDefault()
              props.onChoose(item)
            }}
          >
            {offer.kind === 'people' && <Avatar small user={user(item.key)} id={item.key} />}
            <span className="completion-words">
              <strong>{item.label}</strong>
              {item.hint && <code>{item.hint}</code>}
            </span>
            <small>{item.detail}</small>
          </div>
        ))}
      </div>
    </div>
  )
}
