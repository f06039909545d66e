import type { StoredMessage } from './changes.ts'

/** A message that one person alone sees, for the life of the process. */
export type EphemeralMessage = StoredMessage & { seenBy: string; command?: string }

/** Whether one person alone sees it. */
export function isEphemeral(message: StoredMessage | EphemeralMessage): message is EphemeralMessage {
  return 'seenBy' in message
}

export type Ephemerals = {
  keep(message: EphemeralMessage): void
  of(user: string, channel: string): EphemeralMessage[]
  find(user: string, channel: string, ts: string): EphemeralMessage | undefined
  forget(user: string, channel: string, ts: string): void
}

const mostPerUser = 200

/** Keeps the last two hundred a person, in memory. */
export function ephemerals(): Ephemerals {
  const byUser = new Map<string, EphemeralMessage[]>()
  const of = (user: string) => byUser.get(user) ?? []
  return {
    keep(message) {
      const others = of(message.seenBy).filter(
        (each) => each.ts !== message.ts || each.channel !== message.channel,
      )
      const all = [...others, message].sort((a, b) => (a.ts < b.ts ? -1 : 1))
      byUser.set(message.seenBy, all.slice(-mostPerUser))
    },
    of: (user, channel) => of(user).filter((each) => each.channel === channel),
    find: (user, channel, ts) => of(user).find((each) => each.channel === channel && each.ts === ts),
    forget(user, channel, ts) {
      byUser.set(
        user,
        of(user).filter((each) => each.channel !== channel || each.ts !== ts),
      )
    },
  }
}
