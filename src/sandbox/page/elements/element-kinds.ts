import type { ComponentType } from 'react'
import type { FieldValue } from '../blocks/field-values.ts'
import type { Element } from '../blocks/shapes.ts'
import { ButtonElement } from './button-element.tsx'
import { Checkboxes } from './checkboxes.tsx'
import { DatePicker } from './date-picker.tsx'
import { DateTimePicker } from './date-time-picker.tsx'
import { FeedbackButtons } from './feedback-buttons.tsx'
import { ImageElement } from './image-element.tsx'
import { OverflowMenu } from './overflow-menu.tsx'
import { RadioButtons } from './radio-buttons.tsx'
import { SelectMenu } from './select-menu.tsx'
import { TextInput } from './text-input.tsx'
import { TimePicker } from './time-picker.tsx'

/** How an element is tied to the label, hint and error of its input block. */
export type FieldMarks = {
  id: string
  labelledBy: string
  describedBy: string | undefined
  wrong: boolean
  /** Whether the bot is told of each change: the block's `dispatch_action`. */
  tells: boolean
}

export type ElementProps = {
  blockId: string
  element: Element
  field: FieldMarks | undefined
  value: FieldValue
  sending: boolean
  /** The person has decided. */
  choose: (value: FieldValue) => void
  /** The person is still at it: keep what is there and tell nobody. */
  keep: (value: FieldValue) => void
}

/** Which component draws which type of element. */
export const elementKinds: Readonly<Record<string, ComponentType<ElementProps>>> = {
  button: ButtonElement,
  workflow_button: ButtonElement,
  icon_button: ButtonElement,
  feedback_buttons: FeedbackButtons,
  overflow: OverflowMenu,
  image: ImageElement,
  static_select: SelectMenu,
  external_select: SelectMenu,
  users_select: SelectMenu,
  channels_select: SelectMenu,
  conversations_select: SelectMenu,
  multi_static_select: SelectMenu,
  multi_external_select: SelectMenu,
  multi_users_select: SelectMenu,
  multi_channels_select: SelectMenu,
  multi_conversations_select: SelectMenu,
  datepicker: DatePicker,
  timepicker: TimePicker,
  datetimepicker: DateTimePicker,
  checkboxes: Checkboxes,
  radio_buttons: RadioButtons,
  plain_text_input: TextInput,
  email_text_input: TextInput,
  url_text_input: TextInput,
  number_input: TextInput,
}
