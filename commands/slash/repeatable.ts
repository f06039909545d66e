/** An answer cuts longer words, which would look as if they were all. */
const mostRepeated = 150

/** What was typed, as an answer repeats it within a command; `…` where it is too long, or would end what is marked as code. */
export function repeatable(typed: string): string {
  return typed.length > mostRepeated || typed.includes('`') ? '…' : typed
}
