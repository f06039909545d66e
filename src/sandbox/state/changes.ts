import type { Block, SandboxChannel, SandboxUser } from '../protocol.ts'

export type MessageMetadata = { event_type: string; event_payload: Record<string, unknown> }

/** A message as the workspace keeps it; what the page and the bot see of it is made from this. */
export type StoredMessage = {
  channel: string
  /** Slack's timestamp, unique in the whole workspace. */
  ts: string
  user: string
  text: string
  byBot: boolean
  blocks?: Block[]
  attachments?: unknown[]
  metadata?: MessageMetadata
  /** The ts of the last edit. */
  editedTs?: string
  /** The ts of the thread's first message; equal to `ts` never, a parent carries `replyCount` instead. */
  threadTs?: string
  replyCount?: number
  /** A reply that was also sent to the channel. */
  broadcast?: boolean
  reactions?: { name: string; users: string[] }[]
  files?: StoredFile[]
}

export type StoredFile = {
  id: string
  name: string
  title: string
  size: number
  createdAt: string
  /** The person who dropped it; absent where the bot shared it. */
  user?: string
  /** The name of its content in the sandbox's folder, or its content where nothing is kept on disk. */
  content: string
}

export type StoredView = {
  id: string
  hash: string
  type: 'modal' | 'home'
  user: string
  /** The bot's view with every block id filled in. */
  body: { blocks: Block[] } & Record<string, unknown>
  rootId: string
  previousId?: string
  /** Values of the inputs as the page last told them. */
  values: Record<string, Record<string, unknown>>
  errors?: Record<string, string>
}

export type StoredUser = SandboxUser & { email: string }

/** One line of the journal: something that happened and must outlive the process. */
export type Change =
  | { did: 'user'; user: StoredUser }
  | { did: 'channel'; channel: SandboxChannel }
  | { did: 'message'; message: StoredMessage }
  | { did: 'delete'; channel: string; ts: string }
  | { did: 'home'; view: StoredView }
