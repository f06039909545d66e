import type { Looked } from '../domain/delivery/rules.ts'
import type { SlackUser } from '../domain/member/rules.ts'
import type { DeliveryOutcome } from '../domain/notice/rules.ts'
import type { Message } from './reply.ts'

/** A message that the bot starts by itself. `key` travels with it, so that it can be known again. */
export type Posting = { channel: string; key: string; message: Message }

/** How jobs speak to Slack; `src/slack` implements it. None of these throws for what Slack answers. */
export type Messenger = {
  post(posting: Posting): Promise<DeliveryOutcome>
  /** Brings a message that stands up to date. */
  edit(posting: Posting & { channelId: string; ts: string }): Promise<DeliveryOutcome>
  /** Takes a message back; one that is gone already counts as taken back. */
  remove(message: { channelId: string; ts: string }): Promise<DeliveryOutcome>
  /** Looks in the channel for the bot's own message with this key, from `since` on. */
  find(channel: string, key: string, since: Date): Promise<Looked>
}

/** Who and what is in the Slack workspace. */
export type Directory = {
  channels(): Promise<{ id: string; name: string }[]>
  users(): Promise<SlackUser[]>
  /** Undefined where Slack does not tell. */
  user(slackId: string): Promise<SlackUser | undefined>
}

/** A file that a person has shared with the bot. */
export type DroppedFile = {
  id: string
  name: string
  bytes: Uint8Array
  /** Equal for equal contents. */
  digest: string
  sharedAt: Date
  sharedBy?: string
}

/** What came of fetching a file. */
export type Download =
  | { kind: 'file'; file: DroppedFile }
  | { kind: 'too-large'; size: number }
  /** `error` is Slack's own word, or what went wrong on the way. */
  | { kind: 'refused'; error: string }

/** Files that people share with the bot; `src/slack` implements it. It does not throw for what Slack answers. */
export type DroppedFiles = {
  /** Nothing larger than `mostBytes` is fetched. */
  download(id: string, mostBytes: number): Promise<Download>
}
