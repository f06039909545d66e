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

const words = {
  en: {
    required: () => 'Please complete this required field.',
    short: (least: unknown) => `Please enter at least ${least} characters.`,
    long: (most: unknown) => `Please enter at most ${most} characters.`,
    number: () => 'Please enter a valid number.',
    whole: () => 'Please enter a whole number.',
    low: (least: unknown) => `Please enter a number of at least ${least}.`,
    high: (most: unknown) => `Please enter a number of at most ${most}.`,
    email: () => 'Please enter a valid email address.',
    url: () => 'Please enter a valid URL.',
  },
  zh: {
    required: () => '请填写此必填字段。',
    short: (least: unknown) => `请至少输入 ${least} 个字符。`,
    long: (most: unknown) => `请最多输入 ${most} 个字符。`,
    number: () => '请输入有效的数字。',
    whole: () => '请输入整数。',
    low: (least: unknown) => `请输入不小于 ${least} 的数字。`,
    high: (most: unknown) => `请输入不大于 ${most} 的数字。`,
    email: () => '请输入有效的电子邮件地址。',
    url: () => '请输入有效的网址。',
  },
}

type Fault = [keyof typeof words.en, limit?: unknown]

/**
 * What Slack's own client refuses before the app is asked, by block id and in the person's language:
 * required inputs left empty, texts too short or long, numbers out of bounds.
 */
export function missingInputs(view: StoredView, locale: string): Record<string, string> {
  const say = words[locale.startsWith('zh') ? 'zh' : 'en']
  const errors: Record<string, string> = {}
  for (const block of view.body.blocks) {
    if (block.type !== 'input') continue
    const element = block.element as Json
    const id = String(block.block_id)
    const entered = view.values[id]?.[String(element.action_id)] as Json | undefined
    const fault = faultOf(element, entered, block.optional === true)
    if (fault !== undefined) errors[id] = say[fault[0]](fault[1])
  }
  return errors
}

function faultOf(element: Json, entered: Json | undefined, optional: boolean): Fault | undefined {
  const value = valueFields
    .map((field) => entered?.[field])
    .find((each) => each !== undefined && each !== null)
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  if (isEmpty) return optional ? undefined : ['required']
  if (typeof value !== 'string') return undefined
  const { min_length: least, max_length: most, type } = element
  if (typeof least === 'number' && value.length < least) return ['short', least]
  if (typeof most === 'number' && value.length > most) return ['long', most]
  if (type === 'number_input') return numberFault(element, value)
  if (type === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return ['email']
  if (type === 'url_text_input' && !URL.canParse(value)) return ['url']
  return undefined
}

function numberFault(element: Json, value: string): Fault | undefined {
  const number = Number(value)
  const { min_value: least, max_value: most } = element
  if (value.trim() === '' || Number.isNaN(number)) return ['number']
  if (element.is_decimal_allowed === false && !Number.isInteger(number)) return ['whole']
  if (least !== undefined && number < Number(least)) return ['low', least]
  if (most !== undefined && number > Number(most)) return ['high', most]
  return undefined
}
