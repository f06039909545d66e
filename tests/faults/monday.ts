import type { Plan } from './plan.ts'

/** A quarter past nine on the Monday on which every group of `mondayPlan` is due its reminder, and nothing else. */
export const mondayMorning = new Date('2032-06-07T01:15:00Z')

/** A plan of one week with one stop, to be played by hand: so many groups, each with something to be told. */
export function mondayPlan(count: number): Plan {
  const until = mondayMorning.toISOString()
  const stop = {
    at: until,
    until,
    asleep: [],
    faults: [],
    deaths: { front: [], first: [], second: [] },
    kills: [],
    gestures: [],
  }
  return {
    seed: 0,
    mode: 'socket',
    startsAt: '2032-06-07T00:00:00Z',
    groups: Array.from({ length: count }, (_, nth) => ({
      code: `WG${nth + 1}`,
      zone: 'Asia/Shanghai',
      schedules: {
        reminder: { weekday: 1, hour: 9, minute: 0 },
        digest: { weekday: 5, hour: 16, minute: 0 },
      },
      speaksFrom: '2032-06-01',
    })),
    weeks: [{ stops: [stop] }],
  }
}
