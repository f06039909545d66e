import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Message } from '../../src/contract/reply.ts'
import type { DroppedFile } from '../../src/contract/slack.ts'
import { dayIn } from '../../src/domain/calendar/day.ts'
import { nameIn } from '../../src/domain/language/rules.ts'
import { isSecretariat } from '../../src/domain/member/rules.ts'
import type { Preview, ReadFile } from '../../src/domain/standard/importing/service.ts'
import { readStandards } from '../../src/files/read-standards.ts'
import type { FileReadingNotes } from '../../src/files/standard-rows.ts'
import { importPreview, importRefused } from '../../src/views/import-preview.ts'

/** What is dropped is read by the process that answers everybody: more is for the command line. */
const mostBytes = 5 * 1024 * 1024
const mostRows = 20_000

/** A list that was read, or the answer to whoever dropped what is none. */
export type DroppedList =
  | { ok: true; file: DroppedFile; list: ReadFile & { reading: FileReadingNotes } }
  | { ok: false; answer: Message }

/**
 * Fetches a dropped file from Slack and reads it.
 * @throws UserError where Slack does not give it, or it is too large to be read here
 */
export async function droppedList(app: App, { language }: Caller, id: string): Promise<DroppedList> {
  const download = await app.slack().files?.download(id, mostBytes)
  if (download === undefined) throw new Error('this process fetches no files')
  if (download.kind === 'refused') throw new UserError('import.file-refused', { error: download.error })
  if (download.kind === 'too-large') {
    const size = Math.ceil(download.size / (1024 * 1024))
    throw new UserError('import.file-too-large', { size, most: Math.floor(mostBytes / (1024 * 1024)) })
  }
  const { file } = download
  const known = { groups: await app.groups.all(), organisations: await app.members.organisations() }
  const read = readStandards(file.bytes, file.name, known)
  if (!read.ok) return { ok: false, answer: importRefused(file.name, read.refusal, language) }
  const rows = read.value.rows.length
  if (rows > mostRows) {
    const refusal = { kind: 'too-many-rows' as const, rows, most: mostRows }
    return { ok: false, answer: importRefused(file.name, refusal, language) }
  }
  const zone = (await app.committees.get())?.zone ?? 'UTC'
  const defaults = { asOf: dayIn(zone, file.sharedAt), source: [...file.name].slice(0, 150).join('') }
  return { ok: true, file, list: { ...read.value, defaults } }
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

/** The names of those who may put lists on record. */
export async function secretariatNames(app: App, { language }: Caller): Promise<string> {
  const members = await app.members.all()
  const today = await Promise.all(
    members.map(async (member) => ({ member, isOfIt: isSecretariat(await app.members.rolesToday(member)) })),
  )
  return today
    .filter(({ isOfIt }) => isOfIt)
    .map(({ member }) => nameIn(member.names, language))
    .join(language === 'en' ? ', ' : '、')
}
