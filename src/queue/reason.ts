/** What an error says. Node's error for a refused connection has a code, and often no message. */
export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.message || codeOf(error) || error.name
}

/** The code by which Node names the fault; empty where there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
