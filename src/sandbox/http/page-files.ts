import type { ServerResponse } from 'node:http'
import { send } from './wire.ts'

export type PageAssets = () => Promise<{ html: string; js: string; css: string }>

/** The page and nothing from anywhere else. */
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https: http:; " +
  "connect-src 'self' ws:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** Serves `/`, `/page/app.js` and `/page/app.css`; false for any other path. */
export async function servePage(
  path: string,
  assets: PageAssets,
  response: ServerResponse,
): Promise<boolean> {
  const kinds = {
    '/': ['html', 'text/html'],
    '/page/app.js': ['js', 'text/javascript'],
    '/page/app.css': ['css', 'text/css'],
  } as const
  if (!Object.hasOwn(kinds, path)) return false
  const [name, type] = kinds[path as keyof typeof kinds]
  const body = (await assets())[name]
  send(response, 200, body, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
  })
  return true
}
