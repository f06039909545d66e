import { expect, test } from 'vitest'
import { filledIn, type ViewValues } from '../../src/slack/filled-in.ts'

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value })

test.each<[string, object, unknown]>([
  ['plain_text_input', { value: 'why not\nthen' }, 'why not\nthen'],
  ['plain_text_input left empty', { value: null }, undefined],
  ['plain_text_input emptied', { value: '' }, ''],
  ['number_input', { value: '9' }, '9'],
  ['email_text_input', { value: 'a@example.org' }, 'a@example.org'],
  ['static_select', { selected_option: option('WG8') }, 'WG8'],
  ['static_select left alone', { selected_option: null }, undefined],
  ['radio_buttons', { selected_option: option('yes') }, 'yes'],
  ['multi_static_select', { selected_options: [option('WG8'), option('WG9')] }, ['WG8', 'WG9']],
  ['checkboxes', { selected_options: [option('late')] }, ['late']],
  ['checkboxes left alone', { selected_options: [] }, []],
  ['datepicker', { selected_date: '2026-11-30' }, '2026-11-30'],
  ['datepicker left alone', { selected_date: null }, undefined],
  ['timepicker', { selected_time: '09:00' }, '09:00'],
  ['datetimepicker', { selected_date_time: 1795000000 }, '1795000000'],
  ['users_select', { selected_user: 'U1' }, 'U1'],
  ['multi_users_select', { selected_users: ['U1', 'U2'] }, ['U1', 'U2']],
  ['channels_select', { selected_channel: 'C1' }, 'C1'],
  ['multi_channels_select', { selected_channels: ['C1'] }, ['C1']],
  ['conversations_select', { selected_conversation: 'D1' }, 'D1'],
  ['multi_conversations_select', { selected_conversations: ['D1'] }, ['D1']],
  ['an element that there was not yet', { selected_planet: 'Mars' }, undefined],
])('%s', (_type, element, expected) => {
  const values: ViewValues = { block: { anything: element } }
  expect(filledIn(values)).toEqual({ block: expected })
})

test('every block is known by its id; one without an element holds nothing', () => {
  const values: ViewValues = {
    why: { a: { value: 'x' } },
    on: { b: { selected_date: '2026-11-30' } },
    none: {},
  }
  expect(filledIn(values)).toEqual({ why: 'x', on: '2026-11-30', none: undefined })
  expect(filledIn({})).toEqual({})
})
