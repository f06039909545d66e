import type { App } from '../app.ts'
import type { OwnerRef } from '../domain/assignment/life.ts'
import type { AuditAsked } from '../domain/audit/query.ts'
import type { AuditEntry, Via } from '../domain/audit/rules.ts'
import { nameIn } from '../domain/language/rules.ts'
import { momentInWords } from '../views/dates.ts'

/** An entry of the audit as an operator sees it; `at` is in UTC. */
export type AuditLine = Omit<AuditEntry, 'at'> & { at: string; byName?: string }

/** What was found, the newest last; `zone` is the committee's, by whose days it was asked for. */
export type AuditTold = { zone: string; most: number; entries: AuditLine[] }

/** The newest `most` of the changes that are asked for, with the names of those who made them. */
export async function auditLines(app: App, asked: AuditAsked, most: number): Promise<AuditTold> {
  const { entries, zone } = await app.audits.search(asked, most)
  const language = (await app.committees.get())?.languages[0] ?? 'en'
  const names = new Map((await app.members.all()).map(({ id, names }) => [id, nameIn(names, language)]))
  return {
    zone,
    most,
    entries: entries.map(({ at, ...entry }) => {
      const byName = entry.by === undefined ? undefined : names.get(entry.by)
      return { ...entry, at: at.toISOString(), ...(byName !== undefined && { byName }) }
    }),
  }
}

/** The entries as an operator reads them, a block each, in the committee's zone. */
export function auditText({ zone, most, entries }: AuditTold): string {
  if (entries.length === 0) return 'nothing is on record of that'
  return [
    `${entries.length === most ? `the newest ${most}, and there may be more (--most); ` : ''}times are those of ${zone}`,
    ...entries.map((entry) => entryText(entry, zone)),
  ].join('\n')
}

const vias: Record<Via, string> = {
  command: 'by a command',
  button: 'by a button',
  modal: 'in a form',
  shortcut: 'from a message',
  spoken: 'in plain words',
  cli: 'on the command line',
  file: 'from a file',
}

function entryText(
  { at, by, byName, behalf, via, subject, what, before, after, note }: AuditLine,
  zone: string,
): string {
  const who = by === undefined ? 'the operator' : byName === undefined ? by : `${byName} (${by})`
  const whom = behalf === undefined ? '' : ` for ${behalfText(behalf)}`
  return [
    `${momentInWords(new Date(at), zone, 'en')} · ${subject.kind} ${subject.id} · ${what} · ${who}${whom}, ${vias[via]}`,
    ...fieldTexts(before, after).map((field) => `    ${field}`),
    ...(note === undefined ? [] : [`    “${note.replaceAll(/\s*\n\s*/g, ' ')}”`]),
  ].join('\n')
}

/** What is new has nothing before it, and says no more than it holds. */
function fieldTexts(before: AuditLine['before'], after: AuditLine['after']): string[] {
  const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0
  if (Object.keys(before).length === 0)
    return Object.entries(after).flatMap(([field, value]) =>
      field === 'id' || isEmpty(value) ? [] : [`${field}: ${valueText(value)}`],
    )
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return fields.map((field) => `${field}: ${valueText(before[field])} → ${valueText(after[field])}`)
}

function behalfText({ kind, id }: OwnerRef): string {
  return kind === 'group' ? id : `${kind} ${id}`
}

/** So much of a value is shown; `--json` prints all of it. */
const longestValue = 160

function valueText(value: unknown): string {
  if (value === undefined) return '—'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const characters = [...text.replaceAll(/\s+/g, ' ')]
  return characters.length <= longestValue
    ? characters.join('')
    : `${characters.slice(0, longestValue - 1).join('')}…`
}
