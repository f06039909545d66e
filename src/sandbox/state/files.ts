import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { slackId } from '../delivery/deliverer.ts'
import type { StoredFile } from './changes.ts'

/** Files on their way from the bot to a channel: a place to upload to, then the upload, then its sharing; and those that people drop. */
export type Files = {
  expect(name: string, size: number): { id: string; ticket: string }
  /** Keeps what was uploaded; false where nothing is expected there or its size differs. */
  receive(ticket: string, content: Buffer): boolean
  /** The uploaded file, once; undefined where it has not been uploaded. */
  take(id: string, title: string | undefined, now: Date): StoredFile | undefined
  /** Keeps what a person has dropped. */
  keep(name: string, content: Buffer, user: string, now: Date): StoredFile
  content(file: StoredFile): Buffer
}

type Expected = { id: string; name: string; size: number; content?: Buffer }

const mostExpected = 100

/** `dir`: where contents are kept; without one they stay in the message itself. */
export function files(dir: string | undefined): Files {
  const expected = new Map<string, Expected>()
  return {
    expect(name, size) {
      const id = slackId('F')
      const ticket = slackId('UP')
      for (const key of expected.keys()) if (expected.size >= mostExpected) expected.delete(key)
      expected.set(ticket, { id, name, size })
      return { id, ticket }
    },
    receive(ticket, content) {
      const file = expected.get(ticket)
      if (file === undefined || content.length !== file.size) return false
      file.content = content
      return true
    },
    take(id, title, now) {
      const found = [...expected].find(([, file]) => file.id === id)
      if (found === undefined) return undefined
      const [ticket, { name, size, content }] = found
      if (content === undefined) return undefined
      expected.delete(ticket)
      return {
        id,
        name,
        size,
        title: title ?? name,
        createdAt: now.toISOString(),
        content: keep(dir, id, content),
      }
    },
    keep(name, content, user, now) {
      const id = slackId('F')
      const createdAt = now.toISOString()
      return { id, name, title: name, size: content.length, createdAt, user, content: keep(dir, id, content) }
    },
    content(file) {
      if (dir === undefined) return Buffer.from(file.content, 'base64')
      return readFileSync(join(dir, 'files', file.content))
    },
  }
}

function keep(dir: string | undefined, id: string, content: Buffer): string {
  if (dir === undefined) return content.toString('base64')
  mkdirSync(join(dir, 'files'), { recursive: true, mode: 0o700 })
  writeFileSync(join(dir, 'files', id), content, { mode: 0o600 })
  return id
}
