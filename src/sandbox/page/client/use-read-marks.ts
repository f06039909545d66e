import { useEffect, useMemo, useState } from 'react'
import type { SandboxMessage } from '../../protocol.ts'
import { loadReadMarks, saveReadMarks, unreadCount } from './read-marks.ts'

/** How many messages wait in each conversation; the open one is read as long as the page is looked at. */
export function useReadMarks(
  me: string,
  messages: Readonly<Record<string, readonly SandboxMessage[]>>,
  open: string | null,
): Readonly<Record<string, number>> {
  const [marks, setMarks] = useState(() => loadReadMarks(me))
  const newest = open ? messages[open]?.filter(({ ephemeral }) => !ephemeral).at(-1)?.ts : undefined

  useEffect(() => {
    if (!open || !newest) return
    const mark = () => {
      if (document.visibilityState !== 'visible') return
      setMarks((before) => {
        if (before[open] === newest) return before
        const after = { ...before, [open]: newest }
        saveReadMarks(me, after)
        return after
      })
    }
    mark()
    document.addEventListener('visibilitychange', mark)
    return () => document.removeEventListener('visibilitychange', mark)
  }, [me, open, newest])

  return useMemo(
    () =>
      Object.fromEntries(
        Object.entries(messages).map(([channel, held]) => [channel, unreadCount(held, me, marks[channel])]),
      ),
    [messages, me, marks],
  )
}
