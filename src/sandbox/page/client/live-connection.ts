import type { PageEvent } from '../../protocol.ts'

const FIRST_WAIT_MS = 400
const LONGEST_WAIT_MS = 5_000

/**
 * Keeps a WebSocket to the server open, opening it again after a growing wait when it is lost.
 *
 * @param onOpen called at every opening; what was missed meanwhile has to be read again
 * @returns a function that closes it for good
 */
export function liveConnection(
  as: string,
  onEvent: (event: PageEvent) => void,
  onOpen: () => void,
  onLost: () => void,
): () => void {
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitMs = FIRST_WAIT_MS
  let closed = false

  const open = () => {
    const address = new URL(`/page/live?as=${encodeURIComponent(as)}`, location.href)
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:'
    const current = new WebSocket(address)
    socket = current
    current.onopen = () => {
      waitMs = FIRST_WAIT_MS
      onOpen()
    }
    current.onmessage = (frame: MessageEvent<string>) => onEvent(JSON.parse(frame.data) as PageEvent)
    current.onclose = () => {
      if (closed) return
      onLost()
      timer = setTimeout(open, waitMs)
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)
    }
  }

  open()
  return () => {
    closed = true
    clearTimeout(timer)
    socket?.close()
  }
}
