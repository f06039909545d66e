import { type Language, nameIn } from '../domain/language/rules.ts'
import type { TracedItem } from '../domain/plan/trace.ts'
import { brief } from './mrkdwn.ts'

/**
 * Where the result of a piece of work can be seen: the standards that it made, and what was given as evidence, the first
 * `most` of it, in one line behind a dot; empty where there is nothing.
 */
export function evidenceInWords(
  { item, kind, standards }: TracedItem,
  language: Language,
  { most = 10, longest = 120 }: { most?: number; longest?: number } = {},
): string {
  const given = (kind?.evidence ?? []).flatMap(({ id, names }) => {
    const value = item.evidence[id]
    return value === undefined ? [] : [`${brief(nameIn(names, language), 40)} ${brief(value, longest)}`]
  })
  const made = standards.map(({ designation }) => brief(designation, 60))
  return [...made, ...given]
    .slice(0, most)
    .map((part) => ` · ${part}`)
    .join('')
}
