import type { SlackUser } from './member/rules.ts'
import type { CronReading } from './schedule/rules.ts'
import type { Store } from './store.ts'
import type { TwinCatalogue } from './twin/catalogue.ts'

/** What every service is a closure over. Time and chance are passed in, as is the reading of cron. */
export type Context = {
  store: Store
  now: () => Date
  newId: () => string
  readCron: (text: string) => CronReading
  /** Asks for a job to be run soon. Best effort: the next tick finds the same rows. */
  wake: (job: string) => void
  /** Which standards belong together, looked up by the store that is passed. */
  twins: TwinCatalogue
  /** Lets others have their turn; asked for now and then by whatever works long without waiting for anything. */
  breathe: () => Promise<void>
  /** What Slack tells of a user; undefined where it can't be asked. */
  userOf: (slackId: string) => Promise<SlackUser | undefined>
}
