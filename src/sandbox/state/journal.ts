import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Change } from './changes.ts'

export type Journal = {
  /** Written to the file before it returns, so that killing the process loses nothing that was answered. */
  append(change: Change): void
  close(): void
}

const fileName = 'journal.jsonl'

/** Every whole line of the journal. A last line that was torn by a kill is dropped; so is anything after it. */
export function readJournal(dir: string): Change[] {
  let text: string
  try {
    text = readFileSync(join(dir, fileName), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
  const changes: Change[] = []
  for (const line of text.split('\n')) {
    if (line === '') continue
    try {
      changes.push(JSON.parse(line) as Change)
    } catch {
      break
    }
  }
  return changes
}

/** Starts a journal that holds exactly `changes`, in the place of the former one, and stays open. */
export function openJournal(dir: string, changes: Change[]): Journal {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const path = join(dir, fileName)
  const draft = openSync(`${path}.new`, 'w', 0o600)
  for (const change of changes) writeWhole(draft, change)
  fsyncSync(draft)
  renameSync(`${path}.new`, path)
  return {
    append: (change) => writeWhole(draft, change),
    close: () => closeSync(draft),
  }
}

function writeWhole(file: number, change: Change): void {
  const bytes = Buffer.from(`${JSON.stringify(change)}\n`)
  let written = 0
  while (written < bytes.length) written += writeSync(file, bytes, written)
}
