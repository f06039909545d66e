import process from 'node:process'

/**
 * What a program of the tests' own undoes when it ends, by itself or by a signal, the last step first: what it started
 * would outlive it. A step that fails is told, and keeps none of the others.
 */
export function leaving(tell: (line: string) => void): {
  later(step: () => Promise<unknown>): void
  leave(): Promise<void>
} {
  const undo: (() => Promise<unknown>)[] = []
  async function leave(): Promise<void> {
    for (const step of undo.splice(0)) await step().catch((failure: unknown) => tell(String(failure)))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void leave().finally(() => process.exit(130)))
  return { later: (step) => void undo.unshift(step), leave }
}
