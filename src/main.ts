import { randomUUID } from 'node:crypto'
import process from 'node:process'
import { describeFaults, readEnv } from '../config/env.ts'
import { isForOperator } from './operator/is-for-operator.ts'
import { whenLauncherIsGone } from './runtime/launcher.ts'
import { logger } from './runtime/logger.ts'
import { passwordsIn } from './runtime/passwords-in.ts'
import { onStop, type StopStep } from './runtime/shutdown.ts'
import { serve } from './serve.ts'

/** How long a stop may take: container platforms kill after ten seconds unless told otherwise. */
const graceMs = 9_000

const env = readEnv(process.env)
if (!env.ok) {
  process.stderr.write(`${describeFaults(env.faults)}\n`)
  process.exit(1)
}
const { config } = env
const secrets = [
  ...('signingSecret' in config.slack ? [config.slack.signingSecret] : []),
  ...passwordsIn(config.databaseUrl),
  ...passwordsIn(config.redisUrl),
]
const log = logger({ level: config.logLevel, secrets })
const newReference = () => randomUUID().slice(0, 8)

const steps: StopStep[] = []
const stop = onStop({ process, steps, graceMs, log, newReference })
if (process.env.npm_lifecycle_event !== undefined)
  whenLauncherIsGone(
    () => process.ppid,
    () => void stop(0, 'npm was killed'),
  )

try {
  const { practiceUrl } = await serve({ config, now: () => new Date(), log, newReference, steps })
  if (practiceUrl !== undefined)
    process.stdout.write(
      `\nRapporteur's practice workspace is open: ${practiceUrl}\nCtrl-C ends it; it will be found as it was left.\n\n`,
    )
} catch (error) {
  if (!isForOperator(error)) log.fatal({ err: error, reference: newReference() }, 'could not start')
  else process.stderr.write(`${error.message}\n`)
  await stop(1, 'could not start')
}
