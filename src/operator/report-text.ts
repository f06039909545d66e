import type { ImportReport, LeftAsItIs, LeftField } from '../domain/committee/rules.ts'

const mostNamed = 8

/** What an import did, in a line. */
export function reportText(report: ImportReport | undefined): string {
  if (report === undefined) return 'nothing'
  const { added, changed, unchanged, left, absent, kept } = report
  return [
    `${added.length} added${named(added)}`,
    `${changed.length} changed${named(changed)}`,
    `${unchanged} unchanged`,
    ...(left.length > 0
      ? [`${left.length} left as they are, since people have changed them${named(left.map(leftInWords))}`]
      : []),
    ...(absent.length > 0
      ? [`${absent.length} on record and not in the file, left as they were${named(absent)}`]
      : []),
    ...(kept.length > 0 ? [`${kept.length} set by a convenor since and kept${named(kept)}`] : []),
  ].join('; ')
}

const fieldWords = {
  owner: 'owner',
  dueOn: 'due day',
  state: 'state',
  doneOn: 'day done',
} as const satisfies Record<LeftField, string>

/** Which it is, and what the file says otherwise. */
function leftInWords({ id, fields }: LeftAsItIs): string {
  return `${id}: ${fields.map((field) => fieldWords[field]).join(' and ')}`
}

function named(ids: readonly string[]): string {
  if (ids.length === 0) return ''
  const left = ids.length - mostNamed
  return ` (${ids.slice(0, mostNamed).join(', ')}${left > 0 ? ` and ${left} more` : ''})`
}
