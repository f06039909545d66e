import { addDays, type Day, daysBetween } from '../calendar/day.ts'
import { lastWorkingDay, type WorkingCalendar, workingDaysBetween } from '../calendar/working-calendar.ts'
import type { Standard } from '../standard/rules.ts'
import { gbClocks } from './gb-clocks.ts'
import { cenClocks, isoClocks } from './iso-clocks.ts'
import type { RunningClock } from './running-clock.ts'

export type Clock = RunningClock & {
  /** From today to the day; negative once it is over. */
  daysLeft: number
  /** Those behind today, up to the day; absent where it is far or over. `isCovered` false: only weekends are known. */
  workingDaysLeft?: { days: number; isCovered: boolean }
  /** Where the day is not worked: the last working day before it. The day itself stays, whatever the calendar says. */
  lastWorkingDay?: Day
  /** `over` for certain, or `in-doubt`: it may be over, since its beginning is known as a month or year only. */
  state: 'running' | 'in-doubt' | 'over'
}

/** Further ahead nobody counts working days, and next year's holidays are mostly not known. */
const countedDays = 92

/**
 * All clocks that run for a standard on `today`, the soonest first. `calendar` is that of its group, and moves no day:
 * it only tells the working days that are left.
 */
export function clocksOf(standard: Standard, today: Day, calendar: WorkingCalendar): Clock[] {
  return [...target(standard), ...ruled(standard)]
    .map((clock) => toldOn(clock, today, calendar))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** The one that comes next: the soonest that is not over. */
export function nextClock(clocks: readonly Clock[]): Clock | undefined {
  return clocks.find(({ state }) => state !== 'over')
}

/** Whether the project is over its national limit and so frozen automatically (超期自动冻结). */
export function isFrozen(clocks: readonly Clock[]): boolean {
  return clocks.some(({ kind, state }) => kind.startsWith('gb-limit') && state === 'over')
}

function target({ targetOn }: Standard): RunningClock[] {
  return targetOn === undefined ? [] : [{ kind: 'target', nature: 'target', on: targetOn, latest: targetOn }]
}

function ruled(standard: Standard): RunningClock[] {
  switch (standard.stages) {
    case 'gb':
      return gbClocks(standard)
    case 'iso':
      return isoClocks(standard)
    case 'cen':
      return cenClocks(standard)
    case 'ietf':
      return []
  }
}

function toldOn(clock: RunningClock, today: Day, calendar: WorkingCalendar): Clock {
  const daysLeft = daysBetween(today, clock.on)
  const isAhead = daysLeft > 0
  return {
    ...clock,
    daysLeft,
    state: today > clock.latest ? 'over' : today > clock.on ? 'in-doubt' : 'running',
    ...(isAhead &&
      daysLeft <= countedDays && { workingDaysLeft: workingDaysBetween(calendar, today, clock.on) }),
    // Of a day that is far, nobody knows yet which days before it are off.
    ...(isAhead &&
      daysLeft <= countedDays &&
      !calendar.isWorkingDay(clock.on) && {
        lastWorkingDay: lastWorkingDay(calendar, addDays(clock.on, -1)),
      }),
  }
}
