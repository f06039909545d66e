import { type Logger, LogLevel } from '@slack/web-api'
import type { Log } from '../contract/log.ts'

/** The SDK's own remarks, in this process's log. Its debug lines hold message texts and are left out. */
export function slackLogger(log: Log): Logger {
  const line = (parts: unknown[]) => parts.map(String).join(' ')
  return {
    debug: () => undefined,
    info: (...parts: unknown[]) => log.debug({ from: 'slack-sdk' }, line(parts)),
    warn: (...parts: unknown[]) => log.warn({ from: 'slack-sdk' }, line(parts)),
    error: (...parts: unknown[]) => log.warn({ from: 'slack-sdk' }, line(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  }
}
