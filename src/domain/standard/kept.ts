/** What was made for each key, as long as the facts that it was made from are the very same. */
export type Kept<T> = {
  get(key: string, facts: readonly unknown[], make: () => T): T
}

/** So many are kept; then all are made anew, the busiest first. */
const mostKept = 5_000

/** Keeps what is dear to make and asked for again and again. A fact is the same where it is the same object. */
export function kept<T>(): Kept<T> {
  const known = new Map<string, { facts: readonly unknown[]; made: T }>()
  return {
    get(key, facts, make) {
      const last = known.get(key)
      if (last !== undefined && facts.every((fact, at) => fact === last.facts[at])) return last.made
      if (known.size >= mostKept) known.clear()
      const made = make()
      known.set(key, { facts, made })
      return made
    },
  }
}
