const MOST = 50
const history = new Map<string, string[]>()

/** Notes a command for the up-arrow, for as long as the page is open. */
export function rememberCommand(person: string, line: string): void {
  const lines = (history.get(person) ?? []).filter((one) => one !== line)
  history.set(person, [...lines, line].slice(-MOST))
}

/**
 * The command before the one shown, or the newest where none is shown; null where there is none.
 *
 * @param step −1 goes back in time, 1 comes forward, at last to the empty line
 */
export function recallCommand(person: string, shown: string, step: -1 | 1): string | null {
  const lines = history.get(person) ?? []
  const at = shown === '' ? lines.length : lines.lastIndexOf(shown)
  if (at < 0 || lines.length === 0) return null
  return lines[at + step] ?? (step === 1 && at === lines.length - 1 ? '' : null)
}
