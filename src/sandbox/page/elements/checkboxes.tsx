import type { Option } from '../blocks/shapes.ts'
import type { ElementProps } from './element-kinds.ts'
import { OptionLabel } from './option-label.tsx'

export function Checkboxes({ element, field, value, choose }: ElementProps) {
  const chosen = (value.selected_options ?? []) as Option[]
  const isChosen = (option: Option) => chosen.some((one) => one.value === option.value)
  return (
    <fieldset className="choices" aria-labelledby={field?.labelledBy} aria-describedby={field?.describedBy}>
      {(element.options ?? []).map((option) => (
        <label key={option.value} className="choice">
          <input
            type="checkbox"
            checked={isChosen(option)}
            onChange={({ target }) =>
              choose({
                selected_options: (element.options ?? []).filter((one) =>
                  one.value === option.value ? target.checked : isChosen(one),
                ),
              })
            }
          />
          <OptionLabel option={option} />
        </label>
      ))}
    </fieldset>
  )
}
