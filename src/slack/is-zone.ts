const zones = new Map<string, boolean>()

/** Slack knows zones that this machine may not. Asked once of each name: there are a few hundred. */
export function isZone(name: string): boolean {
  const known = zones.get(name)
  if (known !== undefined) return known
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    zones.set(name, true)
    return true
  } catch {
    zones.set(name, false)
    return false
  }
}
