import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { PageState } from '../../protocol.ts'
import { useSpeech } from '../text/speech.tsx'
import type { WordKey } from '../text/words.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import { peopleGroups } from './people-groups.ts'

const GROUP_WORDS: Record<'secretariat' | 'convenors' | 'members', WordKey> = {
  secretariat: 'who.secretariat',
  convenors: 'who.convenors',
  members: 'who.members',
}

/** The first screen: what this place is, and whom one wants to be in it. */
export function WhoScreen(props: {
  page: PageState
  current: string | null
  onPick: (id: string) => void
  onBack?: () => void
}) {
  const { page, current, onPick, onBack } = props
  const { words } = useSpeech()
  const [typed, setTyped] = useState('')
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const groups = peopleGroups(page.users, typed)
  const first = groups[0]?.people[0]

  useEffect(() => search.current?.focus(), [])
  useEffect(() => {
    document.title = words('page.title', { team: page.team.name })
  }, [words, page.team.name])

  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onBack?.()
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const cards = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    if (!step || cards.length === 0) return
    event.preventDefault()
    const at = cards.indexOf(document.activeElement as HTMLElement) + step
    const target = at < 0 ? search.current : cards[Math.min(at, cards.length - 1)]
    target?.focus()
  }
  return (
    <main className="who" onKeyDown={move}>
      <div className="who-sheet">
        <header className="who-head">
          <p className="practice-mark">{words('page.practice')}</p>
          {onBack && (
            <button type="button" className="button" onClick={onBack}>
              {words('who.back')}
            </button>
          )}
        </header>
        <p className="who-team">{page.team.name}</p>
        <h1>{words('who.title')}</h1>
        <p className="who-intro">{words('who.intro')}</p>
        <search>
          <form
            className="who-search"
            onSubmit={(event) => {
              event.preventDefault()
              if (first) onPick(first.id)
            }}
          >
            <Icon name="search" />
            <input
              ref={search}
              className="input"
              type="search"
              aria-label={words('who.search')}
              placeholder={words('who.search')}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          </form>
        </search>
        <div ref={list}>
          {groups.length === 0 && <p className="who-none">{words('who.none')}</p>}
          {groups.map(({ role, people }) => (
            <section key={role} aria-labelledby={`who-${role}`}>
              <h2 id={`who-${role}`}>{words(GROUP_WORDS[role])}</h2>
              <ul className="who-people">
                {people.map((person) => (
                  <li key={person.id}>
                    <button type="button" className="who-person" onClick={() => onPick(person.id)}>
                      <Avatar user={person} id={person.id} />
                      <span className="who-words">
                        <strong>{person.name}</strong>
                        <small>{person.title}</small>
                      </span>
                      {person.id === current && <span className="tag">{words('who.current')}</span>}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </main>
  )
}
