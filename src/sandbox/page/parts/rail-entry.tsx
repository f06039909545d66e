import type { ReactNode } from 'react'
import { useSpeech } from '../text/speech.tsx'

export function RailEntry(props: {
  icon: ReactNode
  name: string
  chosen: boolean
  unread: number
  presence?: 'online' | 'offline'
  onChoose: () => void
}) {
  const { words } = useSpeech()
  return (
    <li>
      <button
        type="button"
        className="rail-entry"
        aria-current={props.chosen ? 'page' : undefined}
        data-unread={props.unread > 0 || undefined}
        onClick={props.onChoose}
      >
        {props.icon}
        <span className="rail-name">{props.name}</span>
        {props.presence && (
          <span className="presence" data-presence={props.presence}>
            <span className="unseen">
              {props.presence === 'online' ? words('rail.online') : words('rail.offline')}
            </span>
          </span>
        )}
        {props.unread > 0 && (
          <span className="badge">
            <span aria-hidden="true">{props.unread > 99 ? '99+' : props.unread}</span>
            <span className="unseen">{words('rail.unread', { count: props.unread })}</span>
          </span>
        )}
      </button>
    </li>
  )
}
