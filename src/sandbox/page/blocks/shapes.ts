import type { Block } from '../../protocol.ts'

/** Block Kit's shapes as far as the page reads them. The server has checked them before they come here. */
export type TextObject = { type: 'plain_text' | 'mrkdwn'; text: string; emoji?: boolean }

export type Option = { text: TextObject; value: string; description?: TextObject; url?: string }

export type OptionGroup = { label: TextObject; options: Option[] }

export type Confirm = {
  title: TextObject
  text: TextObject
  confirm?: TextObject
  deny?: TextObject
  style?: 'primary' | 'danger'
}

/** Anything that may stand in a block: a button, a menu, an input, an image. */
export type Element = {
  type: string
  action_id?: string
  text?: TextObject
  value?: string
  url?: string
  style?: 'primary' | 'danger'
  accessibility_label?: string
  confirm?: Confirm
  placeholder?: TextObject
  options?: Option[]
  option_groups?: OptionGroup[]
  initial_option?: Option
  initial_options?: Option[]
  initial_user?: string
  initial_users?: string[]
  initial_channel?: string
  initial_channels?: string[]
  initial_conversation?: string
  initial_conversations?: string[]
  initial_date?: string
  initial_time?: string
  initial_date_time?: number
  initial_value?: string
  min_query_length?: number
  max_selected_items?: number
  multiline?: boolean
  min_length?: number
  max_length?: number
  is_decimal_allowed?: boolean
  min_value?: string
  max_value?: string
  dispatch_action_config?: { trigger_actions_on?: string[] }
  focus_on_load?: boolean
  filter?: { include?: string[]; exclude_bot_users?: boolean }
  image_url?: string
  alt_text?: string
  positive_button?: { text: TextObject; value: string }
  negative_button?: { text: TextObject; value: string }
}

/** Any block; only the fields of its own `type` are present. */
export type ShownBlock = {
  type: string
  block_id: string
  text?: TextObject
  fields?: TextObject[]
  accessory?: Element
  elements?: (Element | TextObject)[]
  element?: Element
  label?: TextObject
  hint?: TextObject
  optional?: boolean
  dispatch_action?: boolean
  title?: TextObject
  subtitle?: TextObject
  body?: TextObject
  image_url?: string
  alt_text?: string
  level?: string
  actions?: Element[]
  child_blocks?: Block[]
  rows?: TableCell[][]
  caption?: string
}

/** A cell of a `data_table`: a plain value, or a rich text block of its own. */
export type TableCell = { type: string; text?: string; value?: string | number } & Record<string, unknown>

/** The block for reading. One without an id is named by its place, as Slack names it by chance. */
export function shownBlock(block: Block, index: number): ShownBlock {
  return { ...block, block_id: block.block_id ?? `block-${index}` }
}

/** Whether a thing inside a block is text and not an element that can be used. */
export function isText(thing: Element | TextObject): thing is TextObject {
  return thing.type === 'plain_text' || thing.type === 'mrkdwn'
}
