import { setTimeout as wait } from 'node:timers/promises'
import { channelOf, secretariatChannel } from './committee.ts'
import { dueIn } from './due.ts'
import { gesture, replaceSchedule } from './gestures.ts'
import { type Breach, breaches } from './invariant.ts'
import type { PlannedStop } from './plan.ts'
import { comeToRest } from './rest.ts'
import { ownerOf, type World } from './world.ts'

/** What came of a week, and the little that a person wants to see of it. */
export type Round = { breaches: Breach[]; told: string }

const planning = ['plan-weekly-reminders', 'plan-weekly-digests']

/** Plays a week of the world's plan, lets everything come to rest, and judges all that was said since the beginning. */
export async function playWeek(world: World, nth: number): Promise<Round> {
  const startedMs = Date.now()
  const before = { posts: postsIn(world), presses: world.presses.length }
  for (const stop of world.plan.weeks[nth]?.stops ?? []) await playStop(world, stop)
  const steps = await comeToRest(world)
  const seconds = ((Date.now() - startedMs) / 1_000).toFixed(1)
  const told = `${postsIn(world) - before.posts} said, ${world.presses.length - before.presses} pressed, ${steps} steps to rest, ${seconds} s`
  return { breaches: judge(world, nth + 1), told }
}

async function playStop(world: World, stop: PlannedStop): Promise<void> {
  const { processes } = world
  const { faults } = world.sandbox()
  faults.clear()
  await Promise.all(stop.asleep.map((name) => processes[name].putToSleep()))
  await world.jumpTo(new Date(stop.at))
  const { replaces } = stop
  if (replaces !== undefined) {
    // At the very first stop nobody was started yet.
    processes.front.start()
    await processes.front.ready()
    await replaceSchedule(world, replaces)
  }
  for (const [name, process] of Object.entries(processes)) {
    process.expect(stop.deaths[name as keyof typeof stop.deaths])
    process.start()
  }
  for (const fault of stop.faults) faults.add(fault)
  world.latestMs = Math.max(0, ...stop.faults.map((fault) => (fault.kind === 'late' ? fault.ms : 0)))
  // Those who slept miss the beginning, and what is meant for them would be over before they are there.
  await Promise.all(stop.asleep.map((name) => processes[name].ready()))
  await Promise.all([
    ...stop.gestures.map((one) => gesture(world, one)),
    ...stop.kills.map(async ({ process, afterMs, signal }) => {
      await wait(afterMs)
      processes[process].signal(signal)
    }),
    cut(world, stop),
  ])
  while (world.now() < new Date(stop.until)) await wait(20)
  await world.performed(planning)
  // What a schedule owed is heard before what another one owes in its place: it must not give way to that.
  if (replaces !== undefined) await comeToRest(world)
}

async function cut(world: World, { cutAfterMs }: PlannedStop): Promise<void> {
  if (cutAfterMs === undefined) return
  await wait(cutAfterMs)
  world.sandbox().faults.cutSockets()
}

function postsIn(world: World): number {
  return world.record().filter(({ method, effect }) => method === 'chat.postMessage' && effect).length
}

/** Judges what the sandbox knows after so many weeks. */
export function judge(world: World, weeks: number): Breach[] {
  const { plan, workspace, presses, sends, rests } = world
  const channels = [secretariatChannel, ...plan.groups.map(({ code }) => channelOf(code))]
  return breaches({
    workspace,
    due: dueIn(plan, weeks),
    rests,
    ownerOf: ownerOf(plan),
    record: world.record(),
    standing: channels.flatMap((channel) => world.sandbox().messages(channel)),
    presses,
    sends,
  })
}
