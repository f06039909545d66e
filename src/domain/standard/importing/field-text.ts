import type { Standard } from '../rules.ts'
import type { Field } from './given.ts'

/** The columns of an exported file, in the order in which they stand. */
export const exportedFields = [
  'id',
  'designation',
  'titleZh',
  'titleEn',
  'stages',
  'stage',
  'stageSince',
  'asOf',
  'source',
  'otherNames',
  'project',
  'plannedOn',
  'extendedTo',
  'fast',
  'targetOn',
  'group',
  'lead',
  'publishedOn',
  'effectiveOn',
  'replaces',
  'twins',
  'topics',
  'url',
  'history',
] as const satisfies readonly Field[]

export type ExportedField = (typeof exportedFields)[number]

/** A field as a cell holds it, in the spelling that an import reads; '' where it is absent. */
export function fieldText(standard: Standard, field: ExportedField): string {
  switch (field) {
    case 'titleZh':
      return standard.titles.zh ?? ''
    case 'titleEn':
      return standard.titles.en ?? ''
    case 'fast':
      return standard.fast === true ? 'yes' : ''
    case 'otherNames':
    case 'replaces':
    case 'topics':
      return listText(standard[field])
    case 'twins':
      return listText(standard.twins.map(({ designation, relation }) => `${relation}:${designation}`))
    case 'history':
      return standard.history.map(({ stage, on }) => `${stage}@${on}`).join('|')
    default:
      return standard[field] ?? ''
  }
}

/**
 * A list in a cell. "|" parts its entries; where it is part of one it has a backslash before it, and so has a backslash.
 * One entry that holds a mark by which people part lists has a "|" behind it, to be read as one.
 */
export function listText(entries: readonly string[]): string {
  const text = entries.map((entry) => entry.replace(/[\\|]/g, '\\$&')).join('|')
  return entries.length === 1 && /[;；、,，\n｜]/.test(text) ? `${text}|` : text
}

/** The entries of a list that `fieldText` wrote, or a person; blank ones do not count. */
export function listedEntries(text: string): string[] {
  return (text.match(/(?:\\[\\|]|[^|｜])+/g) ?? [])
    .map((entry) => entry.replace(/\\([\\|])/g, '$1').trim())
    .filter((entry) => entry !== '')
}
