import type { Rule } from '../../../src/domain/schedule/rules.ts'

/** A schedule of those who work every day of the year, so that no slot ever moves. */
export const everyDay: Pick<Rule, 'calendar' | 'onDayOff'> = {
  calendar: { name: 'every-day', isWorkingDay: () => true, isWeekend: () => false, isCovered: () => true },
  onDayOff: 'next',
}
