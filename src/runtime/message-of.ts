/** What went wrong, on one line. Node joins what it tried on IPv4 and IPv6 into one error that has a code and no message. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return (error.message || codeOf(error) || error.name).replaceAll(/\s+/g, ' ')
}

/** The code by which Node or PostgreSQL names the fault; empty where there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Whoever failed first, whose words tell most; Slack's SDK calls its cause `original`. */
export function firstCause(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const inner = 'original' in error ? error.original : error.cause
  return inner instanceof Error ? firstCause(inner) : error
}
