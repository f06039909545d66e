import { type Logger, pino } from 'pino'
import { readable } from './readable.ts'
import { redact } from './redact.ts'

export type LoggerParts = {
  level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace'
  /** Values that must never be written, besides those whose form betrays them: the signing secret, a password. */
  secrets?: readonly string[]
  /** Lines for a person rather than JSON for a machine: whether stderr is a terminal, where not given. */
  terminal?: boolean
  /** Takes each line with its line end: standard error, where not given. */
  write?: (line: string) => void
}

/**
 * The process's log: one JSON object a line on standard error, because standard output belongs to what a command was
 * asked for. An `Error` under the key `err` is written with its stack and its causes.
 */
export function logger({ level, secrets, terminal, write }: LoggerParts): Logger {
  const clean = redact(secrets)
  const out = write ?? toStandardError()
  const forPeople = terminal ?? (write === undefined && process.stderr.isTTY === true)
  const destination = {
    write(line: string) {
      const safe = clean(line)
      out(forPeople ? readable(safe) : safe)
    },
  }
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: {
        err: (error: unknown) =>
          withoutCommand(error instanceof Error ? pino.stdSerializers.err(error) : error),
      },
    },
    destination,
  )
}

/** The Redis client hangs the command that failed on its error, and the first of all holds the password. */
function withoutCommand(told: unknown): unknown {
  if (Array.isArray(told)) return told.map(withoutCommand)
  if (typeof told !== 'object' || told === null || !('stack' in told)) return told
  const kept = Object.entries(told).filter(([key]) => key !== 'command')
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutCommand(value)]))
}

/** Written before the call returns: the last line before an exit is the one that is needed. */
function toStandardError(): (line: string) => void {
  const destination = pino.destination({ fd: 2, sync: true })
  return (line) => void destination.write(line)
}
