import type { Messenger } from '../../src/contract/slack.ts'

/**
 * Holds a process while its clock is moved: what happens within milliseconds on this machine must not look like a call
 * that took a week. Deliveries end what they began and begin nothing; a call that is under way is answered first.
 */
export type Turnstile = {
  /** Runs a delivery, once nothing is held; `held` is aborted where it is to come to its end. */
  delivering<T>(run: (held: AbortSignal) => Promise<T>): Promise<T>
  /** Counts the calls that are under way. */
  watched(messenger: Messenger): Messenger
  /** Whoever sleeps in the middle of a delivery is not waited for. */
  sleeping(sleep: Promise<void>): Promise<void>
  /** Resolves when nothing is under way any more; nothing begins before `release`. */
  hold(): Promise<void>
  release(): void
}

/** How long it takes from the check of the lease to the call, at most, on a busy machine. */
const toTheCallMs = 300

export function turnstile(): Turnstile {
  let holding = new AbortController()
  let released: Promise<void> = Promise.resolve()
  let open = () => {}
  let deliveries = 0
  let sleepers = 0
  let calls = 0
  async function counted<T>(call: Promise<T>): Promise<T> {
    calls += 1
    return call.finally(() => {
      calls -= 1
    })
  }
  const isQuiet = () => calls === 0 && (deliveries === 0 || sleepers > 0)
  return {
    async delivering(run) {
      while (holding.signal.aborted) await released
      deliveries += 1
      try {
        return await run(holding.signal)
      } finally {
        deliveries -= 1
      }
    },
    watched: (messenger) => ({
      post: (posting) => counted(messenger.post(posting)),
      edit: (posting) => counted(messenger.edit(posting)),
      remove: (message) => counted(messenger.remove(message)),
      find: (channel, key, since) => counted(messenger.find(channel, key, since)),
    }),
    async sleeping(sleep) {
      sleepers += 1
      await sleep
      sleepers -= 1
    },
    async hold() {
      released = new Promise((resolve) => {
        open = resolve
      })
      holding.abort()
      for (let quietMs = 0; quietMs < (sleepers > 0 ? toTheCallMs : 1); quietMs = isQuiet() ? quietMs + 5 : 0)
        await new Promise((resolve) => setTimeout(resolve, 5))
    },
    release() {
      holding = new AbortController()
      open()
    },
  }
}
