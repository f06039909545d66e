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
  language: Language
}

/** Whether the group exists on `day`. A partial date counts as the whole of its year or month. */
export function isActive(group: Pick<WorkingGroup, 'from' | 'until'>, day: Day): boolean {
  if (group.from !== undefined && day.slice(0, group.from.length) < group.from) return false
  if (group.until !== undefined && day.slice(0, group.until.length) > group.until) return false
  return true
}

/**
 * The group that a person means by `text`: its code in any case, with or without dash and spaces, or its name in
 * either language, whole or a part that no other group's name has.
 */
export function groupCalled<G extends Pick<WorkingGroup, 'code' | 'names'>>(
  groups: readonly G[],
  text: string,
): G | undefined {
  const wanted = plainCode(text)
  const byCode = groups.find((group) => plainCode(group.code) === wanted)
  // One character, or the first letters of every "W…", would name groups that nobody meant.
  if (byCode !== undefined || wanted.length < shortestName(text)) return byCode
  const namesOf = ({ names }: G) => [names.zh, names.en].flatMap((name) => (name ? plainCode(name) : []))
  const whole = groups.filter((group) => namesOf(group).includes(wanted))
  const found =
    whole.length > 0 ? whole : groups.filter((group) => namesOf(group).some((name) => name.includes(wanted)))
  return found.length === 1 ? found[0] : undefined
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
