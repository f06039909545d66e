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
      return standard[field].map(listed).join('|')
    case 'twins':
      return standard.twins.map(({ designation, relation }) => listed(`${relation}:${designation}`)).join('|')
    case 'history':
      return standard.history.map(({ stage, on }) => `${stage}@${on}`).join('|')
    default:
      return standard[field] ?? ''
  }
}

/** "|" parts the entries of a list; where it is part of one it has a backslash before it, and so has a backslash. */
function listed(entry: string): string {
  return entry.replace(/[\\|]/g, '\\$&')
}

/** The entries of a list that `fieldText` wrote, or a person; blank ones do not count. */
export function listedEntries(text: string): string[] {
  return (text.match(/(?:\\[\\|]|[^|｜])+/g) ?? [])
    .map((entry) => entry.replace(/\\([\\|])/g, '$1').trim())
    .filter((entry) => entry !== '')
}
