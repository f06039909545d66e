import type { PageEvent, PageState, SandboxMessage, SandboxView } from '../../protocol.ts'

/** Everything the page knows of the workspace, as one person sees it. */
export type WorkspaceState = {
  page: PageState | null
  /** By channel, replies included, in the order of their `ts`. */
  messages: Readonly<Record<string, readonly SandboxMessage[]>>
  /** Channels with messages older than those held. */
  hasMore: Readonly<Record<string, boolean>>
  views: readonly SandboxView[]
  home: SandboxView | null
  connection: 'opening' | 'live' | 'lost'
}

export type WorkspaceChange =
  | PageEvent
  | { type: 'read'; channel: string; messages: SandboxMessage[]; hasMore?: boolean }
  | { type: 'connection'; connection: WorkspaceState['connection'] }

export const emptyWorkspace: WorkspaceState = {
  page: null,
  messages: {},
  hasMore: {},
  views: [],
  home: null,
  connection: 'opening',
}

/** What the workspace looks like after a change. Pure; the same event twice changes nothing the second time. */
export function nextWorkspace(workspace: WorkspaceState, change: WorkspaceChange): WorkspaceState {
  switch (change.type) {
    case 'state':
      return { ...workspace, page: change.state }
    case 'views':
      return { ...workspace, views: change.stack }
    case 'home':
      return { ...workspace, home: change.view }
    case 'connection':
      return { ...workspace, connection: change.connection }
    case 'message':
    case 'message_changed':
      return withMessages(workspace, change.message.channel, [change.message])
    case 'message_deleted': {
      const kept = (workspace.messages[change.channel] ?? []).filter(({ ts }) => ts !== change.ts)
      return { ...workspace, messages: { ...workspace.messages, [change.channel]: kept } }
    }
    case 'read': {
      const next = withMessages(workspace, change.channel, change.messages)
      if (change.hasMore === undefined) return next
      return { ...next, hasMore: { ...next.hasMore, [change.channel]: change.hasMore } }
    }
  }
}

function withMessages(
  workspace: WorkspaceState,
  channel: string,
  arrived: readonly SandboxMessage[],
): WorkspaceState {
  const byTs = new Map((workspace.messages[channel] ?? []).map((message) => [message.ts, message]))
  for (const message of arrived) byTs.set(message.ts, message)
  const sorted = [...byTs.values()].sort((a, b) => compareTs(a.ts, b.ts))
  return { ...workspace, messages: { ...workspace.messages, [channel]: sorted } }
}

/** Orders Slack's timestamps, which are too long for a number to hold exactly. */
export function compareTs(a: string, b: string): number {
  const [aSeconds = '', aRest = ''] = a.split('.')
  const [bSeconds = '', bRest = ''] = b.split('.')
  return Number(aSeconds) - Number(bSeconds) || Number(aRest) - Number(bRest)
}

/** Messages that stand in the conversation itself: all but replies in threads. */
export function topLevel(messages: readonly SandboxMessage[]): SandboxMessage[] {
  return messages.filter(({ ts, threadTs }) => threadTs === undefined || threadTs === ts)
}

/** A thread: the message that began it, where it is held, and its replies. */
export function threadOf(messages: readonly SandboxMessage[], ts: string): SandboxMessage[] {
  return messages.filter((message) => message.ts === ts || message.threadTs === ts)
}
