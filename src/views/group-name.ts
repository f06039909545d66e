import { type Language, nameIn } from '../domain/language/rules.ts'
import type { WorkingGroup } from '../domain/working-group/rules.ts'

/** `WG8 Data Security`, unescaped. */
export function groupName(group: Pick<WorkingGroup, 'code' | 'names'>, language: Language): string {
  return `${group.code} ${nameIn(group.names, language)}`
}
