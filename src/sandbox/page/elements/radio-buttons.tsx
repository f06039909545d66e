import { useId } from 'react'
import type { Option } from '../blocks/shapes.ts'
import type { ElementProps } from './element-kinds.ts'
import { OptionLabel } from './option-label.tsx'

export function RadioButtons({ element, field, value, choose }: ElementProps) {
  const name = useId()
  const chosen = value.selected_option as Option | null
  return (
    <div
      className="choices"
      role="radiogroup"
      aria-labelledby={field?.labelledBy}
      aria-describedby={field?.describedBy}
    >
      {(element.options ?? []).map((option) => (
        <label key={option.value} className="choice">
          <input
            type="radio"
            name={name}
            checked={chosen?.value === option.value}
            onChange={() => choose({ selected_option: option })}
          />
          <OptionLabel option={option} />
        </label>
      ))}
    </div>
  )
}
