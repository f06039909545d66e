import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Core } from './core.ts'
import { deliverer } from './delivery/deliverer.ts'
import { httpLine } from './delivery/http-line.ts'
import { socketLine } from './delivery/socket-line.ts'
import { type Faults, faultBook } from './faults.ts'
import { isFromHere } from './http/guard.ts'
import type { PageAssets } from './http/page-files.ts'
import { readAddress, route } from './http/routes.ts'
import { lateCalls } from './late-calls.ts'
import { type HubSource, pageHub } from './page-api/hub.ts'
import { pageApi } from './page-api/page-api.ts'
import { pageState, pageView } from './page-api/shown.ts'
import { type RecordedCall, recordBook } from './record.ts'
import type { SandboxSeed } from './seed.ts'
import type { StoredMessage } from './state/changes.ts'
import { keepCredentials } from './state/credentials.ts'
import { ephemerals } from './state/ephemerals.ts'
import { files } from './state/files.ts'
import { lockFolder } from './state/folder-lock.ts'
import { modals } from './state/modals.ts'
import { responseUrls, triggers } from './state/tickets.ts'
import { openWorkspace } from './state/workspace.ts'
import { webApi } from './web-api/dispatch.ts'
import { rateLimits } from './web-api/rate-limits.ts'

export type SandboxOptions = {
  /** 0, the default: any free one. */
  port?: number
  /** The folder of its journal, made where it is missing; none: everything is in memory. */
  dir?: string
  seed: SandboxSeed
  /** The time that messages bear. */
  now: () => Date
  /** How the bot is reached until `setRequestUrl`; by Socket Mode unless told. */
  deliver?: { mode: 'socket' } | { mode: 'http'; url: string }
  pageAssets?: PageAssets
  log?: (line: string) => void
  /** On unless told. */
  rateLimits?: boolean
  /**
   * How many chat.postMessage all channels together take a minute, above 0; a second's worth, or ten, at once.
   * 300 unless told: Slack says "several hundred" and publishes no number.
   */
  postsPerMinute?: number
  /** Unless told, true. Where false, the metadata of a message is checked as ever, and is nowhere afterwards. */
  keepsMetadata?: boolean
  /** How many of the bot's last calls the record keeps, at least 1; 10,000 unless told. */
  recordedCalls?: number
  /** The clock of trigger ids, response URLs and rate limits, in milliseconds; the machine's unless told. */
  wireNow?: () => number
  /** When an event that the bot did not acknowledge is sent again. Slack: at once, after 1 and 5 minutes. */
  retryDelaysMs?: number[]
}

export type Sandbox = {
  /** Where the page is; the server listens on the loopback only. */
  url: string
  /** For SLACK_API_URL and Bolt's `clientOptions.slackApiUrl`. */
  apiUrl: string
  botToken: string
  appToken: string
  signingSecret: string
  /** From now on the bot is reached by HTTP at this address. */
  setRequestUrl(url: string): void
  faults: Faults
  /** What the bot asked last, in order, with what it was answered. */
  record(): RecordedCall[]
  /** What stands in a channel, given by id or name, replies included; nothing ephemeral. */
  messages(channel: string): StoredMessage[]
  close(): Promise<void>
}

