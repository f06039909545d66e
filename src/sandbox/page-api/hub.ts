import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import { closeSockets } from '../http/close-sockets.ts'
import type { PageEvent, PageState, SandboxChannel, SandboxView } from '../protocol.ts'

/** The pages that are open, each playing one person. */
export type PageHub = {
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, as: string): void
  full(): boolean
  toUser(user: string, event: PageEvent): void
  /** To everybody who is in the channel. */
  toChannel(channel: string, event: PageEvent): void
  /** The list of channels or people changed, or the bot came or went. */
  stateChanged(): void
  close(): Promise<void>
}

/** What the hub asks of the workspace. */
export type HubSource = {
  channel(id: string): SandboxChannel | undefined
  state(as: string): PageState
  /** What a page is told when it opens: modals that stand open, the Home tab. */
  open(as: string): { stack: SandboxView[]; home?: SandboxView }
}

const mostPages = 500
const pingMs = 20_000
const mostBufferedBytes = 8 * 1024 * 1024

/** Keeps the WebSockets of the open pages; refuses nobody itself, see `full`. */
export function pageHub(source: HubSource): PageHub {
  const server = new WebSocketServer({ noServer: true, maxPayload: 4096 })
  const pages = new Map<WebSocket, string>()

  const send = (socket: WebSocket, event: PageEvent) => {
    if (socket.readyState !== WebSocket.OPEN) return
    // A page that does not read is cut off; it comes back and asks for what it missed.
    if (socket.bufferedAmount > mostBufferedBytes) socket.terminate()
    else socket.send(JSON.stringify(event))
  }
  const toUser = (user: string, event: PageEvent) => {
    for (const [socket, as] of pages) if (as === user) send(socket, event)
  }
  return {
    full: () => pages.size >= mostPages,
    accept(request, socket, head, as) {
      server.handleUpgrade(request, socket, head, (page) => {
        pages.set(page, as)
        const pinging = setInterval(() => page.ping(), pingMs)
        page.on('error', () => page.terminate())
        page.on('close', () => {
          clearInterval(pinging)
          pages.delete(page)
        })
        const { stack, home } = source.open(as)
        send(page, { type: 'state', state: source.state(as) })
        if (stack.length > 0) send(page, { type: 'views', stack })
        if (home !== undefined) send(page, { type: 'home', view: home })
      })
    },
    toUser,
    toChannel(id, event) {
      for (const member of source.channel(id)?.members ?? []) toUser(member, event)
    },
    stateChanged() {
      for (const [socket, as] of pages) send(socket, { type: 'state', state: source.state(as) })
    },
    close: () => closeSockets(server),
  }
}
