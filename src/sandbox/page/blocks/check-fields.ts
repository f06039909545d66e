import type { Block } from '../../protocol.ts'
import type { Words } from '../text/words.ts'
import type { FieldValue, FieldValues } from './field-values.ts'
import { type Element, shownBlock } from './shapes.ts'

/** What Slack's own clients refuse before a modal is sent, by block id, in the page's words. */
export function checkFields(
  blocks: readonly Block[],
  state: FieldValues,
  words: Words,
): Record<string, string> {
  const faults: Record<string, string> = {}
  blocks.forEach((raw, index) => {
    const block = shownBlock(raw, index)
    if (block.type !== 'input' || !block.element) return
    const value = state[block.block_id]?.[block.element.action_id ?? '']
    if (!value) return
    const fault = isEmpty(value)
      ? block.optional
        ? null
        : words('field.required')
      : checkText(block.element, value, words)
    if (fault) faults[block.block_id] = fault
  })
  return faults
}

function isEmpty(value: FieldValue): boolean {
  return Object.entries(value).every(
    ([key, held]) =>
      key === 'type' ||
      held === null ||
      (typeof held === 'string' && held.trim() === '') ||
      (Array.isArray(held) && held.length === 0),
  )
}

function checkText(element: Element, value: FieldValue, words: Words): string | null {
  if (typeof value.value !== 'string') return null
  const text = value.value.trim()
  if (element.type === 'email_text_input')
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? null : words('field.email')
  if (element.type === 'url_text_input') return isAddress(text) ? null : words('field.url')
  if (element.type === 'number_input') return checkNumber(element, text, words)
  if (element.min_length !== undefined && value.value.length < element.min_length)
    return words('field.tooShort', { count: element.min_length })
  return null
}

function checkNumber(element: Element, text: string, words: Words): string | null {
  const number = Number(text)
  if (!Number.isFinite(number)) return words('field.number')
  if (!element.is_decimal_allowed && !Number.isInteger(number)) return words('field.wholeNumber')
  if (element.min_value !== undefined && number < Number(element.min_value))
    return words('field.tooSmall', { least: element.min_value })
  if (element.max_value !== undefined && number > Number(element.max_value))
    return words('field.tooLarge', { most: element.max_value })
  return null
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^[a-z][a-z0-9+.-]*:/i.test(text)
}
