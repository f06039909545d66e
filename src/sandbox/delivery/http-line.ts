import { createHmac } from 'node:crypto'
import { request } from 'node:http'
import type { Ack, Envelope, Line } from './deliverer.ts'
import { ackTimeoutMs } from './deliverer.ts'

export type HttpLine = { to(url: string): Line; reset(): void }

/** Signed requests, as Slack sends them where Socket Mode is off. `changed` is told when the bot comes or goes. */
export function httpLine(signingSecret: string, changed: () => void): HttpLine {
  let reachable = true
  const setReachable = (next: boolean) => {
    if (next === reachable) return
    reachable = next
    changed()
  }
  return {
    reset: () => {
      reachable = true
      changed()
    },
    to: (url) => ({
      online: () => reachable,
      async send(envelope) {
        const { headers, body } = signed(signingSecret, envelope)
        try {
          const signal = AbortSignal.timeout(ackTimeoutMs)
          const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
          const text = await answer.text()
          setReachable(true)
          const noRetry = answer.headers.get('x-slack-no-retry') === '1'
          if (answer.status < 200 || answer.status > 299) return { ok: false, error: 'bot_error', noRetry }
          return readAck(text, answer.headers.get('content-type') ?? '')
        } catch (error) {
          if (error instanceof Error && error.name === 'TimeoutError')
            return { ok: false, error: 'bot_timeout' }
          setReachable(false)
          return { ok: false, error: 'bot_offline' }
        }
      },
      async sendUnheard(envelope) {
        const { headers, body } = signed(signingSecret, envelope)
        try {
          await sendAndHangUp(url, headers, body)
          return { ok: false, error: 'bot_timeout' }
        } catch {
          setReachable(false)
          return { ok: false, error: 'bot_offline' }
        }
      },
    }),
  }
}

/** Slack's v0 signature of a request body; `timestamp` in seconds. */
export function sign(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
}

function signed(secret: string, envelope: Envelope): { headers: Record<string, string>; body: string } {
  const { type, body } = encode(envelope)
  // The machine's own clock, whatever the workspace's says: the bot compares it with its own.
  const timestamp = String(Math.floor(Date.now() / 1000))
  return {
    headers: {
      'content-type': type,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': sign(secret, timestamp, body),
      ...(envelope.retry === undefined
        ? {}
        : {
            'x-slack-retry-num': String(envelope.retry.attempt),
            'x-slack-retry-reason': envelope.retry.reason,
          }),
    },
    body,
  }
}

/** Hands the whole request over and drops its connection. Rejects where nobody takes it within Slack's time. */
function sendAndHangUp(url: string, headers: Record<string, string>, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // A connection of its own: nothing else is cut with it.
    const signal = AbortSignal.timeout(ackTimeoutMs)
    const sending = request(url, { method: 'POST', headers, agent: false, signal })
    sending.on('error', reject)
    sending.end(body, () => {
      resolve()
      sending.destroy()
    })
  })
}

function encode(envelope: Envelope): { type: string; body: string } {
  if (envelope.type === 'events_api')
    return { type: 'application/json', body: JSON.stringify(envelope.payload) }
  const form =
    envelope.type === 'slash_commands'
      ? Object.entries(envelope.payload).map(([key, value]): [string, string] => [key, String(value)])
      : [['payload', JSON.stringify(envelope.payload)]]
  return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(form).toString() }
}

function readAck(text: string, type: string): Ack {
  if (text === '') return { ok: true, body: {} }
  if (!type.includes('json')) return { ok: true, body: { text } }
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null) return { ok: true, body: { ...body } }
  } catch {
    // Falls through: what is called JSON and is not is the bot's fault.
  }
  return { ok: false, error: 'bot_error' }
}
