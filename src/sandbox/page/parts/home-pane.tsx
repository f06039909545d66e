import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { Container, SandboxView } from '../../protocol.ts'
import { BlockList } from '../blocks/block-list.tsx'
import { InteractionProvider, useTouched } from '../blocks/interaction.tsx'
import { useSeat } from '../client/seat.tsx'
import { useSpeech } from '../text/speech.tsx'
import { FaultLine } from './fault-line.tsx'

/** The bot's Home tab. Opening it tells the bot, which may then publish a newer one. */
export function HomePane({ view }: { view: SandboxView | null }) {
  const { words } = useSpeech()
  const { page, client, fault: faultOf } = useSeat()
  const [fault, setFault] = useState<string | null>(null)
  const { touched, touch } = useTouched()
  const viewId = view?.id ?? ''
  const container = useMemo((): Container => ({ type: 'view', viewId }), [viewId])
  const online = page.bot.online

  const open = useEffectEvent(async () => setFault(faultOf(await client.home())))
  useEffect(() => {
    if (online) void open()
  }, [online])

  return (
    <section className="home" role="tabpanel" aria-label={words('home.label', { bot: page.bot.name })}>
      <div className="home-sheet">
        <FaultLine fault={fault} onDismiss={() => setFault(null)} />
        {view ? (
          <InteractionProvider
            container={container}
            blocks={view.blocks}
            touched={touched}
            touch={touch}
            onFault={setFault}
          >
            <BlockList blocks={view.blocks} />
          </InteractionProvider>
        ) : (
          <p className="conversation-empty">{words('home.empty', { bot: page.bot.name })}</p>
        )}
      </div>
    </section>
  )
}
