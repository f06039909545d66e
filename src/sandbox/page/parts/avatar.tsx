import type { CSSProperties } from 'react'
import type { SandboxUser } from '../../protocol.ts'
import { hueOf, initials } from './initials.ts'

/** A person's initials on a colour that stays theirs; the bot has a mark of its own. */
export function Avatar(props: { user: SandboxUser | undefined; id: string; small?: boolean }) {
  const className = props.small ? 'avatar avatar-small' : 'avatar'
  if (props.user?.isBot)
    return (
      <span className={`${className} avatar-bot`} aria-hidden="true">
        <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
          <path d="M10 23V9h7a4.5 4.5 0 0 1 0 9h-7m6 0 6 5" />
        </svg>
      </span>
    )
  return (
    <span className={className} style={{ '--hue': hueOf(props.id) } as CSSProperties} aria-hidden="true">
      {initials(props.user?.name ?? '?', props.small ? 1 : 2)}
    </span>
  )
}
