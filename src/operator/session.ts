import type { Config } from '../../config/env.ts'
import { describeFaults, readEnv } from '../../config/env.ts'
import { type App, createApp } from '../app.ts'
import { readCron } from '../queue/cron.ts'
import { databaseUnavailable, isServerTrouble } from '../runtime/database-unavailable.ts'
import { openStorage, type Storage } from '../runtime/storage.ts'
import { noCommittee } from './no-committee.ts'
import { OperatorError } from './operator-error.ts'

/** What one command of the operator works with. */
export type Session = { app: App; config: Config; storage: Storage }

type Environment = Parameters<typeof readEnv>[0]

/**
 * Opens the database for one command, whether the bot is running or not, and leaves it as it was found.
 * @throws OperatorError, or another error that `isForOperator` knows, where it can't be opened or goes away meanwhile
 */
export async function inSession<T>(
  environment: Environment,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const env = readEnv(environment)
  if (!env.ok) throw new OperatorError(describeFaults(env.faults))
  const { config } = env
  const storage = await openStorage(config, await logFor(config.logLevel))
  try {
    return await work({ app: createApp({ store: storage.store, readCron }), config, storage })
  } catch (error) {
    const { databaseUrl } = config
    throw databaseUrl !== undefined && isServerTrouble(error)
      ? databaseUnavailable(databaseUrl, error)
      : error
  } finally {
    await storage.close()
  }
}

/** As `inSession`, for work that makes no sense without a committee. @throws OperatorError also where there is none */
export function withCommittee<T>(
  environment: Environment,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  return inSession(environment, async (session) => {
    if ((await session.app.committees.get()) === undefined) throw new OperatorError(noCommittee)
    return work(session)
  })
}

/** What the database tells of itself is for whoever asks for details; the logger takes its time to load. */
async function logFor(level: Config['logLevel']): Promise<(line: string) => void> {
  if (level !== 'debug' && level !== 'trace') return () => undefined
  const { logger } = await import('../runtime/logger.ts')
  const log = logger({ level })
  return (line) => log.debug({}, line)
}
