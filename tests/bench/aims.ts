import type { Cell } from './table.ts'

const leastThroughput = 0.8
const mostP99 = 1.5
const mostGrowth = 1.25
const wordsWithinMs = 100

/** What was aimed at, and whether this run met it, a line each. */
export function aims(
  cells: readonly Cell[],
  sizes: readonly number[],
  connections: readonly number[],
): string[] {
  const smallest = Math.min(...sizes)
  const largest = Math.max(...sizes)
  const at = (kind: Cell['kind'], size: number, count: number) =>
    cells.find((cell) => cell.kind === kind && cell.size === size && cell.connections === count)
  const lines = connections.flatMap((count) => {
    const cell = at('designation', largest, count)
    const small = at('designation', smallest, count)
    if (cell === undefined || small === undefined) return []
    const share = cell.bot.perSecond / cell.bare.perSecond
    const slower = cell.bot.p99 / cell.bare.p99
    // Each beside the bare app of its own turn, so that a slower machine meanwhile is no growth.
    const growth = small.bot.perSecond / small.bare.perSecond / share
    const where = `by designation, ${largest} standards, ${count} connections`
    return [
      line(
        share >= leastThroughput,
        `${where}: ${share.toFixed(2)} of the bare app's throughput`,
        '0.8 or more',
      ),
      line(slower <= mostP99, `${where}: p99 ${slower.toFixed(2)} of the bare app's`, '1.5 or less'),
      ...(largest === smallest
        ? []
        : [
            line(
              growth <= mostGrowth,
              `${where}: ${growth.toFixed(2)} of the cost at ${smallest}`,
              '1.25 or less',
            ),
          ]),
    ]
  })
  const words = (['chinese', 'english'] as const).flatMap((kind) =>
    connections.flatMap((count) => {
      const cell = at(kind, largest, count)
      if (cell === undefined) return []
      const where = `by ${kind === 'chinese' ? 'Chinese' : 'English'} words, ${largest} standards, ${count} connections`
      return [
        line(cell.bot.p99 <= wordsWithinMs, `${where}: p99 ${cell.bot.p99.toFixed(1)} ms`, '100 ms or less'),
      ]
    }),
  )
  return [...lines, ...words]
}

function line(isMet: boolean, what: string, aim: string): string {
  return `${isMet ? 'met   ' : 'MISSED'}  ${what} (aim: ${aim})`
}
