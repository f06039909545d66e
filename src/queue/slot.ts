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
