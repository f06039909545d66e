import type { Database } from '../../src/store/open-store.ts'
import { agenda } from './agenda.ts'
import { planAssignments } from './assignments.ts'
import { type Committee, makeCommittee, type Size, usual } from './committee.ts'
import type { Diary } from './diary.ts'
import { habits } from './habits.ts'
import { hands } from './hands.ts'
import { readSaid, type Said } from './said.ts'
import { daysAfter, momentOf, workDays } from './work-days.ts'
import { firstOfDay, openWorld, type World } from './world.ts'

/** All that the count rests on: who there was, what they did, and what was really posted. */
export type Evidence = { committee: Committee; diary: Diary; said: Said[] }

/** When the bot's clock strikes on a working day of the committee's, and on a day off. */
const strikes = {
  worked: [firstOfDay, '03:00', '09:00', usual.hour, ...hours(10, 18), '20:00', '22:00'],
  off: [firstOfDay, usual.hour, '15:00'],
}

/** Lives through the months of a committee on an empty, migrated database. `tell` hears of each week. */
export async function simulate(
  database: Database,
  size: Size,
  tell: (line: string) => void = () => undefined,
): Promise<Evidence> {
  const committee = makeCommittee(size)
  const world = await openWorld(database, committee)
  try {
    return await live(world, committee, size.seed, tell)
  } finally {
    await world.close()
  }
}

async function live(
  world: World,
  committee: Committee,
  seed: number,
  tell: (line: string) => void,
): Promise<Evidence> {
  const { from, until, zone, people, marks, outages } = committee
  const diary: Diary = { deeds: [], answers: [], putOffs: [], refused: {} }
  const does = hands(world, committee, diary)
  const plans = agenda()
  const reads = habits(committee, does, plans, seed)
  const days = workDays(
    committee.calendar,
    marks.filter(({ group }) => group === undefined),
  )

  for (const planned of planAssignments(committee, seed)) {
    const who = `plan-${planned.title}`
    const add = (at: Date | undefined, act: () => Promise<void>) => {
      if (at !== undefined) plans.add({ at: whenUp(at, outages), who, act })
    }
    add(planned.givenAt, async () => {
      await does.give(planned)
      add(planned.movedAt, () => does.setDue(planned))
      add(planned.withdrawnAt, () => does.withdraw(planned))
      add(planned.reopenedAt, () => does.reopen(planned))
    })
  }
  const secretary = people.find(({ member }) => member.id === 'pine')?.member
  for (const [nth, { day, isWorked, group, madeOn }] of marks.entries())
    plans.add({
      at: whenUp(momentOf(madeOn, '11:20', zone), outages),
      who: `mark-${nth}`,
      act: async () => {
        const marked = await world.app.calendars.mark(
          {
            days: [day],
            as: isWorked ? 'work' : 'off',
            why: 'simulated',
            ...(group !== undefined && { group }),
          },
          { via: 'command', request: `mark-${nth}`, ...(secretary !== undefined && { member: secretary }) },
        )
        if (!marked.ok) throw new Error(`${day} could not be marked: ${marked.why}`)
      },
    })

  let read = 0
  for (let day = from; day < until; day = daysAfter(day, 1)) {
    for (const time of days.isWorked(day) ? strikes.worked : strikes.off) {
      const at = momentOf(day, time, zone)
      for (let next = plans.takeBefore(at); next !== undefined; next = plans.takeBefore(at)) {
        world.moveTo(next.at)
        await next.act()
      }
      world.moveTo(at)
      if (outages.some((one) => one.from <= at && at < one.until)) continue
      await world.runJobs(time)
      const record = world.sandbox.record()
      const fresh = readSaid(record.slice(read)).sort(byRecipient)
      read = record.length
      for (const said of fresh) reads.read(said, at)
    }
    if (days.isWorked(day)) tell(`${day}: ${read} calls, ${diary.deeds.length} deeds`)
  }
  return { committee, diary, said: readSaid(world.sandbox.record()) }
}

function hours(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => `${String(first + i).padStart(2, '0')}:00`)
}

function whenUp(at: Date, outages: Committee['outages']): Date {
  const down = outages.find((one) => one.from <= at && at < one.until)
  return down === undefined ? at : new Date(down.until.getTime() + 1_800_000)
}

/** In which order a busy moment's messages came says nothing. */
function byRecipient(a: Said, b: Said): number {
  return a.to === b.to ? (a.key < b.key ? -1 : 1) : a.to < b.to ? -1 : 1
}
