import { useCallback, useEffect, useMemo, useReducer } from 'react'
import { liveConnection } from './live-connection.ts'
import { type PageClient, pageClient } from './page-client.ts'
import { emptyWorkspace, nextWorkspace, type WorkspaceState } from './workspace-state.ts'

export type LiveWorkspace = {
  workspace: WorkspaceState
  client: PageClient
  readThread: (channel: string, ts: string) => Promise<void>
  readEarlier: (channel: string) => Promise<void>
}

/**
 * The workspace as `as` sees it, kept current over the live connection. All conversations are read at every
 * opening: that fills what was missed while the connection was down, and makes switching instant.
 */
export function useWorkspace(as: string): LiveWorkspace {
  const [workspace, change] = useReducer(nextWorkspace, emptyWorkspace)
  const client = useMemo(() => pageClient(as), [as])

  useEffect(() => {
    let left = false
    const readAll = async () => {
      const state = await client.state()
      if (left) return
      change({ type: 'state', state })
      await Promise.all(
        state.channels.map(async ({ id }) => {
          const { messages, hasMore } = await client.messages(id)
          if (!left) change({ type: 'read', channel: id, messages, hasMore })
        }),
      )
      if (!left) change({ type: 'connection', connection: 'live' })
    }
    const lost = () => change({ type: 'connection', connection: 'lost' })
    const stop = liveConnection(
      as,
      change,
      () => {
        // Modals that closed meanwhile are not heard of: those still open are pushed anew.
        change({ type: 'views', stack: [] })
        void readAll().catch(lost)
      },
      lost,
    )
    return () => {
      left = true
      stop()
    }
  }, [as, client])

  const readThread = useCallback(
    async (channel: string, ts: string) => {
      const { messages } = await client.messages(channel, { thread: ts })
      change({ type: 'read', channel, messages })
    },
    [client],
  )
  const oldest = workspace.messages
  const readEarlier = useCallback(
    async (channel: string) => {
      const before = oldest[channel]?.[0]?.ts
      const { messages, hasMore } = await client.messages(channel, before ? { before } : {})
      change({ type: 'read', channel, messages, hasMore })
    },
    [client, oldest],
  )
  return { workspace, client, readThread, readEarlier }
}
