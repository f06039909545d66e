import { RedisRefused } from '../queue/redis-trouble.ts'
import { DatabaseUnavailable } from '../runtime/database-unavailable.ts'
import { LinkedElsewhere } from '../runtime/linked-elsewhere.ts'
import { PlaceTaken } from '../runtime/place-taken.ts'
import { EmbeddedUnavailable } from '../store/embedded.ts'
import { SchemaTooNew } from '../store/migrate.ts'
import { ServerTooOld } from '../store/server-version.ts'
import { OperatorError } from './operator-error.ts'

/** Whether the operator can mend it and its message says how; anything else is a bug. */
export function isForOperator(error: unknown): error is Error {
  return [
    OperatorError,
    DatabaseUnavailable,
    EmbeddedUnavailable,
    LinkedElsewhere,
    PlaceTaken,
    RedisRefused,
    SchemaTooNew,
    ServerTooOld,
  ].some((kind) => error instanceof kind)
}
