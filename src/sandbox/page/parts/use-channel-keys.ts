import { useEffect } from 'react'
import type { SandboxChannel } from '../../protocol.ts'
import type { Address } from '../client/address.ts'

/** Alt with an arrow goes to the conversation above or below, as in Slack. */
export function useChannelKeys(
  channels: readonly SandboxChannel[],
  current: string | undefined,
  go: (change: Partial<Address>) => void,
): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
      if (!step || !event.altKey || document.querySelector('dialog[open]')) return
      const at = channels.findIndex(({ id }) => id === current)
      const target = channels[at + step]
      if (!target) return
      event.preventDefault()
      go({ channel: target.id, tab: 'messages', thread: null })
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [channels, current, go])
}
