import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Core } from '../core.ts'
import type { Faults } from '../faults.ts'
import { dropFile } from '../gestures/drop-file.ts'
import type { PageApi } from '../page-api/page-api.ts'
import { respond } from '../respond.ts'
import type { Reply, WebApi } from '../web-api/dispatch.ts'
import { largestFile } from '../web-api/files.ts'
import { orderFaults } from './control.ts'
import { isFromHere } from './guard.ts'
import { type PageAssets, servePage } from './page-files.ts'
import { readUpload } from './upload.ts'
import { BodyTooLarge, readBody, send } from './wire.ts'

export type Routes = {
  core: Core
  api: WebApi
  page: PageApi
  faults: Faults
  assets: PageAssets
}

const largestBody = 2 * 1024 * 1024

/** Answers one request, whatever it is; never throws. */
export async function route(
  routes: Routes,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (!isFromHere(request)) return send(response, 403, { ok: false, error: 'not_from_here' })
    await answer(routes, request, response)
  } catch (error) {
    if (error instanceof BodyTooLarge) {
      send(response, 413, { ok: false, error: 'request_too_large' }, { connection: 'close' })
      request.destroy()
    } else if (error instanceof SyntaxError) send(response, 400, { ok: false, error: 'bad_request' })
    else if (error instanceof Error && error.name === 'ZodError')
      send(response, 400, { ok: false, error: 'bad_request', detail: error.message })
    else {
      routes.core.log(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : error}`)
      send(response, 500, { ok: false, error: 'internal_error' })
    }
  }
}

async function answer(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { core } = routes
  const url = readAddress(request)
  if (url === undefined) return send(response, 400, { ok: false, error: 'bad_request' })
  const [, head, rest] = /^\/([^/]*)\/?(.*)$/.exec(url.pathname) ?? []
  const isPost = request.method === 'POST'
  if (head === 'api' && (isPost || request.method === 'GET')) {
    const body = (await readBody(request, largestBody)).toString('utf8')
    const contentType = request.headers['content-type'] ?? ''
    const { authorization } = request.headers
    return reply(
      response,
      await routes.api({ method: rest ?? '', authorization, contentType, body, query: url.searchParams }),
    )
  }
  if (isPost && head === 'response') {
    const body = (await readBody(request, largestBody)).toString('utf8')
    return reply(response, await respond(core, rest ?? '', request.headers['content-type'] ?? '', body))
  }
  if (isPost && head === 'upload') {
    const content = await readUpload(request, largestFile)
    if (content === undefined || !core.files.receive(rest ?? '', content))
      return send(response, 404, 'not expected')
    return send(response, 200, `OK - ${content.length}`)
  }
  if (isPost && url.pathname === '/control/faults')
    return send(response, 200, orderFaults(routes.faults, await readJson(request)))
  if (isPost && url.pathname === '/page/file') {
    const content = await readBody(request, largestFile)
    const { as = '', channel = '', name = '' } = Object.fromEntries(url.searchParams)
    return send(response, 200, dropFile(core, { as, channel, name }, content))
  }
  if (isPost && head === 'page') {
    const found = await routes.page.post(url.pathname, await readJson(request))
    return send(response, found === undefined ? 404 : 200, found ?? { ok: false, error: 'bad_request' })
  }
  if (request.method !== 'GET') return send(response, 405, { ok: false, error: 'method_not_allowed' })
  if (url.pathname === '/control/record') return send(response, 200, { calls: core.record.all() })
  if (url.pathname === '/control/faults') return send(response, 200, { faults: routes.faults.list() })
  if (head === 'files') return sendFile(core, rest ?? '', request, response)
  if (await servePage(url.pathname, routes.assets, response)) return
  const found = routes.page.get(url.pathname, url.searchParams)
  send(response, found === undefined ? 404 : 200, found ?? { ok: false, error: 'bad_request' })
}

/** To the page, and to whoever shows the bot's token; any other token gets the page for signing in, as from Slack. */
function sendFile(core: Core, path: string, request: IncomingMessage, response: ServerResponse): void {
  const id = path.split('/')[0] ?? ''
  const { authorization } = request.headers
  const messages = [...core.workspace.channels.keys()].flatMap((channel) => core.workspace.messages(channel))
  const file = messages.flatMap((message) => message.files ?? []).find((each) => each.id === id)
  if (authorization !== undefined && authorization !== `Bearer ${core.credentials.botToken}`)
    send(response, 200, '<!DOCTYPE html>', { 'content-type': 'text/html; charset=utf-8' })
  else if (file === undefined) send(response, 404, { ok: false, error: 'file_not_found' })
  else
    send(response, 200, core.files.content(file), {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    })
}

/** A path alone, as browsers and Slack's clients send it. */
export function readAddress(request: IncomingMessage): URL | undefined {
  const path = request.url ?? '/'
  return path.startsWith('/') && URL.canParse(`http://localhost${path}`)
    ? new URL(`http://localhost${path}`)
    : undefined
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  return JSON.parse((await readBody(request, largestBody)).toString('utf8'))
}

function reply(response: ServerResponse, given: Reply): void {
  const go = () => {
    if (given.cut) response.destroy()
    else send(response, given.status, given.body, given.headers)
  }
  if (given.afterMs === undefined) {
    go()
    return
  }
  const timer = setTimeout(go, given.afterMs)
  response.once('close', () => clearTimeout(timer))
}
