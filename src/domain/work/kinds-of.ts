import type { Committee } from '../committee/rules.ts'
import type { WorkKind } from './kind.ts'
import { kindsOfWork } from './kinds.ts'

/** The kinds of work of a committee: those that come with the program, its own forms of them, and its own. */
export function kindsOf(committee: Pick<Committee, 'kinds'> | undefined): WorkKind[] {
  const own = new Map((committee?.kinds ?? []).map((kind) => [kind.id, kind]))
  const known = kindsOfWork.map((kind) => own.get(kind.id) ?? kind)
  const names = new Set(known.map(({ id }) => id))
  return [...known, ...[...own.values()].filter(({ id }) => !names.has(id))]
}
