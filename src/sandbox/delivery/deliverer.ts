import { randomBytes } from 'node:crypto'
import type { FaultBook } from '../faults.ts'
import type { HttpLine } from './http-line.ts'
import type { SocketLine } from './socket-line.ts'

export type DeliveryType = 'slash_commands' | 'interactive' | 'events_api'

export type Envelope = {
  type: DeliveryType
  payload: Record<string, unknown>
  /** Whether Slack heeds what the acknowledgement carries. */
  acceptsResponse: boolean
  retry?: { attempt: number; reason: string }
}

/** What the bot acknowledged with, or why it did not. `noRetry`: it asks that an event be not sent again. */
export type Ack =
  | { ok: true; body: Record<string, unknown> }
  | { ok: false; error: 'bot_offline' | 'bot_timeout' | 'bot_error'; noRetry?: boolean }

/** Slack waits this long for an acknowledgement. */
export const ackTimeoutMs = 3000

/** One way to the bot; the other end of it is Bolt. */
export type Line = {
  send(envelope: Envelope): Promise<Ack>
  /** Sends it, and hears no acknowledgement: `bot_timeout` as soon as it is on its way. */
  sendUnheard(envelope: Envelope): Promise<Ack>
  online(): boolean
}

export type Delivery = {
  /** Something a person did; delivered once, and its acknowledgement awaited. */
  gesture(
    type: 'slash_commands' | 'interactive',
    payload: Record<string, unknown>,
    acceptsResponse: boolean,
  ): Promise<Ack>
  /** An event, with Slack's retries; nobody waits for it. */
  event(payload: Record<string, unknown>): void
  online(): boolean
  /** From now on by HTTP to this address. */
  setRequestUrl(url: string): void
  close(): void
}

/** `retryDelaysMs`: when an event that was not acknowledged is sent again; at once, 1 and 5 minutes in Slack. */
export function deliverer(options: {
  http: HttpLine
  socket: SocketLine
  url?: string | undefined
  faults: FaultBook
  retryDelaysMs: number[]
  log: (line: string) => void
}): Delivery {
  let url = options.url
  let closed = false
  const timers = new Set<NodeJS.Timeout>()
  const line = (): Line => (url === undefined ? options.socket : options.http.to(url))

  const send = async (envelope: Envelope): Promise<Ack> => {
    const fault = options.faults.forDelivery(envelope.type)
    if (fault?.kind === 'hang_up') {
      options.log(`fault: the acknowledgement of ${envelope.type} is not heard`)
      return line().sendUnheard(envelope)
    }
    const answer = line().send(envelope)
    if (fault?.kind === 'repeat') {
      options.log(`fault: ${envelope.type} is delivered a second time`)
      const second = { ...envelope, retry: { attempt: 1, reason: 'http_timeout' } }
      void line().send(envelope.type === 'events_api' ? second : envelope)
    }
    return answer
  }
  const attempt = async (payload: Record<string, unknown>, tried: number, reason: string) => {
    if (closed) return
    const retry = tried === 0 ? {} : { retry: { attempt: tried, reason } }
    const ack = await send({ type: 'events_api', payload, acceptsResponse: false, ...retry })
    if (ack.ok || ack.noRetry === true || closed) return
    const waitMs = options.retryDelaysMs[tried]
    if (waitMs === undefined) return options.log(`event ${payload.event_id} given up: ${ack.error}`)
    const why = ack.error === 'bot_timeout' ? 'http_timeout' : 'http_error'
    const timer = setTimeout(() => {
      timers.delete(timer)
      void attempt(payload, tried + 1, ack.error === 'bot_offline' ? 'connection_failed' : why)
    }, waitMs)
    timer.unref()
    timers.add(timer)
  }

  return {
    async gesture(type, payload, acceptsResponse) {
      const ack = await send({ type, payload, acceptsResponse })
      return ack.ok ? { ok: true, body: ack.body } : { ok: false, error: ack.error }
    },
    event: (payload) => void attempt(payload, 0, ''),
    online: () => line().online(),
    setRequestUrl(next) {
      url = next
      options.http.reset()
    },
    close() {
      closed = true
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

/** Ids as Slack writes them: a capital letter or two, then capitals and digits. */
export function slackId(prefix: string): string {
  return `${prefix}0${randomBytes(6).toString('hex').toUpperCase().slice(0, 9)}`
}
