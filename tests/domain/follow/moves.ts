import type { Follow, HeardMove } from '../../../src/domain/follow/rules.ts'

/** A day of November 2026, at nine. */
export const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 10, day, hour))

/** An accepted move of the standard `one` from 20 to 30, which stands there. */
export function heard(id: number, change: Partial<HeardMove> = {}): HeardMove {
  return {
    id,
    standard: 'one',
    designation: 'GB/T 1-2026',
    titles: { en: 'One' },
    stages: 'gb',
    topics: [],
    kind: 'move',
    from: '20',
    to: '30',
    state: 'accepted',
    recordedAt: at(id),
    stands: '30',
    ...change,
  }
}

export function follow(member: string, change: Partial<Follow> = {}): Follow {
  return { member, kind: 'standard', value: 'one', since: at(0), language: 'en', ...change }
}
