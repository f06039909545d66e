import { checkInARow, checkSettled } from './checks/askings.ts'
import type { Check } from './checks/check.ts'
import { checkGoesOn, checkOrder } from './checks/escalations.ts'
import {
  checkAway,
  checkCap,
  checkDaysOff,
  checkOnceADay,
  checkPutOff,
  checkQuietHours,
} from './checks/moments.ts'
import { checkOwed } from './checks/owed.ts'
import { checkReminders } from './checks/reminders.ts'
import { checkTold } from './checks/told.ts'
import { type Facts, factsOf } from './facts.ts'
import { type Figures, figuresOf } from './figures.ts'
import type { Evidence } from './simulate.ts'

/** What the count came to. */
export type Verdict = { checks: Check[]; figures: Figures }

const checks: ((facts: Facts) => Check)[] = [
  checkCap,
  checkOnceADay,
  checkSettled,
  checkDaysOff,
  checkQuietHours,
  checkAway,
  checkPutOff,
  checkInARow,
  checkOwed,
  checkTold,
  checkOrder,
  checkGoesOn,
  checkReminders,
]

/** Counts what was said against what people did. It knows nothing of how the bot decides. */
export function judge(evidence: Evidence): Verdict {
  const facts = factsOf(evidence)
  return { checks: checks.map((check) => check(facts)), figures: figuresOf(facts) }
}

/** Whether nothing was broken. */
export function isClean({ checks }: Verdict): boolean {
  return checks.every(({ broken }) => broken.length === 0)
}
