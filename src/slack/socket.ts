import type { SocketModeClient } from '@slack/socket-mode'
import type { Log } from '../contract/log.ts'

const firstPauseMs = 500
const longestPauseMs = 30_000
/** How long a connection may take to be made: a handshake that nobody answers is waited for by nobody else. */
const startWithinMs = 20_000

/** A Socket Mode connection that is made again, for as long as the process lives. */
export type Socket = { isOpen(): boolean; lastError(): string | undefined; stop(): Promise<void> }

/**
 * Keeps the client connected. Its own reconnecting must be switched off: where that fails for good it rejects a
 * promise that nobody holds, which ends the process.
 */
export function keepConnected(client: SocketModeClient, log: Log, withinMs = startWithinMs): Socket {
  let isStopping = false
  let isOpen = false
  let lastError: string | undefined
  let wakeUp: (() => void) | undefined

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function connect(): Promise<void> {
    for (let failures = 0; !isStopping; ) {
      // Said of the present connection alone, not of one that was given up before.
      const closed = once(client, 'disconnected')
      try {
        await started(client, withinMs)
        if (isStopping) {
          await client.disconnect()
          return
        }
        isOpen = true
        failures = 0
        lastError = undefined
        log.info({}, 'connected to Slack by Socket Mode')
        await closed.promise
        isOpen = false
      } catch (error) {
        closed.forget()
        isOpen = false
        lastError = error instanceof Error ? error.message : 'it was closed before it was ready'
        failures += 1
        const pauseMs = Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs)
        log.warn({ error: lastError, pauseMs }, 'no Socket Mode connection; trying again')
        if (!isStopping) await pause(pauseMs)
      }
    }
  }

  const running = connect()
  return {
    isOpen: () => isOpen,
    lastError: () => lastError,
    async stop() {
      isStopping = true
      wakeUp?.()
      // A connection still being made ends itself as soon as it is there; Slack may take long to make it.
      if (!isOpen) return
      await client
        .disconnect()
        .catch((error: unknown) => log.debug({ error: String(error) }, 'the socket was already gone'))
      await running
    },
  }
}

/**
 * Makes the connection. One that takes too long is given up by saying so to the client's own listeners, for there is no
 * other way to end its waiting; what it was waiting for is cut off.
 */
async function started(client: SocketModeClient, withinMs: number): Promise<void> {
  const timer = setTimeout(() => {
    client.emit('disconnected', new Error(`no connection within ${withinMs / 1_000} seconds`))
    client.disconnect().catch(() => undefined)
  }, withinMs)
  try {
    await client.start()
  } finally {
    clearTimeout(timer)
  }
}

/** The next event of this name; whoever gives up waiting leaves no listener behind. */
function once(client: SocketModeClient, name: string): { promise: Promise<void>; forget(): void } {
  let heard: () => void = () => undefined
  const promise = new Promise<void>((resolve) => {
    heard = () => resolve()
  })
  client.once(name, heard)
  return { promise, forget: () => void client.off(name, heard) }
}
