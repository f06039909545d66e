/** Something that somebody will do. */
export type Intention = { at: Date; who: string; act: () => Promise<void> }

/** What people mean to do, in the order of its time; at the same time by who does it, then by what was meant first. */
export type Agenda = {
  add(intention: Intention): void
  /** Takes the earliest that lies before `at`. */
  takeBefore(at: Date): Intention | undefined
}

export function agenda(): Agenda {
  const all: (Intention & { nth: number })[] = []
  const nths = new Map<string, number>()
  return {
    add(intention) {
      const nth = (nths.get(intention.who) ?? 0) + 1
      nths.set(intention.who, nth)
      const entry = { ...intention, nth }
      const index = all.findIndex((other) => isBefore(entry, other))
      all.splice(index === -1 ? all.length : index, 0, entry)
    },
    takeBefore(at) {
      const [first] = all
      if (first === undefined || first.at >= at) return undefined
      return all.shift()
    },
  }
}

function isBefore(a: Intention & { nth: number }, b: Intention & { nth: number }): boolean {
  const apart = a.at.getTime() - b.at.getTime()
  if (apart !== 0) return apart < 0
  return a.who === b.who ? a.nth < b.nth : a.who < b.who
}
