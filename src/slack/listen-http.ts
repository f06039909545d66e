import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HTTPReceiver, type Receiver } from '@slack/bolt'
import type { Log } from '../contract/log.ts'
import { patienceMs } from './acknowledgement.ts'
import { isDatedAhead } from './dated-ahead.ts'
import { longestBody, readBody } from './request-body.ts'
import { isSlackRequest } from './slack-body.ts'
import { slackLogger } from './slack-logger.ts'
import type { Page, Transport } from './transport.ts'

/** Where Slack sends everything to. */
const slackPath = '/slack/events'

/** Slack sends a request at once; whoever takes longer holds a connection for nothing. */
const serverLimits = { headersTimeout: 5_000, requestTimeout: 10_000, connectionsCheckingInterval: 1_000 }

/** Bolt ends a request that was not acknowledged. Our own patience is over before, so that no late one meets it. */
const giveUpMs = patienceMs + 500

/** How long the last answers of a process that stops may take to leave it. */
const farewellMs = 500

type Parts = {
  settings: { signingSecret: string; host: string; port: number }
  /** Served beside Slack's own path. */
  pages: readonly Page[]
  /** Gives the receiver the app that it serves. */
  prepare: (receiver: Receiver) => void
  now: () => Date
  log: Log
}

/** Listens for Slack's signed requests. @throws what Node says where the address can't be listened at */
export async function listenHttp({ settings, pages, prepare, now, log }: Parts): Promise<Transport> {
  const { signingSecret, host, port } = settings
  const customRoutes = pages.map(({ path, answer }) => ({ path, method: ['GET', 'HEAD'], handler: answer }))
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: slackPath,
    bodyLimit: longestBody,
    customRoutes,
    logger: slackLogger(log),
    unhandledRequestTimeoutMillis: giveUpMs,
    // Bolt asks for it also where it has answered already, that it could not.
    unhandledRequestHandler({ response }) {
      if (!response.headersSent) response.writeHead(404).end()
    },
  })
  const listener = receiver.requestListener
  receiver.requestListener = (request, response) => {
    if (request.method === 'POST' && request.url?.split('?')[0] === slackPath)
      return takeBody(request, response)
    // What is left of a body that nobody reads would hold up the next request on the same connection.
    response.once('finish', () => request.resume())
    listener(request, response)
  }
  async function takeBody(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const rawBody = await readBody(request, response)
    if (rawBody === undefined) return
    if (!isSlackRequest(request.headers['content-type'] ?? '', rawBody.toString('utf8'))) {
      log.warn({}, 'refused a request that is none of Slack’s')
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' })
      response.end('The request can’t be read.\n')
      return
    }
    // Bolt takes a body that was read before it.
    if (!isDatedAhead(request.headers, now())) return listener(Object.assign(request, { rawBody }), response)
    log.warn({}, 'refused a request that is dated ahead')
    response.writeHead(401).end()
  }
  prepare(receiver)
  const server = await receiver.start({ host, port }, serverLimits)
  let closed = Promise.resolve()
  return {
    httpPort: (server.address() as AddressInfo).port,
    health: () => (server.listening ? { ok: true } : { ok: false, error: 'not listening' }),
    refuse() {
      closed = receiver.stop()
      server.closeIdleConnections()
    },
    async close() {
      server.closeIdleConnections()
      // What Slack waited for has been answered; whoever has not finished asking by now need not go on.
      const cutting = setTimeout(() => server.closeAllConnections(), farewellMs)
      await closed
      clearTimeout(cutting)
    },
  }
}
