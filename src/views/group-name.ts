import { type Language, nameIn } from '../domain/language/rules.ts'
import type { WorkingGroup } from '../domain/working-group/rules.ts'

/** The longest a group's name is where it stands among other words. */
export const longestGroupName = 100

/** `WG8 Data Security`, unescaped. */
export function groupName(group: Pick<WorkingGroup, 'code' | 'names'>, language: Language): string {
  return `${group.code} ${nameIn(group.names, language)}`
}
