import { useEffect, useRef } from 'react'
import type { SandboxChannel } from '../../protocol.ts'
import { useSeat } from '../client/seat.tsx'
import { useSpeech } from '../text/speech.tsx'
import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import { RailEntry } from './rail-entry.tsx'

/** The conversations: the committee's channels, and the direct one with the bot. */
export function Rail(props: {
  current: string | undefined
  unread: Readonly<Record<string, number>>
  /** On a phone: whether it has been called up. */
  open: boolean
  onChoose: (channel: string) => void
  onClose: () => void
}) {
  const { page, user } = useSeat()
  const { words } = useSpeech()
  const nav = useRef<HTMLElement>(null)
  const { open, onClose } = props
  useEffect(() => {
    if (!open) return
    nav.current?.querySelector<HTMLElement>('[aria-current]')?.focus()
    const leave = ({ key }: KeyboardEvent) => key === 'Escape' && onClose()
    addEventListener('keydown', leave)
    return () => removeEventListener('keydown', leave)
  }, [open, onClose])
  const channels = page.channels.filter(({ kind }) => kind === 'channel')
  const direct = page.channels.filter(({ kind }) => kind === 'direct')
  const entry = (channel: SandboxChannel) => ({
    chosen: channel.id === props.current,
    unread: props.unread[channel.id] ?? 0,
    onChoose: () => props.onChoose(channel.id),
  })
  return (
    <>
      <button type="button" className="rail-veil" aria-label={words('rail.close')} onClick={props.onClose} />
      <nav ref={nav} className="rail" aria-label={words('rail.label')}>
        <header className="rail-head">
          <p className="rail-team">{page.team.name}</p>
          <p className="practice-mark" title={words('page.notSlack')}>
            {words('page.practice')}
          </p>
        </header>
        <h2>{words('rail.channels')}</h2>
        <ul>
          {channels.map((channel) => (
            <RailEntry key={channel.id} {...entry(channel)} icon={<Icon name="hash" />} name={channel.name} />
          ))}
        </ul>
        <h2>{words('rail.apps')}</h2>
        <ul>
          {direct.map((channel) => (
            <RailEntry
              key={channel.id}
              {...entry(channel)}
              icon={<Avatar small user={user(page.bot.userId)} id={page.bot.userId} />}
              name={page.bot.name}
              presence={page.bot.online ? 'online' : 'offline'}
            />
          ))}
        </ul>
        <p className="rail-foot">{words('page.notSlack')}</p>
      </nav>
    </>
  )
}
