import { isDeepStrictEqual } from 'node:util'
import { compactTitle, foldTitle } from '../../finding/fold-title.ts'
import type { Given, ImportRow, Place } from './given.ts'

/** What several rows say of one standard together, or what they say differently. */
export type Combined =
  | { ok: true; places: Place[]; given: Given; repeated: number }
  | { ok: false; places: Place[]; differing: { field: string; values: string[] }[] }

/**
 * Rows of one standard as one, where none contradicts another: a row that says the same again counts once, and what
 * one leaves blank another may fill in. Titles that differ in blanks, marks and letter case alone are the same.
 */
export function combineRows(rows: readonly ImportRow[]): Combined {
  const places = rows.map(({ place }) => place)
  const given: Record<string, unknown> = {}
  const fields = new Set(rows.flatMap((row) => Object.keys(row.given)))
  const differing: { field: string; values: string[] }[] = []
  for (const field of fields) {
    const values = rows.map((row) => row.given[field as keyof Given])
    const [first, ...others] = values.filter((value) => value !== undefined)
    given[field] = first
    if (others.some((other) => !isSame(field, first, other)))
      differing.push({ field, values: values.map(shown) })
  }
  if (differing.length > 0) return { ok: false, places, differing }
  return { ok: true, places, given: given as Given, repeated: rows.length - 1 }
}

function isSame(field: string, a: unknown, b: unknown): boolean {
  if (field.startsWith('title')) return folded(a) === folded(b)
  return isDeepStrictEqual(a, b)
}

function folded(title: unknown): string {
  return compactTitle(foldTitle(String(title)))
}

function shown(value: unknown): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
