import { useState } from 'react'
import type { FieldValue } from '../blocks/field-values.ts'
import { useInteraction } from '../blocks/interaction.tsx'
import type { Element } from '../blocks/shapes.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { type ElementProps, elementKinds, type FieldMarks } from './element-kinds.ts'
import { UnknownElement } from './unknown-element.tsx'

/**
 * An element that can be used. In an input block it only holds its value until the form is sent; elsewhere
 * every choice goes to the bot at once, after its confirmation where it has one.
 */
export function ElementView(props: { blockId: string; element: Element; field?: FieldMarks }) {
  const { blockId, element, field } = props
  const interaction = useInteraction()
  const [asked, setAsked] = useState<FieldValue | null>(null)

  const commit = (value: FieldValue) => {
    setAsked(null)
    interaction.keep(blockId, element, value)
    if (!field || field.tells) void interaction.send(blockId, element, value)
  }
  const elementProps: ElementProps = {
    blockId,
    element,
    field,
    value: interaction.held(blockId, element),
    sending: interaction.sending === `${blockId}/${element.action_id ?? ''}`,
    choose: (value) => (element.confirm && !field ? setAsked(value) : commit(value)),
    keep: (value) => interaction.keep(blockId, element, value),
  }
  const Kind = elementKinds[element.type] ?? UnknownElement
  return (
    <>
      <Kind {...elementProps} />
      {asked && element.confirm && (
        <ConfirmDialog confirm={element.confirm} onYes={() => commit(asked)} onNo={() => setAsked(null)} />
      )}
    </>
  )
}
