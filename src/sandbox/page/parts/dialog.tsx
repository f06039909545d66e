import { type ReactNode, useLayoutEffect, useRef } from 'react'

/**
 * A modal dialog: the browser keeps the focus inside and everything else out of reach; on leaving, the focus
 * goes back to where it was, or to the message box where that is gone.
 */
export function Dialog(props: {
  labelledBy: string
  className: string
  onEscape: () => void
  children: ReactNode
}) {
  const ref = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    const dialog = ref.current
    dialog?.showModal()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus()
      else document.querySelector<HTMLElement>('.composer textarea')?.focus()
    }
  }, [])
  return (
    <dialog
      ref={ref}
      className={props.className}
      aria-labelledby={props.labelledBy}
      onCancel={(event) => {
        event.preventDefault()
        if (event.target === event.currentTarget) props.onEscape()
      }}
    >
      {props.children}
    </dialog>
  )
}
