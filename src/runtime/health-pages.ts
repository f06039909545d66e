import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '../slack/transport.ts'
import type { ProcessHealth } from './health.ts'

/** How long a request's head may take to arrive; there is nothing else in it. */
const longestHeadMs = 5_000

/**
 * Two pages of one content. `/healthz` says 200 for as long as the process is not about to end, whatever is wrong: a
 * restart would not bring a database back. `/readyz` says 200 where the process serves and everything answers.
 */
export function healthPages(health: ProcessHealth): Page[] {
  const page = (path: string, isWell: (ready: boolean) => boolean): Page => ({
    path,
    answer: (_request, response) => {
      void health.report().then((report) => {
        response.writeHead(isWell(report.ok) ? 200 : 503, {
          'content-type': 'application/json; charset=utf-8',
          'cache-control': 'no-store',
        })
        response.end(`${JSON.stringify(report)}\n`)
      })
    },
  })
  return [page('/healthz', () => health.state() !== 'stopping'), page('/readyz', (ready) => ready)]
}

/** Serves pages and nothing else. @throws what Node says where the address can't be listened at */
export async function servePages(
  pages: readonly Page[],
  at: { host: string; port: number },
): Promise<{ port: number; close(): Promise<void> }> {
  const answer: RequestListener = (request, response) => {
    request.resume()
    const [path] = (request.url ?? '').split('?')
    const page = pages.find((candidate) => candidate.path === path)
    if (page !== undefined && /^(GET|HEAD)$/.test(request.method ?? '')) page.answer(request, response)
    else response.writeHead(404).end()
  }
  const limits = {
    headersTimeout: longestHeadMs,
    requestTimeout: longestHeadMs,
    connectionsCheckingInterval: 1_000,
  }
  const server = createServer(limits, answer)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(at, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
