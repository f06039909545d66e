/** What was looked up a moment ago. */
export type Fresh<T> = {
  /** From a look that began at most the window before now; whoever asks meanwhile shares it. Rejects where it does. */
  get(): Promise<T>
  /** What was looked up until now is out of date: this process has changed it itself. */
  forget(): void
}

/**
 * Looks something up at most twice in `windowMs` milliseconds, however many ask for it: under load a question to the
 * database for each answer is what there is most of. From the middle of the window on it looks again behind those who
 * ask, who are answered from the last look meanwhile, so that hardly anybody waits. What others change is seen when the
 * window has passed, what this process changes at once: `forget` is called, or `ownWrites`, where it is given, has
 * grown. A look that fails is not kept, and a clock that is set back makes the next one look again.
 */
export function fresh<T>(
  now: () => Date,
  windowMs: number,
  look: () => Promise<T>,
  ownWrites: () => number = () => 0,
): Fresh<T> {
  type Look = { value: Promise<T>; begunAt: number; writes: number }
  let last: Look | undefined
  let ahead: Look | undefined

  const ageOf = ({ begunAt }: Look) => now().getTime() - begunAt

  function isFresh(one: Look): boolean {
    const age = ageOf(one)
    return age >= 0 && age < windowMs && one.writes === ownWrites()
  }

  function begin(): Look {
    const begun = { begunAt: now().getTime(), writes: ownWrites() }
    return { ...begun, value: look() }
  }

  function lookAhead(): void {
    const mine = begin()
    ahead = mine
    mine.value.then(
      () => {
        if (ahead === mine) [last, ahead] = [mine, undefined]
      },
      () => {
        if (ahead === mine) ahead = undefined
      },
    )
  }

  return {
    get() {
      if (last !== undefined && isFresh(last)) {
        if (ahead === undefined && ageOf(last) >= windowMs / 2) lookAhead()
        return last.value
      }
      const mine = ahead !== undefined && isFresh(ahead) ? ahead : begin()
      ahead = undefined
      last = mine
      mine.value.catch(() => {
        if (last === mine) last = undefined
      })
      return mine.value
    },
    forget() {
      last = undefined
      ahead = undefined
    },
  }
}
