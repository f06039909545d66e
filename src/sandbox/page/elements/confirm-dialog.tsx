import { useId } from 'react'
import type { Confirm } from '../blocks/shapes.ts'
import { TextObjectView } from '../blocks/text-object.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { useSpeech } from '../text/speech.tsx'

/** The question that an element's `confirm` asks before anything is sent. */
export function ConfirmDialog(props: { confirm: Confirm; onYes: () => void; onNo: () => void }) {
  const { confirm, onYes, onNo } = props
  const { words } = useSpeech()
  const id = useId()
  return (
    <Dialog labelledBy={id} className="dialog dialog-confirm" onEscape={onNo}>
      <h2 id={id}>
        <TextObjectView text={confirm.title} />
      </h2>
      <div className="dialog-body">
        <TextObjectView text={confirm.text} />
      </div>
      <div className="dialog-foot">
        <button type="button" className="button" onClick={onNo}>
          {confirm.deny ? <TextObjectView text={confirm.deny} /> : words('confirm.no')}
        </button>
        <button type="button" className={`button button-${confirm.style ?? 'primary'}`} onClick={onYes}>
          {confirm.confirm ? <TextObjectView text={confirm.confirm} /> : words('confirm.yes')}
        </button>
      </div>
    </Dialog>
  )
}
