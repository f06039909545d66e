import type { Option } from '../blocks/shapes.ts'
import { TextObjectView } from '../blocks/text-object.tsx'

export function OptionLabel({ option }: { option: Option }) {
  return (
    <span className="option-label">
      <TextObjectView text={option.text} />
      {option.description && (
        <small>
          <TextObjectView text={option.description} />
        </small>
      )}
    </span>
  )
}
