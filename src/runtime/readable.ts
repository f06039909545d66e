import { z } from 'zod'

const line = z.looseObject({
  time: z.string(),
  level: z.string(),
  msg: z.string().default(''),
  err: z.looseObject({ message: z.string().optional(), stack: z.string().optional() }).optional(),
})

/**
 * A log line as a person reads it in a terminal: `09:00:00 WARN  message  job=plan-notices`, and an error's stack
 * below. The time is UTC. A line that is none of ours is left as it is.
 */
export function readable(json: string): string {
  const read = line.safeParse(parsed(json))
  if (!read.success) return json
  const { time, level, msg, err, pid: _, ...rest } = read.data
  const fields = Object.entries(rest).map(([key, value]) => `${key}=${word(value)}`)
  const head = [time.slice(11, 19), level.toUpperCase().padEnd(5), msg, ...fields].join(' ')
  const below = err?.stack ?? err?.message
  return below === undefined ? `${head}\n` : `${head}\n  ${below.replaceAll('\n', '\n  ')}\n`
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function word(value: unknown): string {
  return typeof value === 'string' && /^\S+$/.test(value) ? value : JSON.stringify(value)
}
