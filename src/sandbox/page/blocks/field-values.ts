import type { Block } from '../../protocol.ts'
import { type Element, isText, shownBlock } from './shapes.ts'

/** What one element holds, in the shape of Slack's payload without its `type`: `{ selected_option }` … */
export type FieldValue = Record<string, unknown>

/** `state.values`: by block id, then by action id. */
export type FieldValues = Record<string, Record<string, FieldValue>>

const INITIAL: Record<string, (element: Element) => FieldValue> = {
  static_select: (element) => ({ selected_option: element.initial_option ?? null }),
  external_select: (element) => ({ selected_option: element.initial_option ?? null }),
  users_select: (element) => ({ selected_user: element.initial_user ?? null }),
  channels_select: (element) => ({ selected_channel: element.initial_channel ?? null }),
  conversations_select: (element) => ({ selected_conversation: element.initial_conversation ?? null }),
  multi_static_select: (element) => ({ selected_options: element.initial_options ?? [] }),
  multi_external_select: (element) => ({ selected_options: element.initial_options ?? [] }),
  multi_users_select: (element) => ({ selected_users: element.initial_users ?? [] }),
  multi_channels_select: (element) => ({ selected_channels: element.initial_channels ?? [] }),
  multi_conversations_select: (element) => ({ selected_conversations: element.initial_conversations ?? [] }),
  datepicker: (element) => ({ selected_date: element.initial_date ?? null }),
  timepicker: (element) => ({ selected_time: element.initial_time ?? null }),
  datetimepicker: (element) => ({ selected_date_time: element.initial_date_time ?? null }),
  checkboxes: (element) => ({ selected_options: element.initial_options ?? [] }),
  radio_buttons: (element) => ({ selected_option: element.initial_option ?? null }),
  plain_text_input: (element) => ({ value: element.initial_value ?? null }),
  email_text_input: (element) => ({ value: element.initial_value ?? null }),
  url_text_input: (element) => ({ value: element.initial_value ?? null }),
  number_input: (element) => ({ value: element.initial_value ?? null }),
}

/** What an element holds before anybody touches it; null for those that hold nothing, such as buttons. */
export function initialValue(element: Element): FieldValue | null {
  return INITIAL[element.type]?.(element) ?? null
}

/** Every element that holds something, with the block it stands in. */
export function fieldsOf(blocks: readonly Block[]): { blockId: string; element: Element }[] {
  return blocks.flatMap((raw, index) => {
    const block = shownBlock(raw, index)
    const inside = [
      block.element,
      block.accessory,
      ...(block.type === 'actions' ? (block.elements ?? []) : []),
    ]
    return inside
      .filter((thing): thing is Element => thing !== undefined && !isText(thing))
      .filter((element) => initialValue(element) !== null)
      .map((element) => ({ blockId: block.block_id, element }))
  })
}

/** The state that Slack sends: what was touched, and the initial values of the rest. */
export function stateOf(blocks: readonly Block[], touched: FieldValues): FieldValues {
  const state: FieldValues = {}
  for (const { blockId, element } of fieldsOf(blocks)) {
    const actionId = element.action_id ?? ''
    const value = touched[blockId]?.[actionId] ?? initialValue(element) ?? {}
    state[blockId] = { ...state[blockId], [actionId]: { ...value, type: element.type } }
  }
  return state
}
