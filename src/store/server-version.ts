/** The oldest PostgreSQL whose SQL the store speaks. */
export const oldestMajor = 14

/** The server is too old to hold the store. */
export class ServerTooOld extends Error {
  override name = 'ServerTooOld'
}

/**
 * Checks what the server says of itself: `versionNumber` is its `server_version_num`, such as 150018 for 15.18.
 * @throws ServerTooOld where it is older than PostgreSQL 14
 */
export function requireServerVersion(versionNumber: number): void {
  const major = Math.floor(versionNumber / 10_000)
  if (major >= oldestMajor) return
  const said = major >= 10 ? String(major) : `${major}.${Math.floor(versionNumber / 100) % 100}`
  throw new ServerTooOld(
    `The database server is PostgreSQL ${said}; Rapporteur needs PostgreSQL ${oldestMajor} or newer.`,
  )
}
