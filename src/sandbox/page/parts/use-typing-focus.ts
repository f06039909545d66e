import { useEffect } from 'react'

/** Typing while nothing has the focus goes to the message box, as in Slack. */
export function useTypingFocus(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const free = document.activeElement === document.body || document.activeElement === null
      if (!free || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
      document.querySelector<HTMLElement>('.conversation .composer textarea')?.focus()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
