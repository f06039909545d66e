import type { StageMove, Standard } from './rules.ts'

/** What of a standard an entry on record tells before and after somebody moved it on its way, or set its days. */
export function wayNoted({
  stage,
  stageSince,
  publishedOn,
  targetOn,
  extendedTo,
}: Standard): Partial<Standard> {
  return {
    stage,
    ...(stageSince !== undefined && { stageSince }),
    ...(publishedOn !== undefined && { publishedOn }),
    ...(targetOn !== undefined && { targetOn }),
    ...(extendedTo !== undefined && { extendedTo }),
  }
}

/** The same of a proposed move: which, to where, and how it stands. */
export function proposalNoted({ id, to, on, state }: StageMove) {
  return { proposal: { id, to, ...(on !== undefined && { on }), state } }
}
