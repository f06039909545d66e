import type { Day, PartialDay } from '../calendar/day.ts'
import type { Language, Names } from '../language/rules.ts'

export type GroupKind = 'WG' | 'SWG' | 'SG' | 'TC'

/** A working group, special working group or study group of the committee, in the years in which it exists. */
export type WorkingGroup = {
  code: string
  kind: GroupKind
  names: Names
  from?: PartialDay
  until?: PartialDay
  predecessor?: string
  /** As the operator wrote it: `#name` or an id. */
  channel?: string
  /** Slack's id of that channel, once it has been found. */
  channelId?: string
  /** IANA name. */
  zone: string
  /** Whose working days count, as the committee's own. */
  calendar?: string
  language: Language
  /** What it works on: ids of topics and of kinds of work, or words as a plan prints them. */
  scope?: string[]
  /** Its items are seen by its own members alone, and by those who answer for everything. */
  isClosed?: true
  /** It is closed to whoever is told of it: there is one of this name, and nothing more. Never on record. */
  isHidden?: true
}

/** Whether the group exists on `day`. A partial date counts as the whole of its year or month. */
export function isActive(group: Pick<WorkingGroup, 'from' | 'until'>, day: Day): boolean {
  if (group.from !== undefined && day.slice(0, group.from.length) < group.from) return false
  if (group.until !== undefined && day.slice(0, group.until.length) > group.until) return false
  return true
}

/**
 * Finds the group that a person means by a text: its code in any case, with or without dash and spaces, or its name
 * in either language, whole or a part that no other group's name has. Made once for many texts, since two thousand
 * groups have their names folded for it.
 */
export function groupFinder<G extends Pick<WorkingGroup, 'code' | 'names'>>(
  groups: readonly G[],
): (text: string) => G | undefined {
  const plain = groups.map((group) => {
    const { zh, en } = group.names
    return {
      group,
      code: plainCode(group.code),
      names: [zh, en].flatMap((name) => (name ? plainCode(name) : [])),
    }
  })
  return (text) => {
    const wanted = plainCode(text)
    const byCode = plain.find(({ code }) => code === wanted)
    // One character, or the first letters of every "W…", would name groups that nobody meant.
    if (byCode !== undefined || wanted.length < shortestName(text)) return byCode?.group
    const whole = plain.filter(({ names }) => names.includes(wanted))
    const found =
      whole.length > 0 ? whole : plain.filter(({ names }) => names.some((name) => name.includes(wanted)))
    return found.length === 1 ? found[0]?.group : undefined
  }
}

/** Two Chinese characters make a word; so few Latin letters stand inside many. */
function shortestName(text: string): number {
  return /\p{Script=Han}/u.test(text) ? 2 : 4
}

function plainCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s_\p{Dash}]/gu, '')
    .toUpperCase()
}
