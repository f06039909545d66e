import type { SocketModeClient } from '@slack/socket-mode'
import type { Log } from '../contract/log.ts'

const firstPauseMs = 500
const longestPauseMs = 30_000

/** A Socket Mode connection that is made again, for as long as the process lives. */
export type Socket = { isOpen(): boolean; lastError(): string | undefined; stop(): Promise<void> }

/**
 * Keeps the client connected. Its own reconnecting must be switched off: where that fails for good it rejects a
 * promise that nobody holds, which ends the process.
 */
export function keepConnected(client: SocketModeClient, log: Log): Socket {
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
    for (let failures = 0; !isStopping; )
      try {
        const closed = new Promise<void>((resolve) => client.once('close', () => resolve()))
        await client.start()
        isOpen = true
        failures = 0
        lastError = undefined
        log.info({}, 'connected to Slack by Socket Mode')
        await closed
        isOpen = false
      } catch (error) {
        isOpen = false
        lastError = String(error)
        failures += 1
        const pauseMs = Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs)
        log.warn({ error: lastError, pauseMs }, 'no Socket Mode connection; trying again')
        await pause(pauseMs)
      }
  }

  const running = connect()
  return {
    isOpen: () => isOpen,
    lastError: () => lastError,
    async stop() {
      isStopping = true
      wakeUp?.()
      await client
        .disconnect()
        .catch((error: unknown) => log.debug({ error: String(error) }, 'the socket was already gone'))
      await running
    },
  }
}
