import type { Kind } from './questions.ts'
import type { Volley } from './volley.ts'

/** How one process answered, the medians of its turns; times in milliseconds, the processor's a request in microseconds. */
export type Measured = { perSecond: number; p50: number; p99: number; cpuUs: number; memoryMb: number }

/** One question at one size and so many connections, asked of both in turn. */
export type Cell = {
  size: number
  kind: Kind
  connections: number
  bare: Measured
  bot: Measured
  late: number
  wrong: number
}

/** A volley and the processor's time that answering it took. */
export type TimedVolley = Volley & { cpuMs: number }

/** What the volleys of both come to. */
export function cellOf(
  where: Pick<Cell, 'size' | 'kind' | 'connections'>,
  volleys: Record<'bare' | 'bot', TimedVolley[]>,
  { bareMb, botMb }: { bareMb: number; botMb: number },
): Cell {
  return {
    ...where,
    bare: measured(volleys.bare, bareMb),
    bot: measured(volleys.bot, botMb),
    late: volleys.bot.reduce((sum, { late }) => sum + late, 0),
    wrong: volleys.bot.reduce((sum, { wrong }) => sum + wrong, 0),
  }
}

/** The table of the README: both beside each other, and their ratios. */
export function table(cells: readonly Cell[], names: readonly (readonly [Kind, string])[]): string {
  const head = [
    'asked',
    'standards',
    'conn.',
    'bare/s',
    'rapp./s',
    'ratio',
    'bare p50',
    'p50 ms',
    'bare p99',
    'p99 ms',
    'p99 ratio',
    'bare CPU µs',
    'CPU µs',
    'late',
    'bare MB',
    'MB',
  ]
  const rows = names.flatMap(([kind, name]) =>
    cells
      .filter((cell) => cell.kind === kind)
      .map(({ size, connections, bare, bot, late }) => [
        name,
        String(size),
        String(connections),
        bare.perSecond.toFixed(0),
        bot.perSecond.toFixed(0),
        (bot.perSecond / bare.perSecond).toFixed(2),
        bare.p50.toFixed(2),
        bot.p50.toFixed(2),
        bare.p99.toFixed(2),
        bot.p99.toFixed(2),
        (bot.p99 / bare.p99).toFixed(2),
        bare.cpuUs.toFixed(0),
        bot.cpuUs.toFixed(0),
        String(late),
        bare.memoryMb.toFixed(0),
        bot.memoryMb.toFixed(0),
      ]),
  )
  const widths = head.map((word, column) =>
    Math.max(word.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  return [head, ...rows]
    .map((row) =>
      row
        .map((word, column) =>
          column === 0 ? word.padEnd(widths[column] ?? 0) : word.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n')
}

function measured(volleys: readonly TimedVolley[], memoryMb: number): Measured {
  return {
    perSecond: median(volleys.map(({ times, ms }) => (times.length / ms) * 1_000)),
    p50: median(volleys.map(({ times }) => percentile(times, 0.5))),
    p99: median(volleys.map(({ times }) => percentile(times, 0.99))),
    cpuUs: median(volleys.map(({ times, cpuMs }) => (cpuMs / times.length) * 1_000)),
    memoryMb,
  }
}

function percentile(times: Float64Array, share: number): number {
  const sorted = times.toSorted()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function median(numbers: readonly number[]): number {
  return percentile(Float64Array.from(numbers), 0.5)
}
