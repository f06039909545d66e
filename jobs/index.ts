import type { Job } from '../src/contract/job.ts'
import { deliverNotices } from './deliver-notices.ts'
import { forgetEvents } from './forget-events.ts'
import { linkWorkspace } from './link-workspace.ts'
import { planAsks } from './plan-asks.ts'
import { planCalendarWarnings } from './plan-calendar-warnings.ts'
import { planMoveNotices } from './plan-move-notices.ts'
import { planOfferNotices } from './plan-offer-notices.ts'
import { planWeeklyDigests } from './plan-weekly-digests.ts'
import { planWeeklyReminders } from './plan-weekly-reminders.ts'
import { reportRuns } from './report-runs.ts'

/** Everything that happens by itself. */
export const jobs: readonly Job[] = [
  planWeeklyReminders,
  planWeeklyDigests,
  planAsks,
  planMoveNotices,
  planOfferNotices,
  planCalendarWarnings,
  deliverNotices,
  reportRuns,
  linkWorkspace,
  forgetEvents,
]
