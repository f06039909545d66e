import { setTimeout as wait } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { bundleOf } from '../bundle-server.ts'
import { migratedDatabase } from '../database.ts'
import type { Plan, ProcessName } from './plan.ts'
import { openWorld, type World, type WorldParts } from './world.ts'

const program = await bundleOf('tests/faults/bot.ts')

/** Opens a world for one test and waits until these of its processes serve; it ends with the test. */
export async function openedWorld(
  plan: Plan,
  awake: readonly ProcessName[],
  parts: Partial<WorldParts> = {},
): Promise<World> {
  const { databaseUrl = await migratedDatabase() } = parts
  const world = await openWorld(plan, { ...parts, databaseUrl, program })
  onTestFinished(({ task }) => {
    if (task.result?.state === 'fail') process.stderr.write(`${world.lastWords()}\n`)
  })
  onTestFinished(() => world.close())
  for (const name of awake) world.processes[name].start()
  await Promise.all(awake.map((name) => world.processes[name].ready()))
  return world
}

/** The keys of the messages that Slack has taken, in the order in which it did. */
export function saidKeys(world: World): string[] {
  return world
    .record()
    .filter(({ method, effect }) => method === 'chat.postMessage' && effect)
    .map(({ args }) => /"key":"([^"]*)"/.exec(String(args.metadata))?.[1] ?? '')
}

/** Resolves when it holds. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const untilMs = Date.now() + 120_000; !(await holds()); await wait(20))
    if (Date.now() > untilMs) throw new Error(`waited in vain until ${what}`)
}
