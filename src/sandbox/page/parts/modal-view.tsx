import { useEffect, useMemo, useRef, useState } from 'react'
import type { Container, SandboxView } from '../../protocol.ts'
import { BlockList } from '../blocks/block-list.tsx'
import { checkFields } from '../blocks/check-fields.ts'
import { type FieldValue, type FieldValues, stateOf } from '../blocks/field-values.ts'
import { InteractionProvider } from '../blocks/interaction.tsx'
import { useSeat } from '../client/seat.tsx'
import { useSpeech } from '../text/speech.tsx'
import { FaultLine } from './fault-line.tsx'
import { Icon } from './icon.tsx'

const FIELDS = 'input, textarea, .picker'

/** One modal: its title, its blocks as a form, and the buttons that send or leave it. */
export function ModalView(props: {
  view: SandboxView
  titleId: string
  isPushed: boolean
  touched: FieldValues
  touch: (blockId: string, actionId: string, value: FieldValue) => void
  onClose: () => void
}) {
  const { view, touched, onClose } = props
  const { words } = useSpeech()
  const { client, fault: faultOf } = useSeat()
  const [fault, setFault] = useState<string | null>(null)
  const [missing, setMissing] = useState<Record<string, string>>({})
  const [sending, setSending] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const container = useMemo((): Container => ({ type: 'view', viewId: view.id }), [view.id])
  const errors = useMemo(() => ({ ...view.errors, ...missing }), [view.errors, missing])

  useEffect(() => {
    const field =
      form.current?.querySelector<HTMLElement>('[data-autofocus]') ??
      form.current?.querySelector<HTMLElement>(FIELDS) ??
      form.current?.querySelector<HTMLElement>('.dialog-foot button:last-child')
    field?.focus()
  }, [])
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid=true], .block-input-wrong input')?.focus()
  }, [errors])

  const submit = async () => {
    if (sending) return
    const state = stateOf(view.blocks, touched)
    const faults = checkFields(view.blocks, state, words)
    setMissing(faults)
    setFault(null)
    if (Object.keys(faults).length > 0) return
    setSending(true)
    const outcome = await client.submit({ viewId: view.id, state })
    setSending(false)
    setFault(faultOf(outcome))
  }
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <header className="dialog-head">
        {props.isPushed && (
          <button type="button" className="button-bare" aria-label={words('modal.close')} onClick={onClose}>
            <Icon name="back" />
          </button>
        )}
        <h2 id={props.titleId}>{view.title}</h2>
        {!props.isPushed && (
          <button type="button" className="button-bare" aria-label={words('modal.close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </header>
      <div className="dialog-body">
        <FaultLine fault={fault} onDismiss={() => setFault(null)} />
        <InteractionProvider
          container={container}
          blocks={view.blocks}
          touched={touched}
          touch={props.touch}
          errors={errors}
          onFault={setFault}
        >
          <BlockList blocks={view.blocks} />
        </InteractionProvider>
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={onClose}>
          {view.close ?? words('modal.cancel')}
        </button>
        {(view.submit || view.blocks.some(({ type }) => type === 'input')) && (
          <button type="submit" className="button button-primary" aria-busy={sending}>
            {sending ? words('modal.sending') : (view.submit ?? words('modal.submit'))}
          </button>
        )}
      </footer>
    </form>
  )
}
