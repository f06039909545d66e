import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import { closeSockets } from '../http/close-sockets.ts'
import type { Ack, Envelope, Line } from './deliverer.ts'
import { ackTimeoutMs } from './deliverer.ts'

export type SocketLine = Line & {
  /** A ticket for one connection, or undefined where the app has as many as Slack allows. */
  ticket(): string | undefined
  /** Takes over an upgrade to `/link`; false where its ticket is not good. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, ticket: string): boolean
  cut(): void
  refresh(): void
  close(): Promise<void>
}

const mostSockets = 10
const ticketLifeMs = 30_000
const pingMs = 10_000
const refreshGraceMs = 10_000

/** Socket Mode's server side. `changed` is told when the bot comes or goes. */
export function socketLine(options: {
  appId: string
  changed: () => void
  log: (line: string) => void
}): SocketLine {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 })
  const tickets = new Map<string, number>()
  const open: WebSocket[] = []
  const waiting = new Map<string, (body: Record<string, unknown>) => void>()
  let turn = 0

  const leave = (socket: WebSocket) => {
    const at = open.indexOf(socket)
    if (at === -1) return
    open.splice(at, 1)
    if (open.length === 0) options.changed()
  }
  const welcome = (socket: WebSocket) => {
    open.push(socket)
    // Every delivery that waits for its acknowledgement listens for the end of the socket as well.
    socket.setMaxListeners(0)
    const pinging = setInterval(() => socket.ping(`Ping from sandbox`), pingMs)
    socket.on('error', (error) => options.log(`socket: ${error.message}`))
    socket.on('close', () => {
      clearInterval(pinging)
      leave(socket)
    })
    socket.on('message', (data, isBinary) => {
      const ack = isBinary ? undefined : readEnvelopeAck(data.toString())
      if (ack === undefined) return options.log('socket: a message that is no acknowledgement was dropped')
      waiting.get(ack.id)?.(ack.body)
    })
    const host = 'applink-sandbox'
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open.length,
        debug_info: {
          host,
          started: new Date().toISOString(),
          build_number: 1,
          approximate_connection_time: 18060,
        },
        connection_info: { app_id: options.appId },
      }),
    )
    socket.ping('Ping from sandbox')
    if (open.length === 1) options.changed()
  }

  /** Sends it over the socket whose turn it is; undefined where there is none. */
  const pass = (envelope: Envelope): { socket: WebSocket; id: string } | undefined => {
    turn += 1
    const socket = open[turn % Math.max(open.length, 1)]
    if (socket === undefined || socket.readyState !== WebSocket.OPEN) return undefined
    const id = randomUUID()
    socket.send(
      JSON.stringify({
        envelope_id: id,
        type: envelope.type,
        payload: envelope.payload,
        accepts_response_payload: envelope.acceptsResponse,
        ...(envelope.type === 'events_api'
          ? { retry_attempt: envelope.retry?.attempt ?? 0, retry_reason: envelope.retry?.reason ?? '' }
          : {}),
      }),
    )
    return { socket, id }
  }

  return {
    ticket() {
      const nowMs = performance.now()
      for (const [id, untilMs] of tickets) if (untilMs < nowMs) tickets.delete(id)
      if (open.length >= mostSockets || tickets.size >= 100) return undefined
      const id = randomBytes(16).toString('hex')
      tickets.set(id, nowMs + ticketLifeMs)
      return id
    },
    accept(request, socket, head, ticket) {
      const untilMs = tickets.get(ticket)
      tickets.delete(ticket)
      if (untilMs === undefined || untilMs < performance.now()) return false
      server.handleUpgrade(request, socket, head, welcome)
      return true
    },
    online: () => open.length > 0,
    async send(envelope) {
      const passed = pass(envelope)
      if (passed === undefined) return { ok: false, error: 'bot_offline' }
      const { socket, id } = passed
      return new Promise<Ack>((resolve) => {
        const done = (ack: Ack) => {
          clearTimeout(timer)
          waiting.delete(id)
          socket.off('close', gone)
          resolve(ack)
        }
        const gone = () => done({ ok: false, error: 'bot_offline' })
        const timer = setTimeout(() => done({ ok: false, error: 'bot_timeout' }), ackTimeoutMs)
        waiting.set(id, (body) => done({ ok: true, body }))
        socket.once('close', gone)
      })
    },
    async sendUnheard(envelope) {
      return { ok: false, error: pass(envelope) === undefined ? 'bot_offline' : 'bot_timeout' }
    },
    cut() {
      for (const socket of [...open]) socket.terminate()
    },
    refresh() {
      for (const socket of [...open]) {
        leave(socket)
        socket.send(
          JSON.stringify({
            type: 'disconnect',
            reason: 'refresh_requested',
            debug_info: { host: 'applink-sandbox' },
          }),
        )
        const timer = setTimeout(() => socket.terminate(), refreshGraceMs)
        timer.unref()
        socket.once('close', () => clearTimeout(timer))
      }
    },
    close: () => closeSockets(server),
  }
}

function readEnvelopeAck(text: string): { id: string; body: Record<string, unknown> } | undefined {
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null || !('envelope_id' in read)) return undefined
    const payload = 'payload' in read && typeof read.payload === 'object' ? read.payload : {}
    return { id: String(read.envelope_id), body: { ...payload } }
  } catch {
    return undefined
  }
}
