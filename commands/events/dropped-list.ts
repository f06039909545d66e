import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import type { Message } from '../../src/contract/reply.ts'
import type { DroppedFile } from '../../src/contract/slack.ts'
import { dayIn } from '../../src/domain/calendar/day.ts'
import type { Preview, ReadFile } from '../../src/domain/standard/importing/service.ts'
import { readStandards } from '../../src/files/read-standards.ts'
import type { FileReadingNotes, StandardRows } from '../../src/files/standard-rows.ts'
import { importPreview, importRefused } from '../../src/views/import-preview.ts'
import { droppedFile } from './dropped-file.ts'

const mostRows = 20_000

/** A list that was read, or the answer to whoever dropped what is none. */
export type DroppedList =
  | { ok: true; file: DroppedFile; list: ReadFile & { reading: FileReadingNotes } }
  | { ok: false; answer: Message }

/**
 * Fetches a dropped file from Slack once more and reads it as a list of standards, which it was.
 * @throws UserError where Slack does not give it, or it is too large to be read here
 */
export async function droppedList(app: App, caller: Caller, id: string): Promise<DroppedList> {
  const file = await droppedFile(app, id)
  const known = { groups: await app.groups.all(), organisations: await app.members.organisations() }
  const read = readStandards(file.bytes, file.name, known)
  if (!read.ok) return { ok: false, answer: importRefused(file.name, read.refusal, caller.language) }
  return listOf(app, caller, file, read.value)
}

/** A file that was read as a list, with what its rows are silent about. */
export async function listOf(
  app: App,
  { language }: Caller,
  file: DroppedFile,
  list: StandardRows,
): Promise<DroppedList> {
  const rows = list.rows.length
  if (rows > mostRows) {
    const refusal = { kind: 'too-many-rows' as const, rows, most: mostRows }
    return { ok: false, answer: importRefused(file.name, refusal, language) }
  }
  const zone = (await app.committees.get())?.zone ?? 'UTC'
  const defaults = { asOf: dayIn(zone, file.sharedAt), source: [...file.name].slice(0, 150).join('') }
  return { ok: true, file, list: { ...list, defaults } }
}

/** What the list would change, with the button that agrees to just that. */
export function previewOf(
  { file, list }: DroppedList & { ok: true },
  { plan, version }: Preview,
  caller: Caller,
  isAgain = false,
): Message {
  const { id, name, digest } = file
  const { reading, defaults } = list
  const asked = { file: id, digest, version }
  return importPreview({ name, plan, reading, defaults, asked, isAgain }, caller.language)
}
