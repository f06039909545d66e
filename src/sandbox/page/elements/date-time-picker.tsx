import { useState } from 'react'
import { localMinute, secondsOfLocal } from '../text/local-minute.ts'
import { useSpeech } from '../text/speech.tsx'
import type { ElementProps } from './element-kinds.ts'
import { fieldAttributes } from './field-attributes.ts'

/** A moment, in seconds since 1970, typed by the person's own clock. */
export function DateTimePicker({ field, value, choose, keep }: ElementProps) {
  const { words, zone } = useSpeech()
  const held = typeof value.selected_date_time === 'number' ? value.selected_date_time : null
  const [told, setTold] = useState(held)
  const take = () => {
    if (held === told) return
    setTold(held)
    choose({ selected_date_time: held })
  }
  return (
    <input
      className="input input-time"
      type="datetime-local"
      {...fieldAttributes(field)}
      aria-label={field ? undefined : words('picker.date')}
      value={held === null ? '' : localMinute(held, zone)}
      onChange={({ target }) => keep({ selected_date_time: secondsOfLocal(target.value, zone) })}
      onBlur={take}
      onKeyDown={({ key }) => key === 'Enter' && take()}
    />
  )
}
