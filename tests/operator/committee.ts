import { type App, createApp } from '../../src/app.ts'
import { readCron } from '../../src/queue/cron.ts'
import { loadSample } from '../../src/runtime/sample.ts'
import { createStore, type Database } from '../../src/store/open-store.ts'

/** The Monday around which the sample's due dates lie, at 09:00 in Beijing. */
export const monday = new Date('2026-11-23T01:00:00Z')

/** An app on a workspace of its own, at a moment that stands still. */
export function appOn(database: Database, workspace: string): App {
  let count = 0
  const newId = () => `id-${++count}`
  return createApp({ store: createStore(database, workspace), readCron, now: () => monday, newId })
}

/** The same with the sample committee on record. */
export async function sampleApp(database: Database, workspace: string): Promise<App> {
  const app = appOn(database, workspace)
  await loadSample(app, 'tc260', readCron)
  return app
}
