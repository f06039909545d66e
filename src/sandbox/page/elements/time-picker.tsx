import { useState } from 'react'
import { useSpeech } from '../text/speech.tsx'
import type { ElementProps } from './element-kinds.ts'
import { fieldAttributes } from './field-attributes.ts'

/** A time of day, `HH:mm`. It is taken when the person leaves the field or presses Enter. */
export function TimePicker({ element, field, value, choose, keep }: ElementProps) {
  const { words } = useSpeech()
  const held = typeof value.selected_time === 'string' ? value.selected_time : ''
  const [told, setTold] = useState(held)
  const take = () => {
    if (held === told) return
    setTold(held)
    choose({ selected_time: held || null })
  }
  return (
    <input
      className="input input-time"
      type="time"
      {...fieldAttributes(field)}
      aria-label={field ? undefined : (element.placeholder?.text ?? words('picker.time'))}
      value={held}
      onChange={({ target }) => keep({ selected_time: target.value || null })}
      onBlur={take}
      onKeyDown={({ key }) => key === 'Enter' && take()}
    />
  )
}
