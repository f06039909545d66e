/** What was looked up a moment ago. */
export type Fresh<T> = {
  /** From a look that began at most the window before now; whoever asks meanwhile shares it. Rejects where it does. */
  get(): Promise<T>
  /** What was looked up until now is out of date: this process has changed it itself. */
  forget(): void
}

/**
 * Looks something up at most once in `windowMs` milliseconds, however many ask for it: under load a question to the
 * database for each answer is what there is most of. What others change is seen when the window has passed, what this
 * process changes at once: `forget` is called, or `ownWrites`, where it is given, has grown. A look that fails is not
 * kept, and a clock that is set back makes the next one look again.
 */
export function fresh<T>(
  now: () => Date,
  windowMs: number,
  look: () => Promise<T>,
  ownWrites: () => number = () => 0,
): Fresh<T> {
  let last: { value: Promise<T>; begunAt: number; writes: number } | undefined

  function isFresh({ begunAt, writes }: NonNullable<typeof last>): boolean {
    const age = now().getTime() - begunAt
    return age >= 0 && age < windowMs && writes === ownWrites()
  }

  return {
    get() {
      if (last !== undefined && isFresh(last)) return last.value
      const begun = { begunAt: now().getTime(), writes: ownWrites() }
      const mine = { ...begun, value: look() }
      last = mine
      mine.value.catch(() => {
        if (last === mine) last = undefined
      })
      return mine.value
    },
    forget() {
      last = undefined
    },
  }
}
