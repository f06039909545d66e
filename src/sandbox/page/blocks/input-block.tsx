import { useId } from 'react'
import { ElementView } from '../elements/element-view.tsx'
import { useSpeech } from '../text/speech.tsx'
import { useInteraction } from './interaction.tsx'
import type { ShownBlock } from './shapes.ts'
import { TextObjectView } from './text-object.tsx'

const GROUPS = ['checkboxes', 'radio_buttons']

/** A labelled field, its hint and, after a refused submission, its error. */
export function InputBlock({ block }: { block: ShownBlock }) {
  const { words } = useSpeech()
  const { errors } = useInteraction()
  const id = useId()
  if (!block.element) return null
  const error = errors[block.block_id]
  const label = (
    <>
      {block.label && <TextObjectView text={block.label} />}
      {block.optional && <span className="field-optional"> {words('field.optional')}</span>}
    </>
  )
  const described = [error && `${id}-error`, block.hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className={error ? 'block-input block-input-wrong' : 'block-input'} data-block={block.block_id}>
      {GROUPS.includes(block.element.type) ? (
        <div className="field-label" id={`${id}-label`}>
          {label}
        </div>
      ) : (
        <label className="field-label" id={`${id}-label`} htmlFor={`${id}-field`}>
          {label}
        </label>
      )}
      <ElementView
        blockId={block.block_id}
        element={block.element}
        field={{
          id: `${id}-field`,
          labelledBy: `${id}-label`,
          describedBy: described || undefined,
          wrong: Boolean(error),
          tells: block.dispatch_action === true,
        }}
      />
      {error && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {block.hint && (
        <p className="field-hint" id={`${id}-hint`}>
          <TextObjectView text={block.hint} />
        </p>
      )}
    </div>
  )
}
