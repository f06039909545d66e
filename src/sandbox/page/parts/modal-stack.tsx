import { useCallback, useState } from 'react'
import type { SandboxView } from '../../protocol.ts'
import type { FieldValue, FieldValues } from '../blocks/field-values.ts'
import { useSeat } from '../client/seat.tsx'
import { Dialog } from './dialog.tsx'
import { ModalView } from './modal-view.tsx'

/** The modals that are open. Only the top one is shown; what was typed into those below is kept. */
export function ModalStack({ stack }: { stack: readonly SandboxView[] }) {
  const { client } = useSeat()
  const [touched, setTouched] = useState<Record<string, FieldValues>>({})
  const top = stack.at(-1)
  const topId = top?.id ?? ''

  const touch = useCallback(
    (blockId: string, actionId: string, value: FieldValue) =>
      setTouched((before) => {
        const view = before[topId] ?? {}
        return { ...before, [topId]: { ...view, [blockId]: { ...view[blockId], [actionId]: value } } }
      }),
    [topId],
  )
  if (!top) return null
  const close = () => void client.close({ viewId: top.id })
  return (
    <Dialog labelledBy={`modal-${stack[0]?.id}`} className="dialog dialog-modal" onEscape={close}>
      <ModalView
        key={top.id}
        view={top}
        titleId={`modal-${stack[0]?.id}`}
        isPushed={stack.length > 1}
        touched={touched[top.id] ?? {}}
        touch={touch}
        onClose={close}
      />
    </Dialog>
  )
}
