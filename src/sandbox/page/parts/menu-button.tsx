import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Floating } from './floating.tsx'

export type MenuItem = { key: string; label: ReactNode; detail?: string; onChoose: () => void }

/** A button that opens a menu: arrows move in it, Enter chooses, Escape goes back to the button. */
export function MenuButton(props: {
  label: string
  className: string
  items: readonly MenuItem[]
  /** Said in place of an empty menu. */
  empty?: string
  busy?: boolean
  children: ReactNode
}) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')]
    const at = items.indexOf(document.activeElement as HTMLElement)
    const target = {
      ArrowDown: items[(at + 1) % items.length],
      ArrowUp: items.at(at - 1),
      Home: items[0],
      End: items.at(-1),
    }[event.key]
    if (event.key === 'Tab') setOpen(false)
    if (!target) return
    event.preventDefault()
    target.focus()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={props.className}
        aria-label={props.label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-busy={props.busy ?? false}
        title={props.label}
        onClick={() => setOpen(!open)}
      >
        {props.children}
      </button>
      {open && (
        <Floating anchor={button} className="menu" onClose={() => setOpen(false)}>
          <div role="menu" aria-label={props.label} onKeyDown={move} tabIndex={-1}>
            {props.items.length === 0 && <p className="menu-empty">{props.empty}</p>}
            {props.items.map((item, index) => (
              <button
                key={item.key}
                type="button"
                role="menuitem"
                className="menu-item"
                ref={index === 0 ? focusWhenShown : undefined}
                onClick={() => {
                  setOpen(false)
                  button.current?.focus()
                  item.onChoose()
                }}
              >
                {item.label}
                {item.detail && <small>{item.detail}</small>}
              </button>
            ))}
          </div>
        </Floating>
      )}
    </>
  )
}

function focusWhenShown(element: HTMLElement | null): void {
  if (element) requestAnimationFrame(() => element.focus())
}
