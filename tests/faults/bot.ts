// One process of the bot under faults: the whole program as main.ts runs it, but for a clock that the parent moves,
// jobs that come quickly, and the points at which it dies. What takes a part out of it is chosen by SABOTAGE.
import { writeSync } from 'node:fs'
import process from 'node:process'
import { describeFaults, readEnv } from '../../config/env.ts'
import { jobs } from '../../jobs/index.ts'
import { type AppParts, createApp } from '../../src/app.ts'
import type { Job } from '../../src/contract/job.ts'
import { logger } from '../../src/runtime/logger.ts'
import { onStop, type StopStep } from '../../src/runtime/shutdown.ts'
import { serve } from '../../src/serve.ts'
import { movedClock } from './moved-clock.ts'
import { points } from './points.ts'
import type { Order, Report } from './protocol.ts'
import { messengerWithoutLook, storeWithoutLease } from './sabotage.ts'
import { turnstile } from './turnstile.ts'
import { messengerWithPoints, storeWithPoints } from './with-points.ts'

const env = readEnv(process.env)
if (!env.ok) throw new Error(describeFaults(env.faults))
const { config } = env
const sabotage = process.env.SABOTAGE

const clock = movedClock(Number(process.env.CLOCK_AHEAD_MS))
const gate = turnstile()
const { expect, pass } = points(
  (point) => {
    writeSync(2, `died at ${point}\n`)
    process.kill(process.pid, 'SIGKILL')
  },
  (point, ms) => {
    writeSync(2, `sleeps at ${point}\n`)
    return gate.sleeping(clock.pass(ms))
  },
)

const tell = (report: Report) => process.send?.(report)
process.on('message', (given) => {
  const order = given as Order
  if (order.order === 'expect') expect(order.death)
  else if (order.order === 'hold') void gate.hold().then(() => tell({ report: 'quiet' }))
  else {
    clock.move(order.aheadMs)
    gate.release()
    tell({ report: 'moved' })
  }
})
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

/** Jobs that are due every minute or oftener come as often as this. */
const quickMs = 300
/** Those that plan come as often as they were told to: over hundreds of groups each takes a while. */
const planningMs = Number(process.env.PLANNING_MS ?? quickMs)
const minuteMs = 60_000

/** Comes quickly, tells when it is done, and, where it speaks to Slack, ends before the clock is moved. */
function quick({ name, everyMs = minuteMs, perform, ...rest }: Job): Job {
  const delivers = name === 'deliver-notices'
  const oftenMs = delivers ? quickMs : planningMs
  return {
    ...rest,
    name,
    everyMs: everyMs > minuteMs ? minuteMs : oftenMs,
    async perform(app, payload, slot, stopping) {
      const beganMs = clock.now().getTime()
      const run = (signal = stopping) => perform(app, payload, slot, signal)
      await (delivers ? gate.delivering((held) => run(eitherOf(held, stopping))) : run())
      tell({ report: 'ran', job: name, beganMs })
    },
  }
}

function eitherOf(one: AbortSignal, other: AbortSignal | undefined): AbortSignal {
  return other === undefined ? one : AbortSignal.any([one, other])
}

function makeApp(parts: AppParts) {
  const { slack } = parts
  const store = sabotage === 'lease' ? storeWithoutLease(parts.store) : parts.store
  const messenger = slack && (sabotage === 'look' ? messengerWithoutLook(slack.messenger) : slack.messenger)
  return createApp({
    ...parts,
    now: clock.now,
    pause: (ms, signal) => clock.pass(ms, signal),
    store: storeWithPoints(store, pass),
    ...(slack !== undefined &&
      messenger !== undefined && {
        slack: { ...slack, messenger: messengerWithPoints(gate.watched(messenger), pass) },
      }),
  })
}

const log = logger({ level: config.logLevel, terminal: false })
const newReference = () => 'faults'
const steps: StopStep[] = []
const stop = onStop({ process, steps, graceMs: 9_000, log, newReference })
try {
  // BullMQ keeps the machine's time, so the queue does too.
  await serve({ config, now: () => new Date(), log, newReference, steps, makeApp, jobs: jobs.map(quick) })
  tell({ report: 'ready' })
} catch (error) {
  log.fatal({ err: error }, 'could not start')
  await stop(1, 'could not start')
}
