import { useSeat } from '../client/seat.tsx'
import type { WorkspaceState } from '../client/workspace-state.ts'
import { useSpeech } from '../text/speech.tsx'

/** One quiet line for what is out of order: no server, or no bot. */
export function StatusLine({ connection }: { connection: WorkspaceState['connection'] }) {
  const { words } = useSpeech()
  const { page } = useSeat()
  const text =
    connection === 'lost'
      ? words('page.reconnecting')
      : page.bot.online
        ? null
        : words('page.botOffline', { bot: page.bot.name })
  return (
    <div className="status-line" role="status">
      {text && <p>{text}</p>}
    </div>
  )
}
