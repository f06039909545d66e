import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marked } from '../../../src/domain/calendar/calendars.ts'
import { addDays, dayIn, daysBetween } from '../../../src/domain/calendar/day.ts'
import type { MarkedDay } from '../../../src/domain/calendar/marked-day.ts'
import {
  longestBreakDays,
  type WorkingCalendar,
  workingCalendar,
} from '../../../src/domain/calendar/working-calendar.ts'
import { latestSlot, nextSlots, type Rule, type Slot } from '../../../src/domain/schedule/rules.ts'
import { readCron } from '../../../src/queue/cron.ts'

const china = await workingCalendar({ zone: 'Asia/Shanghai' })
const germany = await workingCalendar({ calendar: 'DE', zone: 'Europe/Berlin' })
const egypt = await workingCalendar({ calendar: 'EG', zone: 'Africa/Cairo' })

function ruleOf(cron: string, zone: string, calendar: WorkingCalendar, onDayOff: Rule['onDayOff']): Rule {
  const reading = readCron(cron)
  if (!reading.ok) throw new Error(cron)
  return { fields: reading.fields, zone, calendar, onDayOff }
}

/** `2026-10-05>2026-10-08 09:00`: what was due on the one day comes on the other, at that hour in its zone. */
function told({ at, on, nominalOn }: Slot, zone: string): string {
  const time = at.toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  return `${nominalOn === on ? '' : `${nominalOn}>`}${on} ${time}`
}

describe('a slot on a day off', () => {
  const table: {
    why: string
    rule: Rule
    after: string
    slots: string[]
  }[] = [
    {
      why: 'goes behind Golden Week 2025, which was the Mid-Autumn Festival too',
      rule: ruleOf('0 9 * * MON', 'Asia/Shanghai', china, 'next'),
      after: '2025-09-28',
      slots: ['2025-09-29 09:00', '2025-10-06>2025-10-09 09:00', '2025-10-13 09:00'],
    },
    {
      why: 'goes before Golden Week 2025, with the worked Sunday before it',
      rule: ruleOf('0 9 * * MON', 'Asia/Shanghai', china, 'before'),
      after: '2025-09-28',
      slots: ['2025-09-29 09:00', '2025-10-06>2025-09-30 09:00', '2025-10-13 09:00'],
    },
    {
      why: 'is due on a Sunday that is worked for the holiday, and on no other',
      rule: ruleOf('0 9 * * SUN', 'Asia/Shanghai', china, 'next'),
      after: '2025-09-27',
      slots: ['2025-09-28 09:00', '2025-10-05>2025-10-09 09:00', '2025-10-12>2025-10-13 09:00'],
    },
    {
      why: 'goes past the whole Spring Festival of 2026 to its Tuesday, two Mondays at once',
      rule: ruleOf('0 9 * * MON', 'Asia/Shanghai', china, 'next'),
      after: '2026-02-12',
      slots: ['2026-02-23>2026-02-24 09:00', '2026-03-02 09:00'],
    },
    {
      why: 'goes before the Spring Festival of 2026, to the worked Saturday',
      rule: ruleOf('0 9 * * MON', 'Asia/Shanghai', china, 'before'),
      after: '2026-02-12',
      slots: ['2026-02-23>2026-02-14 09:00', '2026-03-02 09:00'],
    },
    {
      why: 'of every day of a holiday is one, that of the last day',
      rule: ruleOf('0 9 * * *', 'Asia/Shanghai', china, 'next'),
      after: '2026-09-30',
      slots: ['2026-09-30 09:00', '2026-10-08 09:00', '2026-10-09 09:00', '2026-10-10 09:00'],
    },
    {
      why: 'goes behind Easter Monday where a group goes by Germany',
      rule: ruleOf('0 9 * * MON', 'Europe/Berlin', germany, 'next'),
      after: '2026-03-31',
      slots: ['2026-04-06>2026-04-07 09:00', '2026-04-13 09:00'],
    },
    {
      why: 'goes before Good Friday, with the change of clocks in between',
      rule: ruleOf('0 9 * * MON', 'Europe/Berlin', germany, 'before'),
      after: '2026-03-28',
      slots: ['2026-03-30 09:00', '2026-04-06>2026-04-02 09:00'],
    },
    {
      why: 'goes to Sunday where the weekend is Friday and Saturday',
      rule: ruleOf('0 9 * * FRI', 'Africa/Cairo', egypt, 'next'),
      after: '2026-02-02',
      slots: ['2026-02-06>2026-02-08 09:00', '2026-02-13>2026-02-15 09:00'],
    },
  ]

  test.each(table)('$why', ({ rule, after, slots }) => {
    const found = nextSlots(rule, new Date(`${after}T00:00:00Z`), slots.length)
    expect(found.map((slot) => told(slot, rule.zone))).toStrictEqual(slots)
  })

  test('is not looked for where a break is longer than any', () => {
    const closed = marked(
      china,
      Array.from({ length: 200 }, (_, i): MarkedDay => mark(addDays('2026-04-01', i), false)),
    )
    const rule = ruleOf('0 9 * * MON', 'Asia/Shanghai', closed, 'next')
    const [first] = nextSlots(rule, new Date('2026-04-02T00:00:00Z'), 1)
    expect(first?.on).toBe('2026-10-19')
    expect(latestSlot(rule, new Date('2026-01-01'), new Date('2026-10-01'))?.on).toBe('2026-03-30')
  })
})

