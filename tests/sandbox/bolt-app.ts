import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, ExpressReceiver, LogLevel } from '@slack/bolt'
import type { Sandbox } from '../../src/sandbox/index.ts'

export type Bot = { app: App; stop(): Promise<void> }

const quiet = { logLevel: LogLevel.ERROR }

/** A real Bolt app on the sandbox over Socket Mode. `listen` adds its handlers. */
export async function socketBot(sandbox: Sandbox, listen: (app: Bot['app']) => void): Promise<Bot> {
  const app = new App({
    token: sandbox.botToken,
    appToken: sandbox.appToken,
    socketMode: true,
    clientOptions: { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } },
    ...quiet,
  })
  listen(app)
  await app.start()
  return { app, stop: async () => void (await app.stop()) }
}

/** The same over signed HTTP, on a free port of the loopback. */
export async function httpBot(sandbox: Sandbox, listen: (app: Bot['app']) => void): Promise<Bot> {
  const receiver = new ExpressReceiver({ signingSecret: sandbox.signingSecret, ...quiet })
  const app = new App({
    token: sandbox.botToken,
    receiver,
    clientOptions: { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } },
    ...quiet,
  })
  listen(app)
  const server: Server = createServer(receiver.app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  sandbox.setRequestUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`)
  return {
    app,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
