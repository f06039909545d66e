import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App as Bolt, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt'
import type { App } from '../app.ts'
import type { Health } from '../contract/health.ts'
import type { Log } from '../contract/log.ts'
import type { Directory, Messenger } from '../contract/slack.ts'
import { patienceMs } from './acknowledgement.ts'
import { askingClient, clientOptions, glancingClient, sayingClient } from './client.ts'
import { isDatedAhead } from './dated-ahead.ts'
import { messenger } from './deliver.ts'
import { directory } from './directory.ts'
import { inFlight } from './in-flight.ts'
import { people } from './people.ts'
import { type Handlers, register } from './register.ts'
import { slackLogger } from './slack-logger.ts'
import { keepConnected } from './socket.ts'

/** How this process reaches Slack and is reached by it. */
export type SlackSettings = { botToken: string; apiUrl: string } & (
  | { mode: 'socket'; appToken: string }
  | { mode: 'http'; signingSecret: string; host: string; port: number }
)

/** The largest request that is read: a modal's state with all its fields stays far below it. */
const bodyLimit = '1mb'

/** Bolt ends a request that was not acknowledged. Our own patience is over before, so that no late one meets it. */
const giveUpMs = patienceMs + 500

/** How long the last answers of a process that stops may take to leave it. */
const farewellMs = 500

/** What answers GET and HEAD at one path, beside Slack's own. */
export type Page = { path: string; answer(request: IncomingMessage, response: ServerResponse): void }

/** Slack's requests are being answered. */
export type Listening = {
  /** Where HTTP mode listens. */
  httpPort?: number
  health(): Health
  /** Takes nothing new, lets what was begun finish, and names what was left undone. */
  stop(graceMs: number): Promise<string[]>
}

/** What jobs need of Slack, and the door for people, which opens when the App is there. */
export type Slack = {
  messenger: Messenger
  directory: Directory
  /** Whether Slack answers and knows the bot's token. @throws what Slack or the way there says where it does not */
  ask(): Promise<void>
  /** `pages` are served where HTTP mode listens, and nowhere in Socket Mode. */
  listen(app: App, handlers: Handlers, pages?: readonly Page[]): Promise<Listening>
}

type Transport = Pick<Listening, 'httpPort' | 'health'> & {
  /** Takes nothing new; what was taken can still be acknowledged. */
  refuse(): void
  close(): Promise<void>
}

/** Makes the clients for one Slack; nothing is asked and no door is open until `listen` is called. */
export function connectSlack(
  settings: SlackSettings,
  { newReference, log }: { newReference: () => string; log: Log },
): Slack {
  const { botToken, apiUrl } = settings
  const asking = askingClient(botToken, apiUrl, log)
  const glancing = glancingClient(botToken, apiUrl, log)
  return {
    messenger: messenger(sayingClient(botToken, apiUrl, log), asking),
    directory: directory(asking),
    ask: async () => void (await glancing.auth.test()),
    async listen(app, handlers, pages = []) {
      const flight = inFlight()
      const owed = inFlight()
      const prepare = (receiver: Receiver) => {
        const bolt = new Bolt({
          receiver,
          logger: slackLogger(log),
          clientOptions: clientOptions(apiUrl, log),
          // One workspace, one token: asking Slack about it at every start would keep the bot down with Slack.
          authorize: async () => ({ botToken }),
        })
        const who = people(glancing, app.now, log)
        register(bolt, { app, handlers, people: who, asking, flight, owed, newReference, log })
      }
      const transport =
        settings.mode === 'socket'
          ? openSocket(settings, prepare, log)
          : await openHttp(settings, pages, prepare, app.now, log)
      const { httpPort, health, refuse, close } = transport
      return {
        ...(httpPort !== undefined && { httpPort }),
        health,
        async stop(graceMs) {
          const { over, forget } = timeUp(graceMs)
          refuse()
          await owed.drain(over)
          await close()
          const left = await flight.drain(over)
          forget()
          return left
        },
      }
    },
  }
}

function openSocket(
  { appToken, apiUrl }: Extract<SlackSettings, { mode: 'socket' }>,
  prepare: (receiver: Receiver) => void,
  log: Log,
): Transport {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: slackLogger(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { ...clientOptions(apiUrl, log), retryConfig: { retries: 0 } } },
  })
  prepare(receiver)
  const socket = keepConnected(receiver.client, log)
  return {
    health: () => (socket.isOpen() ? { ok: true } : { ok: false, error: socket.lastError() ?? 'connecting' }),
    // What still comes in is not acknowledged, so that Slack gives events to another process, or to the next.
    refuse: () => void receiver.client.removeAllListeners('slack_event'),
    close: socket.stop,
  }
}

async function openHttp(
  { signingSecret, host, port }: Extract<SlackSettings, { mode: 'http' }>,
  pages: readonly Page[],
  prepare: (receiver: Receiver) => void,
  now: () => Date,
  log: Log,
): Promise<Transport> {
  const customRoutes = pages.map(({ path, answer }) => ({ path, method: ['GET', 'HEAD'], handler: answer }))
  const receiver = new HTTPReceiver({
    signingSecret,
    bodyLimit,
    customRoutes,
    logger: slackLogger(log),
    unhandledRequestTimeoutMillis: giveUpMs,
    unhandledRequestHandler: ({ response }) => void response.writeHead(404).end(),
  })
  const listener = receiver.requestListener
  receiver.requestListener = (request, response) => {
    // What is left of a body that was refused would hold up the next request on the same connection.
    response.once('finish', () => request.resume())
    if (!isDatedAhead(request.headers, now())) return listener(request, response)
    log.warn({}, 'refused a request that is dated ahead')
    response.writeHead(401).end()
  }
  prepare(receiver)
  const server = await receiver.start({ host, port })
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

/** A promise that is kept after so long, unless it is forgotten before. */
function timeUp(ms: number): { over: Promise<void>; forget(): void } {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  return { over, forget: () => clearTimeout(timer) }
}
