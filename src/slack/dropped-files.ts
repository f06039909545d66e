import { createHash } from 'node:crypto'
import type { WebClient } from '@slack/web-api'
import type { DroppedFile, DroppedFiles } from '../contract/slack.ts'

/** A file comes within this time, or does not. */
const longestMs = 30_000

/** Files that people share with the bot, fetched with the bot's own token. */
export function droppedFiles(asking: WebClient, botToken: string): DroppedFiles {
  return {
    async download(id, mostBytes) {
      try {
        const { file } = await asking.files.info({ file: id })
        const {
          name = 'file',
          size = 0,
          created = 0,
          user,
          url_private_download: download,
          url_private: view,
        } = file ?? {}
        if (size > mostBytes) return { kind: 'too-large', size }
        const url = download ?? view
        if (url === undefined) return { kind: 'refused', error: 'no_url' }
        const bytes = await fetched(url, botToken, mostBytes)
        if (typeof bytes === 'string') return { kind: 'refused', error: bytes }
        if (bytes === undefined) return { kind: 'too-large', size: mostBytes + 1 }
        const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
        const told: DroppedFile = { id, name, bytes, digest, sharedAt: new Date(created * 1_000) }
        return { kind: 'file', file: { ...told, ...(user !== undefined && { sharedBy: user }) } }
      } catch (failure) {
        return { kind: 'refused', error: errorOf(failure) }
      }
    },
  }
}

/** The bytes; undefined where there are more than may be; or why there are none. */
async function fetched(
  url: string,
  token: string,
  mostBytes: number,
): Promise<Uint8Array | string | undefined> {
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(longestMs),
  })
  if (!answer.ok) return `http_${answer.status}`
  // Without the scope for it Slack does not refuse, but shows its page for signing in.
  if (answer.headers.get('content-type')?.startsWith('text/html') === true) return 'missing_scope'
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body ?? []) {
    size += part.length
    if (size > mostBytes) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function errorOf(failure: unknown): string {
  if (typeof failure === 'object' && failure !== null && 'data' in failure) {
    const { data } = failure
    if (typeof data === 'object' && data !== null && 'error' in data) return String(data.error)
  }
  return failure instanceof Error ? failure.name : String(failure)
}
