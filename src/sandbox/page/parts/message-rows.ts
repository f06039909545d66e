import type { SandboxMessage } from '../../protocol.ts'
import { dayIn, instantOf } from '../text/clock.ts'

export type MessageRow =
  | { kind: 'day'; day: string; at: Date }
  | { kind: 'message'; message: SandboxMessage; startsGroup: boolean }

const GROUP_MS = 5 * 60_000

/** Messages with a divider before each day of the zone; those of one author within five minutes are one group. */
export function messageRows(messages: readonly SandboxMessage[], zone: string): MessageRow[] {
  const rows: MessageRow[] = []
  let before: SandboxMessage | undefined
  for (const message of messages) {
    const at = instantOf(message.ts)
    const day = dayIn(at, zone)
    const newDay = !before || dayIn(instantOf(before.ts), zone) !== day
    if (newDay) rows.push({ kind: 'day', day, at })
    rows.push({ kind: 'message', message, startsGroup: newDay || !before || !goesOn(before, message) })
    before = message
  }
  return rows
}

function goesOn(before: SandboxMessage, message: SandboxMessage): boolean {
  return (
    before.user === message.user &&
    !before.ephemeral &&
    !message.ephemeral &&
    !message.command &&
    instantOf(message.ts).getTime() - instantOf(before.ts).getTime() < GROUP_MS
  )
}
