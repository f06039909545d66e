const remedy = 'Set DATABASE_URL to a PostgreSQL 14 or newer to use a database of your own.'

/**
 * The embedded PostgreSQL can't serve on this machine or in this directory. The message is one for the
 * operator: it says what is wrong and that DATABASE_URL is the way round it.
 */
export class EmbeddedUnavailable extends Error {
  override name = 'EmbeddedUnavailable'

  constructor(reason: string, options?: ErrorOptions) {
    super(`The embedded PostgreSQL can't be used: ${reason} ${remedy}`, options)
  }
}
