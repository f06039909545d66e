/** Dice whose throws follow from a seed: the same seed throws the same. */
export type Dice = {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  /** True in `percent` of a hundred throws. */
  chance(percent: number): boolean
  /** One of them; there must be one. */
  pick<T>(from: readonly T[]): T
  /** `count` of them, each at most once, in the order thrown. */
  some<T>(from: readonly T[], count: number): T[]
}

/** `seed`: any whole number. Mulberry32, which is short, and even enough to choose faults by. */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const some = <T>(from: readonly T[], count: number): T[] => {
    const left = [...from]
    return Array.from({ length: Math.min(count, left.length) }, () =>
      left.splice(between(0, left.length - 1), 1),
    ).flat()
  }
  return {
    between,
    chance: (percent) => next() * 100 < percent,
    pick<T>(from: readonly T[]) {
      const [picked] = some(from, 1)
      if (picked === undefined) throw new Error('there is nothing to pick from')
      return picked
    },
    some,
  }
}
