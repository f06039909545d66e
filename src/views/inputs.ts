import type { InputBlock, ModalView, PlainTextElement, PlainTextOption } from '@slack/types'
import type { Day } from '../domain/calendar/day.ts'
import { shorten } from './mrkdwn.ts'

/** What every field of a modal has: the block by whose id its value comes back, and what it asks for. */
type Field = { block: string; label: string; hint?: string; isOptional?: boolean }

/** Slack's limits for labels, hints, the words of an option, and how many options a menu has. */
const longestLabel = 2_000
const longestOption = 75
export const mostOptions = 100

/** A line of text, or several. */
export function textInput(
  field: Field & { most: number; initial?: string; isMultiline?: boolean },
): InputBlock {
  return input(field, {
    type: 'plain_text_input',
    max_length: field.most,
    ...(field.isMultiline === true && { multiline: true }),
    ...(field.initial !== undefined &&
      field.initial !== '' && { initial_value: shorten(field.initial, field.most) }),
  })
}

/** A day of the calendar. */
export function dayInput(field: Field & { initial?: Day }): InputBlock {
  return input(field, {
    type: 'datepicker',
    ...(field.initial !== undefined && { initial_date: field.initial }),
  })
}

/** A time of day, `HH:MM`. */
export function timeInput(field: Field & { initial?: string }): InputBlock {
  return input(field, {
    type: 'timepicker',
    ...(field.initial !== undefined && { initial_time: field.initial }),
  })
}

/** A whole number, from 1 on. */
export function numberInput(field: Field & { initial?: string }): InputBlock {
  const initial = field.initial !== undefined && /^\d{1,9}$/.test(field.initial) ? field.initial : undefined
  return input(field, {
    type: 'number_input',
    is_decimal_allowed: false,
    min_value: '1',
    ...(initial !== undefined && { initial_value: initial }),
  })
}

/** A web address. */
export function linkInput(field: Field & { initial?: string }): InputBlock {
  return input(field, {
    type: 'url_text_input',
    ...(field.initial !== undefined && field.initial !== '' && { initial_value: field.initial }),
  })
}

/** Somebody of the workspace; `initial` is Slack's id of them. */
export function personInput(field: Field & { initial?: string }): InputBlock {
  return input(field, {
    type: 'users_select',
    ...(field.initial !== undefined && { initial_user: field.initial }),
  })
}

/** One of a few; the first hundred, which is all that a menu takes. */
export function choiceInput(
  field: Field & { options: readonly PlainTextOption[]; initial?: string },
): InputBlock {
  const options = field.options.slice(0, mostOptions)
  const initial = options.find(({ value }) => value === field.initial)
  return input(field, {
    type: 'static_select',
    options,
    ...(initial !== undefined && { initial_option: initial }),
  })
}

/** Some of a few; the first hundred, which is all that a menu takes. */
export function choicesInput(
  field: Field & { options: readonly PlainTextOption[]; initial: readonly string[] },
): InputBlock {
  const options = field.options.slice(0, mostOptions)
  const initial = options.filter(({ value }) => value !== undefined && field.initial.includes(value))
  return input(field, {
    type: 'multi_static_select',
    options,
    // Slack takes no empty list of what is chosen.
    ...(initial.length > 0 && { initial_options: initial }),
  })
}

/** What a menu offers; names from outside are no place for emoji, whatever stands between their colons. */
export function option(value: string, text: string): PlainTextOption {
  const line = shorten(text.replaceAll(/\s+/gu, ' ').trim() || '—', longestOption)
  return { value, text: { type: 'plain_text', text: line, emoji: false } }
}

/** The words around a modal. */
export function modalWords(words: {
  title: string
  submit: string
  close: string
}): Pick<ModalView, 'title' | 'submit' | 'close'> {
  return { title: plain(words.title), submit: plain(words.submit), close: plain(words.close) }
}

function input({ block, label, hint, isOptional }: Field, element: InputBlock['element']): InputBlock {
  return {
    type: 'input',
    block_id: block,
    ...(isOptional === true && { optional: true }),
    label: plain(shorten(label, longestLabel)),
    ...(hint !== undefined && { hint: plain(shorten(hint, longestLabel)) }),
    element,
  }
}

function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text }
}