function mark(day: string, isWorked: boolean): MarkedDay {
  return { day, isWorked, at: new Date(0) }
}

describe('whatever the rule, the calendar and the days that are marked', () => {
  const start = '2025-08-01'
  const days = 500
  const aDay = fc.integer({ min: 0, max: days }).map((i) => addDays(start, i))
  const marks = fc.array(
    fc.tuple(aDay, fc.boolean()).map(([day, isWorked]) => mark(day, isWorked)),
    { maxLength: 40 },
  )
  const placed = fc.constantFrom(
    ['Asia/Shanghai', china] as const,
    ['Europe/Berlin', germany] as const,
    ['Africa/Cairo', egypt] as const,
  )
  const cron = fc.constantFrom('0 9 * * 1', '30 2 * * *', '0 23 * * 5', '0 9 1,15 * *', '0 0 * * 0,3')
  const onDayOff = fc.constantFrom('next' as const, 'before' as const)
  const rules = fc
    .record({ cron, placed, onDayOff, marks })
    .map(({ cron, placed: [zone, calendar], onDayOff, marks }) =>
      ruleOf(cron, zone, marked(calendar, marks), onDayOff),
    )
  const instant = aDay.map((day) => new Date(`${day}T05:00:00Z`))

  test('every slot is on a working day, in order, none twice, and none is left out', () => {
    fc.assert(
      fc.property(rules, instant, (rule, after) => {
        const slots = nextSlots(rule, after, 12)
        expect(slots.every(({ on }) => rule.calendar.isWorkingDay(on))).toBe(true)
        for (const [i, slot] of slots.entries()) {
          expect(dayIn(rule.zone, slot.at)).toBe(slot.on)
          expect(Math.abs(daysBetween(slot.nominalOn, slot.on))).toBeLessThanOrEqual(longestBreakDays)
          const before = slots[i - 1]
          if (before === undefined) continue
          expect(before.at < slot.at && before.nominalOn < slot.nominalOn).toBe(true)
        }
        // Asked one by one, they are the same.
        let at = after
        for (const slot of slots) {
          expect(nextSlots(rule, at, 1)).toStrictEqual([slot])
          at = slot.at
        }
      }),
      { numRuns: 80 },
    )
  })

  test('the latest slot is the last of the next ones: three weeks away are caught up once', () => {
    fc.assert(
      fc.property(rules, instant, fc.integer({ min: 1, max: 30 }), (rule, after, away) => {
        const upTo = new Date(after.getTime() + away * 86_400_000)
        const between = nextSlots(rule, after, 40).filter(({ at }) => at <= upTo)
        expect(latestSlot(rule, after, upTo)).toStrictEqual(between.at(-1))
      }),
      { numRuns: 100 },
    )
  })

  const tickMs = 8 * 3_600_000
  /** Looks every eight hours, as a bot that is there most of the time; says what is owed and not said yet. */
  function saidWhile(rules: readonly Rule[], after: Date, ticks: number): Map<string, Slot> {
    const said = new Map<string, Slot>()
    const switchedAt = Math.floor(ticks / 2)
    for (let tick = 1; tick <= ticks; tick++) {
      const at = new Date(after.getTime() + tick * tickMs)
      const rule = rules[tick < switchedAt ? 0 : 1]
      const slot = rule && latestSlot(rule, after, at)
      if (slot !== undefined && !said.has(slot.nominalOn)) said.set(slot.nominalOn, slot)
    }
    return said
  }

  test('a nominal slot is said once at most, and later ones still come, when days are marked meanwhile', () => {
    fc.assert(
      fc.property(
        fc.record({ cron, placed, onDayOff, first: marks, second: marks }),
        instant,
        ({ cron, placed: [zone, calendar], onDayOff, first, second }, after) => {
          const before = ruleOf(cron, zone, marked(calendar, first), onDayOff)
          const since = ruleOf(cron, zone, marked(calendar, [...first, ...second]), onDayOff)
          const ticks = 120
          const end = new Date(after.getTime() + ticks * tickMs)
          const said = saidWhile([before, since], after, ticks)
          // What the calendar of the end says is owed last is said by then, whatever was said under the first.
          const last = latestSlot(since, after, end)
          expect(last === undefined || said.has(last.nominalOn)).toBe(true)
          // No two are said for one day that the rule names: the key of a notice is that day.
          expect(new Set([...said.values()].map(({ nominalOn }) => nominalOn)).size).toBe(said.size)
        },
      ),
      { numRuns: 50 },
    )
  })
})
