import type { SandboxMessage } from '../../protocol.ts'
import { compareTs, topLevel } from './workspace-state.ts'

/** The `ts` of the newest message read, by channel. */
export type ReadMarks = Readonly<Record<string, string>>

const key = (as: string) => `rapporteur.sandbox.read.${as}`

/** What this browser remembers of what the person has read; nothing where storage is refused. */
export function loadReadMarks(as: string): ReadMarks {
  try {
    return JSON.parse(localStorage.getItem(key(as)) ?? '{}') as ReadMarks
  } catch {
    return {}
  }
}

/** Remembers it; without storage the marks last until the page is left. */
export function saveReadMarks(as: string, marks: ReadMarks): void {
  try {
    localStorage.setItem(key(as), JSON.stringify(marks))
  } catch {
    return
  }
}

/** How many messages of others are newer than the mark. What only the person sees is not counted. */
export function unreadCount(
  messages: readonly SandboxMessage[],
  me: string,
  mark: string | undefined,
): number {
  return topLevel(messages).filter(
    (message) => message.user !== me && !message.ephemeral && (!mark || compareTs(message.ts, mark) > 0),
  ).length
}
