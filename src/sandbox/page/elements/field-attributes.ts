import type { FieldMarks } from './element-kinds.ts'

/** The attributes by which a control says whose label, hint and error are its own. */
export function fieldAttributes(field: FieldMarks | undefined) {
  if (!field) return {}
  return {
    id: field.id,
    'aria-invalid': field.wrong,
    ...(field.describedBy ? { 'aria-describedby': field.describedBy } : {}),
  }
}
