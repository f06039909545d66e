import { useRef, useState } from 'react'
import { Floating } from '../parts/floating.tsx'
import { Icon } from '../parts/icon.tsx'
import { dayIn } from '../text/clock.ts'
import { useSpeech } from '../text/speech.tsx'
import { Calendar } from './calendar.tsx'
import type { ElementProps } from './element-kinds.ts'
import { fieldAttributes } from './field-attributes.ts'

/** A calendar day, `2026-11-23`, chosen from a month. */
export function DatePicker({ element, field, value, sending, choose }: ElementProps) {
  const { words, locale, zone } = useSpeech()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const date = typeof value.selected_date === 'string' ? value.selected_date : null
  const shown = date
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${date}T00:00:00Z`),
      )
    : (element.placeholder?.text ?? words('picker.date'))
  return (
    <>
      <button
        ref={button}
        type="button"
        className={date ? 'input picker' : 'input picker picker-empty'}
        {...fieldAttributes(field)}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-busy={sending}
        onClick={() => setOpen(!open)}
      >
        <Icon name="calendar" />
        <span className="picker-shown">{shown}</span>
      </button>
      {open && (
        <Floating anchor={button} className="floating-calendar" onClose={() => setOpen(false)}>
          <Calendar
            chosen={date}
            today={dayIn(new Date(), zone)}
            onChoose={(day) => {
              setOpen(false)
              button.current?.focus()
              choose({ selected_date: day })
            }}
          />
        </Floating>
      )}
    </>
  )
}
