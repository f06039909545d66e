/** The latest moment at or before `at` that is a whole number of periods after 1970-01-01T00:00Z. */
export function slotBefore(at: Date, everyMs: number): Date {
  return new Date(Math.floor(at.getTime() / everyMs) * everyMs)
}

/** `plan-notices-20260105T090000Z`: a job id that one slot has once. BullMQ forbids ":" and whole numbers. */
export function slotId(name: string, slot: Date): string {
  const compact = slot.toISOString().replaceAll(/[-:]/g, '').replace('.000Z', 'Z').replace('.', '-')
  return `${name}-${compact}`
}

/** The due moment in the id that BullMQ gives to a scheduler's job, `repeat:<scheduler>:<milliseconds>`. */
export function dueAt(id: string): Date | undefined {
  const millis = /^repeat:.+:(\d+)$/.exec(id)?.[1]
  return millis === undefined ? undefined : new Date(Number(millis))
}
