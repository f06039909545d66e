import { codeOf, messageOf } from './message-of.ts'

/** The database that the operator has named can't be used; the message says why and what to do. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable'
}

/** The way to the server, as Node names its faults. */
const networkCodes =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN|ENOTFOUND|EAI_AGAIN|ERR_(?:TLS|SSL)_\w+|\w*CERT\w*)$/
/** PostgreSQL's: connection, authorization, no such database, resources, shutdown; a user or server that may not write. */
const serverCodes = /^(08\w{3}|28\w{3}|3D000|53\w{3}|57P0\d|42501|25006)$/
/** What the driver says without a code. */
const driverWords = /connection terminated|timeout (?:exceeded|expired)|does not support ssl|^SASL/i

/** Whether the fault lies with the server, the way to it or what its user may do there, and not with a query. */
export function isServerTrouble(error: unknown): boolean {
  const code = codeOf(error)
  return networkCodes.test(code) || serverCodes.test(code) || driverWords.test(messageOf(error))
}

/** What keeps the database at `databaseUrl` from being used, in a sentence that repeats no password. */
export function databaseUnavailable(databaseUrl: string, error: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable(`DATABASE_URL: ${sentence(new URL(databaseUrl), error)}`, { cause: error })
}

function sentence(url: URL, error: unknown): string {
  const server = `${url.hostname || 'localhost'}:${url.port || '5432'}`
  const name = `"${url.pathname.slice(1) || url.username}"`
  const user = `"${url.username}"`
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
      return `nothing listens at ${server}; start PostgreSQL there or correct the variable (without it, Rapporteur starts a database of its own)`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `no host is called "${url.hostname}"; correct the variable`
    case '28P01':
    case '28000':
      return `the server at ${server} refuses the user ${user} or the password (${messageOf(error)}); correct them in the variable`
    case '3D000':
      return `there is no database ${name} at ${server}; create it or correct the variable`
    case '42501':
      return `the user ${user} may not do in the database ${name} what is needed (${messageOf(error)}); grant it CREATE on that database`
    default:
      return `the database ${name} at ${server} can't be used (${messageOf(error)}); mend the server or correct the variable`
  }
}
