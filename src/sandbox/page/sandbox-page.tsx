import { useCallback, useEffect, useState } from 'react'
import type { PageState } from '../protocol.ts'
import { rememberPerson } from './client/address.ts'
import { readPeople } from './client/page-client.ts'
import { useAddress } from './client/use-address.ts'
import { Notice } from './parts/notice.tsx'
import { WhoScreen } from './parts/who-screen.tsx'
import { Workspace } from './parts/workspace.tsx'
import { SpeechProvider } from './text/speech.tsx'
import { wordsFor } from './text/words.ts'

/** The whole page: who one is, and then the workspace as that person sees it. */
export function SandboxPage() {
  const [address, go] = useAddress()
  const [people, setPeople] = useState<PageState | null>(null)
  const [failed, setFailed] = useState(false)
  const [choosing, setChoosing] = useState(false)

  const read = useCallback(() => {
    setFailed(false)
    readPeople().then(setPeople, () => setFailed(true))
  }, [])
  useEffect(read, [read])

  const me = people?.users.find(({ id, isBot }) => id === address.as && !isBot)
  const locale = me?.locale ?? navigator.language
  const zone = me?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const words = wordsFor(locale)
  const switchPerson = useCallback(() => setChoosing(true), [])

  if (!people)
    return (
      <SpeechProvider locale={locale} zone={zone}>
        {failed ? (
          <Notice text={words('page.noServer')} action={words('page.retry')} onAction={read} />
        ) : (
          <Notice text={words('page.opening')} />
        )}
      </SpeechProvider>
    )
  const pick = (id: string) => {
    rememberPerson(id)
    setChoosing(false)
    go({ as: id })
  }
  return (
    <SpeechProvider locale={locale} zone={zone}>
      {me && !choosing ? (
        <Workspace key={me.id} me={me} address={address} go={go} onSwitch={switchPerson} />
      ) : (
        <WhoScreen
          page={people}
          current={me?.id ?? null}
          onPick={pick}
          {...(me ? { onBack: () => setChoosing(false) } : {})}
        />
      )}
    </SpeechProvider>
  )
}
