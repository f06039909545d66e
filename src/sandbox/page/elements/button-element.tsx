import { TextObjectView } from '../blocks/text-object.tsx'
import type { ElementProps } from './element-kinds.ts'

/** A button; one with a `url` opens it and tells the bot as well, as in Slack. */
export function ButtonElement({ element, sending, choose }: ElementProps) {
  const style = element.style ? `button button-${element.style}` : 'button'
  const label = element.text && <TextObjectView text={element.text} />
  if (element.url)
    return (
      <a
        className={style}
        href={element.url}
        target="_blank"
        rel="noreferrer noopener"
        aria-label={element.accessibility_label}
        onClick={() => choose({})}
      >
        {label}
      </a>
    )
  return (
    <button
      type="button"
      className={style}
      aria-label={element.accessibility_label}
      aria-busy={sending}
      onClick={() => !sending && choose({})}
    >
      {label}
    </button>
  )
}
