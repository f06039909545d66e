import { codeOf, reason } from './reason.ts'

/**
 * The Redis that the operator has named is there and does not let the bot in; the message says why and what to do. It
 * has no cause: the Redis client's own error carries the password.
 */
export class RedisRefused extends Error {
  override name = 'RedisRefused'
}

/** Waiting helps against none of these; "invalid password" is what a Redis older than 6 says. */
const refusals = /^(?:WRONGPASS|NOAUTH|NOPERM|ERR invalid password|ERR DB index)/

/** Whether Redis answered, and will answer the same for as long as `REDIS_URL` or its users stay as they are. */
export function isRefusal(error: unknown): boolean {
  return refusals.test(reason(error))
}

/** What keeps the Redis at `redisUrl` from being used, in a sentence for the operator that repeats no password. */
export function redisTrouble(redisUrl: string, error: unknown): string {
  const url = new URL(redisUrl)
  const why = refused(url, error) ?? unreachable(url, error)
  // Anything else is BullMQ's own complaint, of a job and not of the server.
  return why === undefined ? reason(error) : `REDIS_URL: ${why}`
}

function refused(url: URL, error: unknown): string | undefined {
  const said = reason(error)
  const server = serverOf(url)
  switch (refusals.exec(said)?.[0]) {
    case undefined:
      return undefined
    case 'NOAUTH':
      return `the Redis at ${server} wants a password; write it into the variable, as in redis://:password@host:6379`
    case 'NOPERM':
      return `the Redis at ${server} does not let the user "${url.username || 'default'}" do what the queue needs (${said}); give it every command on the keys bull:*`
    case 'ERR DB index':
      return `the Redis at ${server} has no database "${url.pathname.slice(1)}" (${said}); correct the number in the variable`
    default:
      return `the Redis at ${server} refuses the user or the password (${said}); correct them in the variable`
  }
}

function unreachable(url: URL, error: unknown): string | undefined {
  const server = serverOf(url)
  const code = codeOf(error)
  if (code === 'ECONNREFUSED')
    return `nothing listens at ${server}; start Redis there or correct the variable (without it, the queue lives in PostgreSQL)`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `no host is called "${url.hostname}"; correct the variable`
  if (/^Socket timeout/.test(reason(error))) return `the Redis at ${server} owes an answer and says nothing`
  return code === ''
    ? undefined
    : `the Redis at ${server} can't be reached (${reason(error)}); mend the server or correct the variable`
}

/** The server that an address names. */
export function serverOf({ hostname, port }: URL): string {
  return `${hostname}:${port || '6379'}`
}
