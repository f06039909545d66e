import { setTimeout as wait } from 'node:timers/promises'
import { allowance, heldUntil, type Method, slackLimits } from '../../src/domain/delivery/pace.ts'
import type { Notice } from '../../src/domain/notice/rules.ts'
import type { Task } from '../../src/domain/store.ts'
import type { World } from './world.ts'

/** Longer than a lease, and than a message that may still arrive is waited for. */
const stepMs = 61_000
/** So many steps are an hour: whatever is not over by then is never over. */
const mostSteps = 60
/** What could be done at once is done within so many of the machine's milliseconds, or waits for something. */
const patienceMs = 4_000

const everything = ['plan-weekly-reminders', 'plan-weekly-digests', 'report-runs', 'deliver-notices']
const methods: Record<Task, Method> = {
  say: 'chat.postMessage',
  look: 'conversations.history',
  edit: 'chat.update',
}

/** Ends the faults, wakes everybody, and lets the time pass until everything has come to rest; in so many steps. */
export async function comeToRest(world: World): Promise<number> {
  world.sandbox().faults.clear()
  for (const process of Object.values(world.processes)) {
    process.expect([])
    process.start()
  }
  return passUntilOver(world)
}

/**
 * Lets the time pass until nothing is left to be said, looked for or shown, in so many steps. What never comes to rest
 * is left for the judgement to find.
 */
export async function passUntilOver(world: World): Promise<number> {
  let steps = 0
  for (; steps < mostSteps; steps++) {
    await world.performed(everything)
    await untilIdle(world)
    if (await isOver(world)) break
    await world.jumpTo(new Date(world.now().getTime() + stepMs))
  }
  world.rests.push(world.now())
  return steps
}

/** Until nothing could be done at this moment, or what could be is not done. */
async function untilIdle({ store, now }: World): Promise<void> {
  const limits = slackLimits()
  for (const untilMs = Date.now() + patienceMs; Date.now() < untilMs; await wait(25)) {
    const at = now()
    const paces = new Map((await store.paces.all()).map((pace) => [pace.method, pace]))
    if (heldUntil(paces.get('*'), at) !== undefined) return
    const soon = new Date(at.getTime() + 1_500)
    const waiting = (await store.notices.waiting(at)).filter(({ from }) => from <= soon)
    const isFree = (method: Method) => allowance(paces.get(method), limits[method], at) > 0
    if (!waiting.some(({ task }) => task === 'say' || isFree(methods[task]))) return
  }
}

/** What is in the hands of a process that died is not over either. */
async function isOver({ store, now }: World): Promise<boolean> {
  // In this order: a report that is written between the two questions is found by the second.
  const unreported = await store.notices.unreported(new Date(now().getTime() - 7 * 24 * 3_600_000))
  const all = await store.notices.latest(1_000_000)
  return unreported.length === 0 && !all.some(isOpen)
}

function isOpen({ state, revision, shownRevision, strays }: Notice): boolean {
  if (state === 'sent') return revision > shownRevision || strays.length > 0
  return state === 'pending' || state === 'sending'
}
