import type { Committee } from '../committee/rules.ts'
import type { WorkKind } from './kind.ts'
import { kindsOfWork } from './kinds.ts'

/** The kinds of work of a committee: those that come with the program, its own forms of them, and its own. */
export function kindsOf(committee: Pick<Committee, 'kinds'> | undefined): WorkKind[] {
  const own = new Map((committee?.kinds ?? []).map((kind) => [kind.id, kind]))
  const known = kindsOfWork.map((kind) => {
    const form = own.get(kind.id)
    return form === undefined ? kind : ownForm(kind, form)
  })
  const names = new Set(known.map(({ id }) => id))
  return [...known, ...[...own.values()].filter(({ id }) => !names.has(id))]
}

/** A committee's form of a kind: its words are added to those that are known, and what it leaves out stays as it is. */
function ownForm(kind: WorkKind, form: WorkKind): WorkKind {
  const given = <T>(own: readonly T[], known: readonly T[]) => (own.length === 0 ? known : own)
  return {
    ...kind,
    ...form,
    words: { zh: [...kind.words.zh, ...form.words.zh], en: [...kind.words.en, ...form.words.en] },
    steps: given(form.steps, kind.steps),
    evidence: given(form.evidence, kind.evidence),
    counters: given(form.counters, kind.counters),
  }
}
