import { TextObjectView } from '../blocks/text-object.tsx'
import type { ElementProps } from './element-kinds.ts'

export function FeedbackButtons({ element, choose }: ElementProps) {
  return [element.positive_button, element.negative_button].map(
    (button) =>
      button && (
        <button
          key={button.value}
          type="button"
          className="button"
          onClick={() => choose({ value: button.value })}
        >
          <TextObjectView text={button.text} />
        </button>
      ),
  )
}
