import { App as Bolt, type Receiver, SocketModeReceiver } from '@slack/bolt'
import type { App } from '../app.ts'
import type { Log } from '../contract/log.ts'
import type { Directory, DroppedFiles, Messenger } from '../contract/slack.ts'
import { askingClient, clientOptions, glancingClient, sayingClient } from './client.ts'
import { messenger } from './deliver.ts'
import { directory } from './directory.ts'
import { droppedFiles } from './dropped-files.ts'
import { guardEnvelopes } from './envelopes.ts'
import { inFlight } from './in-flight.ts'
import { listenHttp } from './listen-http.ts'
import { people } from './people.ts'
import { type Handlers, register } from './register.ts'
import { slackLogger } from './slack-logger.ts'
import { keepConnected } from './socket.ts'
import type { Page, Transport } from './transport.ts'

/** How this process reaches Slack and is reached by it. */
export type SlackSettings = { botToken: string; apiUrl: string } & (
  | { mode: 'socket'; appToken: string }
  | { mode: 'http'; signingSecret: string; host: string; port: number }
)

/** Slack's requests are being answered. */
export type Listening = Pick<Transport, 'httpPort' | 'health'> & {
  /** Takes nothing new, lets what was begun finish, and names what was left undone. */
  stop(graceMs: number): Promise<string[]>
}

/** What jobs need of Slack, and the door for people, which opens when the App is there. */
export type Slack = {
  messenger: Messenger
  directory: Directory
  files: DroppedFiles
  /** Whether Slack answers and knows the bot's token. @throws what Slack or the way there says where it does not */
  ask(): Promise<void>
  /** `pages` are served where HTTP mode listens, and nowhere in Socket Mode. */
  listen(app: App, handlers: Handlers, pages?: readonly Page[]): Promise<Listening>
}

/** Makes the clients for one Slack; nothing is asked and no door is open until `listen` is called. */
export function connectSlack(
  settings: SlackSettings,
  { newReference, log }: { newReference: () => string; log: Log },
): Slack {
  const { botToken, apiUrl } = settings
  const asking = askingClient(botToken, apiUrl, log)
  const glancing = glancingClient(botToken, apiUrl, log)
  const saying = sayingClient(botToken, apiUrl, log)
  return {
    messenger: messenger(saying, asking),
    directory: directory(asking),
    files: droppedFiles(asking, botToken),
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
          // Bolt keeps something of every conversation, for hours, that nobody here asks for.
          convoStore: false,
        })
        const who = people(glancing, app.now, log)
        register(bolt, { app, handlers, people: who, asking, saying, flight, owed, newReference, log })
      }
      const transport =
        settings.mode === 'socket'
          ? openSocket(settings, prepare, log)
          : await listenHttp({ settings, pages, prepare, now: app.now, log })
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
  guardEnvelopes(receiver.client, log)
  const socket = keepConnected(receiver.client, log)
  return {
    health: () => (socket.isOpen() ? { ok: true } : { ok: false, error: socket.lastError() ?? 'connecting' }),
    // What still comes in is not acknowledged, so that Slack gives events to another process, or to the next.
    refuse: () => void receiver.client.removeAllListeners('slack_event'),
    close: socket.stop,
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
