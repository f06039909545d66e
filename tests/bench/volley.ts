import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Question } from './questions.ts'

/** A turn of asking one process. `isBare`: it only acknowledges, and nothing is expected of what it says. */
export type Turn = {
  port: number
  secret: string
  questions: readonly Question[]
  connections: number
  /** For how long; where it is not given, until each question was asked once. */
  ms?: number
  isBare: boolean
  /** Where an answer goes that did not come in time. */
  lateUrl: string
}

/**
 * What came of it: each answer's time in milliseconds, how many were acknowledged and left for later, and how many were
 * not the true answer.
 */
export type Volley = { times: Float64Array; ms: number; late: number; wrong: number; firstWrong?: string }

const head = Buffer.from('\r\n\r\n')
const emptyBody = '0\r\n\r\n'
const lastChunk = '\r\n0\r\n\r\n'

/**
 * Asks over so many connections, each of which asks again as soon as it was answered. Every
 * request is signed for the present second, and every answer is looked at.
 */
export async function volley(turn: Turn): Promise<Volley> {
  const { questions, connections, isBare } = turn
  const times: number[] = []
  let nth = 0
  let late = 0
  let wrong = 0
  let firstWrong: string | undefined
  const began = performance.now()
  const end = began + (turn.ms ?? Number.POSITIVE_INFINITY)
  const most = turn.ms === undefined ? questions.length : Number.POSITIVE_INFINITY
  const prepared = questions.map((question) => ({
    question,
    form: formOf(question, turn.lateUrl),
    expect: Buffer.from(question.expect),
  }))

  async function ask(socket: Socket): Promise<void> {
    for (;;) {
      const startedAt = performance.now()
      if (startedAt >= end || nth >= most) return
      const { question, form, expect } = prepared[nth++ % prepared.length] ?? fail()
      socket.write(requestOf(turn, `${form}&trigger_id=${nth}.${startedAt}`))
      const answer = await wholeAnswer(socket)
      times.push(performance.now() - startedAt)
      const isRight = answer.includes('HTTP/1.1 200') && (isBare || answer.includes(expect))
      if (isRight) continue
      if (isEmpty(answer)) {
        late += 1
        continue
      }
      wrong += 1
      firstWrong ??= `${question.command} ${question.text}: expected ${question.expect}, got ${answer.toString('utf8').slice(0, 600)}`
    }
  }

  const sockets = Array.from({ length: connections }, () => connect(turn.port, '127.0.0.1').setNoDelay(true))
  try {
    await Promise.all(sockets.map((socket) => once(socket, 'connect')))
    await Promise.all(sockets.map(ask))
  } finally {
    for (const socket of sockets) socket.destroy()
  }
  const ms = performance.now() - began
  return { times: Float64Array.from(times), ms, late, wrong, ...(firstWrong !== undefined && { firstWrong }) }
}

/** The whole of one answer; nothing follows it, since nothing more was asked. */
function wholeAnswer(socket: Socket): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let all: Buffer | undefined
    const take = (chunk: Buffer) => {
      all = all === undefined ? chunk : Buffer.concat([all, chunk])
      if (!isWhole(all)) return
      socket.off('data', take)
      socket.off('close', gone)
      resolve(all)
    }
    const gone = () => reject(new Error('the connection was closed instead of an answer'))
    socket.on('data', take)
    socket.once('close', gone)
  })
}

/** Acknowledged, and nothing said: the answer comes by itself. */
function isEmpty(answer: Buffer): boolean {
  return (
    answer.includes('HTTP/1.1 200') && answer.length === answer.indexOf(head) + head.length + emptyBody.length
  )
}

function isWhole(answer: Buffer): boolean {
  const bodyAt = answer.indexOf(head) + head.length
  if (bodyAt < head.length) return false
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(answer.toString('latin1', 0, bodyAt)) ?? []
  if (length !== undefined) return answer.length >= bodyAt + Number(length)
  // A chunked body; an empty one is its last chunk alone, before which the head's own line end stands.
  return answer.toString('latin1', Math.max(0, answer.length - lastChunk.length)) === lastChunk
}

function formOf({ user, command, text }: Question, lateUrl: string): string {
  return new URLSearchParams({
    token: 'legacy',
    team_id: 'T0BENCH',
    team_domain: 'bench',
    channel_id: 'C0WG1',
    channel_name: 'wg1',
    user_id: user,
    user_name: user.toLowerCase(),
    command,
    text,
    api_app_id: 'A0BENCH',
    is_enterprise_install: 'false',
    response_url: lateUrl,
  }).toString()
}

function requestOf({ secret, port }: Turn, body: string): string {
  const at = Math.floor(Date.now() / 1_000)
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')
  return (
    `POST /slack/events HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n` +
    'content-type: application/x-www-form-urlencoded\r\nuser-agent: Slackbot 1.0 (+https://api.slack.com/robots)\r\n' +
    `x-slack-request-timestamp: ${at}\r\nx-slack-signature: v0=${signature}\r\ncontent-length: ${body.length}\r\n\r\n${body}`
  )
}

function fail(): never {
  throw new Error('there is nothing to ask')
}
