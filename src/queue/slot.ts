/** The latest moment at or before `at` that is a whole number of periods after 1970-01-01T00:00Z. */
export function slotBefore(at: Date, everyMs: number): Date {
  return new Date(Math.floor(at.getTime() / everyMs) * everyMs)
}

/**
 * The id that BullMQ gives to a scheduler's job of that moment, `repeat:<scheduler>:<milliseconds>`. What we add
 * ourselves bears it too: a slot has one job, whichever of two processes came first with it and however.
 */
export function slotId(name: string, slot: Date): string {
  return `repeat:${name}:${slot.getTime()}`
}

/** The due moment in such an id; undefined in any other. */
export function dueAt(id: string): Date | undefined {
  const millis = /^repeat:.+:(\d+)$/.exec(id)?.[1]
  return millis === undefined ? undefined : new Date(Number(millis))
}

/**
 * The slot of a job whose moment lies behind its slot's beginning; undefined where it lies at it, and for any other
 * job. BullMQ gives such moments to a scheduler that is written after the first moment it was to have: it takes the
 * present one instead and counts its periods from there.
 */
export function slotAstray(id: string, everyMs: number): Date | undefined {
  const due = dueAt(id)
  if (due === undefined || due.getTime() % everyMs === 0) return undefined
  return slotBefore(due, everyMs)
}
