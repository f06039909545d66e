import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import type { Block, Container } from '../../protocol.ts'
import { useSeat } from '../client/seat.tsx'
import { type FieldValue, type FieldValues, initialValue, stateOf } from './field-values.ts'
import type { Element } from './shapes.ts'

/** How the elements of one message or view hold their values and reach the bot. */
export type Interaction = {
  container: Container
  /** What the element holds now. */
  held: (blockId: string, element: Element) => FieldValue
  keep: (blockId: string, element: Element, value: FieldValue) => void
  /** Tells the bot, with the state as it stands after this. */
  send: (blockId: string, element: Element, value: FieldValue) => Promise<void>
  /** `block/action` of what is being sent just now. */
  sending: string | null
  /** Field errors by block id. */
  errors: Readonly<Record<string, string>>
}

const InteractionContext = createContext<Interaction | null>(null)

/** The elements' way to the bot. @throws outside an InteractionProvider */
export function useInteraction(): Interaction {
  const interaction = use(InteractionContext)
  if (!interaction) throw new Error('useInteraction needs an InteractionProvider above it')
  return interaction
}

/** What was touched in a message or view. It outlives an update, as it does in Slack. */
export function useTouched() {
  const [touched, setTouched] = useState<FieldValues>({})
  const touch = useCallback((blockId: string, actionId: string, value: FieldValue) => {
    setTouched((before) => ({ ...before, [blockId]: { ...before[blockId], [actionId]: value } }))
  }, [])
  return { touched, touch }
}

export function InteractionProvider(props: {
  container: Container
  blocks: readonly Block[]
  touched: FieldValues
  touch: (blockId: string, actionId: string, value: FieldValue) => void
  errors?: Readonly<Record<string, string>>
  onFault: (fault: string | null) => void
  children: ReactNode
}) {
  const { container, blocks, touched, touch, errors, onFault } = props
  const seat = useSeat()
  const [sending, setSending] = useState<string | null>(null)
  const interaction = useMemo(
    (): Interaction => ({
      container,
      errors: errors ?? {},
      sending,
      held: (blockId, element) => touched[blockId]?.[element.action_id ?? ''] ?? initialValue(element) ?? {},
      keep: (blockId, element, value) => touch(blockId, element.action_id ?? '', value),
      async send(blockId, element, value) {
        const actionId = element.action_id ?? ''
        const holds = initialValue(element) !== null
        const after = holds ? { ...touched, [blockId]: { ...touched[blockId], [actionId]: value } } : touched
        onFault(null)
        setSending(`${blockId}/${actionId}`)
        const outcome = await seat.client.action({
          container,
          blockId,
          actionId,
          value,
          state: stateOf(blocks, after),
        })
        setSending(null)
        onFault(seat.fault(outcome))
      },
    }),
    [container, blocks, touched, touch, errors, onFault, seat, sending],
  )
  return <InteractionContext value={interaction}>{props.children}</InteractionContext>
}
