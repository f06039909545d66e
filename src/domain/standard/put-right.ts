import type { ToldMove } from './rules.ts'

/** An entry as it is told, with the ids of all entries that it stands for. */
type Told = { move: ToldMove; ids: number[] }

/**
 * The moves as they are told to whoever has not heard of any of them: a move that one of the later entries puts right
 * is told as it was put right, or not at all where nothing is left of it. A correction of what was told before stays.
 */
export function putRight(moves: readonly ToldMove[]): ToldMove[] {
  const told: Told[] = []
  for (const move of moves) {
    const wrong = move.kind === 'correction' ? told.findLast(isCorrectedBy(move)) : undefined
    if (wrong === undefined) {
      told.push({ move, ids: [move.id] })
      continue
    }
    wrong.ids.push(move.id)
    if (wrong.move.from === move.to && wrong.move.to !== move.to) told.splice(told.indexOf(wrong), 1)
    else wrong.move = asPutRight(wrong.move, move)
  }
  return told.map(({ move }) => move)
}

/** The entry that is named, or where none is, the last one of the standard. */
function isCorrectedBy({ corrects, standard }: ToldMove) {
  return ({ move, ids }: Told) =>
    move.standard === standard && (corrects === undefined || ids.includes(corrects))
}

function asPutRight({ on: _, ...wrong }: ToldMove, { to, on }: ToldMove): ToldMove {
  return { ...wrong, to, ...(on !== undefined && { on }) }
}
