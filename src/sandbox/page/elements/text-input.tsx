import type { KeyboardEvent } from 'react'
import type { ElementProps } from './element-kinds.ts'
import { fieldAttributes } from './field-attributes.ts'

const TYPES: Record<string, string> = { email_text_input: 'email', url_text_input: 'url' }

/** A line or a box of text. The bot is told on Enter, or at each character where it asked for that. */
export function TextInput({ element, field, value, choose, keep }: ElementProps) {
  const asked = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed']
  const text = typeof value.value === 'string' ? value.value : ''
  const change = (typed: string) => {
    const next = { value: typed === '' ? null : typed }
    if (field?.tells && asked.includes('on_character_entered')) choose(next)
    else keep(next)
  }
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !field?.tells) return
    if (!asked.includes('on_enter_pressed')) return
    event.preventDefault()
    choose({ value: text === '' ? null : text })
  }
  const shared = {
    ...fieldAttributes(field),
    value: text,
    placeholder: element.placeholder?.text,
    maxLength: element.max_length,
    'data-autofocus': element.focus_on_load ?? undefined,
    onKeyDown: enter,
  }
  if (element.multiline)
    return <textarea className="input" rows={4} {...shared} onChange={({ target }) => change(target.value)} />
  return (
    <input
      className="input"
      type={TYPES[element.type] ?? 'text'}
      inputMode={element.type === 'number_input' ? 'decimal' : undefined}
      {...shared}
      onChange={({ target }) => change(target.value)}
    />
  )
}
