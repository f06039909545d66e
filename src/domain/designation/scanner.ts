/** A cursor over cleaned text. Every pattern is tried at the cursor only, so reading is linear in the text. */
export type Scanner = {
  /** Moves past the pattern, which must be sticky, and gives its groups; undefined where it does not match. */
  take(pattern: RegExp): readonly (string | undefined)[] | undefined
  /** What lies behind the cursor. */
  rest(): string
  position(): number
  /** Goes back to an earlier position. */
  moveTo(position: number): void
}

/** A cursor at the start of the text. */
export function scanner(text: string): Scanner {
  let at = 0
  return {
    take(pattern) {
      pattern.lastIndex = at
      const found = pattern.exec(text)
      if (found === null) return undefined
      at += found[0].length
      return found.slice(1)
    },
    rest: () => text.slice(at),
    position: () => at,
    moveTo(position) {
      at = position
    },
  }
}
