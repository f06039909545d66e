import { useEffect, useState } from 'react'
import { useInteraction } from '../blocks/interaction.tsx'
import { useSeat } from '../client/seat.tsx'
import type { ElementProps } from './element-kinds.ts'
import { offeredPicks, optionPicks, type Pick } from './select-kinds.ts'

const QUIET_MS = 250
/** Slack's own default for external selects. */
const LEAST_TYPED = 3

/** What a select offers for what was typed; an external one asks the bot once the typing rests. */
export function useOfferedPicks(
  { blockId, element }: ElementProps,
  typed: string,
): { picks: Pick[]; waiting: boolean; missing: number } {
  const seat = useSeat()
  const { container } = useInteraction()
  const external = element.type.endsWith('external_select')
  const least = element.min_query_length ?? LEAST_TYPED
  const missing = external && typed.length < least ? least - typed.length : 0
  const [answer, setAnswer] = useState<{ typed: string; picks: Pick[] } | null>(null)

  useEffect(() => {
    if (!external || missing > 0) return
    let stale = false
    const timer = setTimeout(async () => {
      const found = await seat.client.options({
        container,
        blockId,
        actionId: element.action_id ?? '',
        value: typed,
      })
      if (!stale) setAnswer({ typed, picks: optionPicks(found) })
    }, QUIET_MS)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [external, missing, typed, seat.client, container, blockId, element.action_id])

  if (external)
    return missing > 0
      ? { picks: [], waiting: false, missing: least }
      : { picks: answer?.picks ?? [], waiting: answer?.typed !== typed, missing: 0 }
  const wanted = typed.trim().toLowerCase()
  const picks = offeredPicks(element, seat).filter(({ label, detail }) =>
    `${label} ${detail ?? ''}`.toLowerCase().includes(wanted),
  )
  return { picks, waiting: false, missing: 0 }
}
