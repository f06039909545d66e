/** The moments at which a process of the suite can be made to die, or to fall asleep. */
export const workerPoints = [
  // The slots that are on record are known, and none was written yet.
  'slots-known',
  // Inside the transaction that writes a notice, and behind it.
  'writing',
  'written',
  // The claim is on record.
  'claimed',
  'before-post',
  // The call is on its way.
  'during-post',
  'after-post',
  // Inside the transaction that records an attempt, and behind it.
  'settling',
  'settled',
  'before-edit',
  'during-edit',
  'after-edit',
  'before-look',
  'after-look',
] as const

export const webPoints = [
  // Inside the transaction that records an acknowledgement, and behind it.
  'acknowledging',
  'acknowledged',
  // The same for a notice that is sent by hand.
  'writing',
  'written',
] as const

export type Point = (typeof workerPoints)[number] | (typeof webPoints)[number]

/** At the `nth` passing of a point a process kills itself, or sleeps until its clock has moved by `sleepMs`. */
export type Death = { point: Point; nth: number; sleepMs?: number }

export type Points = {
  /** From now on this one is waited for, in place of any other. */
  expect(death: Death | undefined): void
  pass(point: Point): Promise<void>
}

/** Nothing is waited for at first. */
export function points(die: (at: Point) => void, sleep: (at: Point, ms: number) => Promise<void>): Points {
  let expected: Death | undefined
  return {
    expect(death) {
      expected = death && { ...death }
    },
    async pass(point) {
      if (expected?.point !== point) return
      expected.nth -= 1
      if (expected.nth > 0) return
      const { sleepMs } = expected
      expected = undefined
      if (sleepMs === undefined) die(point)
      else await sleep(point, sleepMs)
    },
  }
}
