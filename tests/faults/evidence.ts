import type { RecordedCall, StoredMessage } from '../../src/sandbox/index.ts'
import type { Due } from './due.ts'
import type { Kind } from './plan.ts'

/** Somebody, by the name that is shown, pressed Acknowledge under a message. `isHeard`: Slack was told that the press arrived. */
export type Press = { channel: string; ts: string; who: string; mayAnswer: boolean; isHeard: boolean }

/** Somebody asked by hand for a notice. `isPromised`: they were told that it is on its way. */
export type Send = { kind: Kind; group: string; at: Date; isPromised: boolean }

/** All from which it is judged whether the bot kept its word; nothing of it is the bot's own. */
export type Evidence = {
  workspace: string
  due: readonly Due[]
  /** When everything had come to rest, each time. */
  rests: readonly Date[]
  /** Whose channel this is: a group's code or `secretariat`; undefined for anybody else's. */
  ownerOf(channel: string): string | undefined
  /** What the sandbox was asked. */
  record: readonly RecordedCall[]
  /** What stands in the channels. */
  standing: readonly StoredMessage[]
  presses: readonly Press[]
  sends: readonly Send[]
}
