import { useRef, useState } from 'react'
import { useSeat } from '../client/seat.tsx'
import { EmojiText } from '../mrkdwn/inline-text.tsx'
import { Floating } from '../parts/floating.tsx'
import { Icon } from '../parts/icon.tsx'
import { useSpeech } from '../text/speech.tsx'
import type { ElementProps } from './element-kinds.ts'
import { fieldAttributes } from './field-attributes.ts'
import { chosenPicks, type Pick, pickedValue, selectField } from './select-kinds.ts'
import { SelectList } from './select-list.tsx'

/** Every select menu of Block Kit, of one choice or many: a button, and a list that can be searched. */
export function SelectMenu(props: ElementProps) {
  const { element, field, value, sending, choose } = props
  const { words } = useSpeech()
  const seat = useSeat()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { many } = selectField(element.type)
  const chosen = chosenPicks(element, value, seat)

  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const pick = (one: Pick) => {
    if (!many) {
      close()
      choose(pickedValue(element, [one]))
      return
    }
    const without = chosen.filter(({ id }) => id !== one.id)
    const after = without.length < chosen.length ? without : [...chosen, one]
    if (after.length <= (element.max_selected_items ?? 100)) choose(pickedValue(element, after))
  }
  const placeholder = element.placeholder?.text ?? words('picker.choose')
  return (
    <span className={many ? 'select select-many' : 'select'}>
      <button
        ref={button}
        type="button"
        className={chosen.length ? 'input picker' : 'input picker picker-empty'}
        {...fieldAttributes(field)}
        role="combobox"
        aria-label={field ? undefined : placeholder}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-busy={sending}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        <span className="picker-shown">
          {chosen.length === 0 || many ? placeholder : <EmojiText text={chosen[0]?.label ?? ''} />}
        </span>
        <Icon name="down" />
      </button>
      {many && chosen.length > 0 && (
        <span className="chips">
          {chosen.map((one) => (
            <button
              key={one.id}
              type="button"
              className="chip"
              aria-label={words('picker.remove', { name: one.label })}
              onClick={() => pick(one)}
            >
              <EmojiText text={one.label} />
              <Icon name="close" />
            </button>
          ))}
        </span>
      )}
      {open && (
        <Floating anchor={button} className="floating-select" wide onClose={() => setOpen(false)}>
          <SelectList
            {...props}
            label={placeholder}
            chosen={chosen}
            many={many}
            onPick={pick}
            onClose={close}
          />
        </Floating>
      )}
    </span>
  )
}
