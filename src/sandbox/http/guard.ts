import type { IncomingMessage } from 'node:http'

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Whether a request may come in. The server listens on the loopback alone; this refuses what a page of
 * another site sends there through a visitor's browser, be it directly or by a name that was bound to 127.0.0.1.
 */
export function isFromHere(request: IncomingMessage): boolean {
  const host = request.headers.host ?? ''
  if (!loopback.has(host.replace(/:\d+$/, ''))) return false
  const origin = request.headers.origin
  if (origin !== undefined && origin !== `http://${host}`) return false
  const site = request.headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return true
  // A link on another site may lead to the page itself, nothing else.
  return request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate'
}
