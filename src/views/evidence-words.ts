import { type Language, nameIn } from '../domain/language/rules.ts'
import type { TracedItem } from '../domain/plan/trace.ts'
import { brief } from './mrkdwn.ts'

/**
 * Where the result of a piece of work can be seen: how it came out where it can in several ways, the standards that it made,
 * and what was given as evidence for it and for its assignments, the first `most` of it, in one line behind dots; empty
 * where there is nothing.
 */
export function evidenceInWords(
  { item, kind, standards, assignments, progress }: TracedItem,
  language: Language,
  { most = 10, longest = 120 }: { most?: number; longest?: number } = {},
): string {
  const given = (kind?.evidence ?? []).flatMap(({ id, names }) => {
    const value = item.evidence[id]
    return value === undefined ? [] : [`${brief(nameIn(names, language), 40)} ${brief(value, longest)}`]
  })
  const outcome = kind?.outcomes?.find(({ id }) => id === item.outcome)
  const came = outcome === undefined ? [] : [brief(nameIn(outcome.names, language), 60)]
  const owed = assignments.flatMap(({ state, evidence }) =>
    state === 'done' && evidence !== undefined ? [brief(evidence, longest)] : [],
  )
  // What is under way or was there before is no result of this.
  const made = (progress.share === 1 ? standards : []).map(({ designation }) => brief(designation, 60))
  return [...came, ...made, ...given, ...owed]
    .slice(0, most)
    .map((part) => ` · ${part}`)
    .join('')
}