/**
 * Starts a Slack-compatible workspace on this machine.
 * Rejects where its port is taken or another sandbox runs in its folder.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { seed, now } = options
  const log = options.log ?? (() => undefined)
  const wireNow = options.wireNow ?? Date.now
  const kept = options.dir === undefined ? {} : { dir: options.dir }
  const unlock = options.dir === undefined ? undefined : await lockFolder(options.dir)
  const credentials = keepCredentials(options.dir)
  const workspace = openWorkspace({ seed, now, ...kept })
  const open = modals()
  const fault = faultBook()
  let url = ''
  const source: HubSource = {
    channel: (id) => workspace.channels.get(id),
    state: (as) => pageState(core, as),
    open(as) {
      const home = workspace.homes.get(as)
      const stack = open.stack(as).map(pageView)
      return home === undefined ? { stack } : { stack, home: pageView(home) }
    },
  }
  const page = pageHub(source)
  const changed = () => page.stateChanged()
  const socket = socketLine({ appId: seed.bot.appId, changed, log })
  const core: Core = {
    seed,
    credentials,
    now,
    keepsMetadata: options.keepsMetadata ?? true,
    workspace,
    page,
    log,
    modals: open,
    ephemerals: ephemerals(),
    triggers: triggers(seed.team.id.replace(/\D/g, '') || '1', wireNow),
    responseUrls: responseUrls(() => url, wireNow),
    files: files(options.dir),
    deliver: deliverer({
      http: httpLine(credentials.signingSecret, changed),
      socket,
      url: options.deliver?.mode === 'http' ? options.deliver.url : undefined,
      faults: fault,
      retryDelaysMs: options.retryDelaysMs ?? [0, 60_000, 300_000],
      log,
    }),
    faults: fault,
    lateCalls: lateCalls(),
    record: recordBook(options.recordedCalls ?? 10_000, now),
    url: () => url,
  }
  const openSocket = () => {
    const ticket = socket.ticket()
    return ticket && `${url.replace('http:', 'ws:')}/link/?ticket=${ticket}&app_id=${seed.bot.appId}`
  }
  const faults: Faults = {
    add: fault.add,
    list: fault.list,
    clear: fault.clear,
    cutSockets: socket.cut,
    refreshSockets: socket.refresh,
  }
  const limits = options.rateLimits === false ? undefined : rateLimits(wireNow, options.postsPerMinute ?? 300)
  const assets = options.pageAssets ?? bundledAssets
  const routes = { core, api: webApi(core, openSocket, limits), page: pageApi(core), faults, assets }

  const server = createServer((request, response) => void route(routes, request, response))
  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy())
    const asked = readAddress(request)
    if (asked === undefined || !isFromHere(request)) return refuse(stream, '403 Forbidden')
    const as = asked.searchParams.get('as') ?? ''
    if (asked.pathname === '/link/' || asked.pathname === '/link') {
      const ticket = asked.searchParams.get('ticket') ?? ''
      if (!socket.accept(request, stream, head, ticket)) refuse(stream, '401 Unauthorized')
    } else if (asked.pathname !== '/page/live') refuse(stream, '404 Not Found')
    else if (workspace.users.get(as)?.isBot !== false) refuse(stream, '400 Bad Request')
    else if (page.full()) refuse(stream, '503 Service Unavailable')
    else page.accept(request, stream, head, as)
  })
  server.on('clientError', (_, stream) => refuse(stream, '400 Bad Request'))
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(options.port ?? 0, '127.0.0.1', resolve)
    })
  } catch (error) {
    workspace.close()
    await unlock?.()
    throw error
  }
  server.on('error', (error) => log(`server: ${error.message}`))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    url,
    apiUrl: `${url}/api/`,
    botToken: credentials.botToken,
    appToken: credentials.appToken,
    signingSecret: credentials.signingSecret,
    setRequestUrl: core.deliver.setRequestUrl,
    faults,
    record: core.record.all,
    messages(given) {
      const name = given.replace(/^#/, '')
      const channel =
        workspace.channels.get(given) ??
        [...workspace.channels.values()].find((each) => each.kind === 'channel' && each.name === name)
      return channel === undefined ? [] : workspace.messages(channel.id)
    },
    async close() {
      core.deliver.close()
      core.lateCalls.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await Promise.all([socket.close(), page.close()])
      server.closeAllConnections()
      await closed
      workspace.close()
      await unlock?.()
    },
  }
}

async function bundledAssets() {
  const { pageAssets } = await import('./page/bundle.ts')
  return pageAssets()
}

function refuse(stream: Duplex | Socket, status: string): void {
  if (stream.writable) stream.write(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
  stream.destroy()
}
