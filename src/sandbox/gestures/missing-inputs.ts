import type { StoredView } from '../state/changes.ts'

type Json = Record<string, unknown>

/** Fields that hold what a person entered; which of them is there depends on the element. */
const valueFields = [
  'value',
  'rich_text_value',
  'selected_option',
  'selected_options',
  'selected_user',
  'selected_users',
  'selected_channel',
  'selected_channels',
  'selected_conversation',
  'selected_conversations',
  'selected_date',
  'selected_time',
  'selected_date_time',
  'files',
]

/** What Slack's own client refuses before the app is asked: required inputs left empty, texts too short or long. */
export function missingInputs(view: StoredView): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const block of view.body.blocks) {
    if (block.type !== 'input') continue
    const element = block.element as Json
    const id = String(block.block_id)
    const entered = view.values[id]?.[String(element.action_id)]
    const fault = faultOf(element, entered as Json | undefined, block.optional === true)
    if (fault !== undefined) errors[id] = fault
  }
  return errors
}

function faultOf(element: Json, entered: Json | undefined, optional: boolean): string | undefined {
  const value = valueFields
    .map((field) => entered?.[field])
    .find((each) => each !== undefined && each !== null)
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  if (isEmpty) return optional ? undefined : 'Please complete this required field.'
  if (typeof value !== 'string') return undefined
  const { min_length: least, max_length: most } = element
  if (typeof least === 'number' && value.length < least)
    return `Must be at least ${least} characters (currently ${value.length}).`
  if (typeof most === 'number' && value.length > most)
    return `Must be at most ${most} characters (currently ${value.length}).`
  if (element.type === 'number_input') return numberFault(element, value)
  if (element.type === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value))
    return 'Please enter a valid email address.'
  if (element.type === 'url_text_input' && !URL.canParse(value)) return 'Please enter a valid URL.'
  return undefined
}

function numberFault(element: Json, value: string): string | undefined {
  const number = Number(value)
  if (Number.isNaN(number)) return 'Please enter a valid number.'
  if (element.is_decimal_allowed === false && !Number.isInteger(number)) return 'Please enter a whole number.'
  if (element.min_value !== undefined && number < Number(element.min_value))
    return `Must be at least ${element.min_value}.`
  if (element.max_value !== undefined && number > Number(element.max_value))
    return `Must be at most ${element.max_value}.`
  return undefined
}
