import { describe, expect, it } from 'vitest'
import { checkFields } from '../../../src/sandbox/page/blocks/check-fields.ts'
import { stateOf } from '../../../src/sandbox/page/blocks/field-values.ts'
import { shiftDay, shiftMonth, weeksOf } from '../../../src/sandbox/page/elements/month.ts'
import { localMinute, secondsOfLocal } from '../../../src/sandbox/page/text/local-minute.ts'
import { wordsFor } from '../../../src/sandbox/page/text/words.ts'

const input = (id: string, element: Record<string, unknown>, more = {}) => ({
  type: 'input',
  block_id: id,
  element: { action_id: 'a', ...element },
  ...more,
})
const option = { text: { type: 'plain_text', text: 'One' }, value: '1' }

it('sends initial values, what was touched, and empty ones, as Slack does', () => {
  const blocks = [
    input('text', { type: 'plain_text_input', initial_value: 'x' }),
    input('none', { type: 'plain_text_input' }),
    input('many', { type: 'multi_users_select' }),
    {
      type: 'actions',
      block_id: 'row',
      elements: [
        { type: 'button', action_id: 'b' },
        { type: 'overflow', action_id: 'o', options: [option] },
        { type: 'datepicker', action_id: 'd', initial_date: '2026-12-01' },
      ],
    },
    {
      type: 'section',
      block_id: 'side',
      accessory: { type: 'radio_buttons', action_id: 'r', initial_option: option },
    },
  ]
  expect(stateOf(blocks, { text: { a: { value: 'typed' } }, gone: { a: { value: '' } } })).toEqual({
    text: { a: { type: 'plain_text_input', value: 'typed' } },
    none: { a: { type: 'plain_text_input', value: null } },
    many: { a: { type: 'multi_users_select', selected_users: [] } },
    row: { d: { type: 'datepicker', selected_date: '2026-12-01' } },
    side: { r: { type: 'radio_buttons', selected_option: option } },
  })
})

describe('checkFields', () => {
  it.each([
    [{ type: 'plain_text_input' }, { value: null }, 'Please fill in this field.'],
    [{ type: 'plain_text_input' }, { value: '  ' }, 'Please fill in this field.'],
    [{ type: 'plain_text_input', min_length: 3 }, { value: 'ab' }, 'At least 3 characters.'],
    [{ type: 'multi_users_select' }, { selected_users: [] }, 'Please fill in this field.'],
    [{ type: 'datepicker' }, { selected_date: '2026-12-01' }, undefined],
    [{ type: 'email_text_input' }, { value: 'a@b' }, 'This is not an e-mail address.'],
    [{ type: 'email_text_input' }, { value: 'a@b.org' }, undefined],
    [{ type: 'url_text_input' }, { value: 'iso.org' }, 'This is not a web address.'],
    [{ type: 'url_text_input' }, { value: 'https://iso.org' }, undefined],
    [{ type: 'number_input' }, { value: '1.5' }, 'This has to be a whole number.'],
    [{ type: 'number_input', is_decimal_allowed: true }, { value: '1.5' }, undefined],
    [{ type: 'number_input', min_value: '3' }, { value: '2' }, 'At least 3.'],
    [{ type: 'number_input', max_value: '3' }, { value: '4' }, 'At most 3.'],
    [{ type: 'number_input' }, { value: 'many' }, 'This is not a number.'],
  ])('%j holding %j', (element, value, fault) => {
    const faults = checkFields([input('f', element)], { f: { a: value } }, wordsFor('en'))
    expect(faults.f).toBe(fault)
  })

  it('lets an optional field be empty, and still looks at what is in it', () => {
    const blocks = [input('f', { type: 'email_text_input' }, { optional: true })]
    expect(checkFields(blocks, { f: { a: { value: null } } }, wordsFor('en'))).toEqual({})
    expect(checkFields(blocks, { f: { a: { value: 'x' } } }, wordsFor('en'))).toHaveProperty('f')
  })
})

it('counts days and months over their ends', () => {
  expect(shiftDay('2026-02-28', 1)).toBe('2026-03-01')
  expect(shiftDay('2026-01-01', -1)).toBe('2025-12-31')
  expect(shiftMonth('2026-01-31', 1)).toBe('2026-02-28')
  expect(shiftMonth('2026-01-15', -1)).toBe('2025-12-15')
  expect(weeksOf('2026-11-23').map((week) => week[0])).toEqual([
    '2026-10-26',
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
    '2026-11-30',
  ])
})

it.each([
  ['Asia/Shanghai', '2026-12-05T00:30', '2026-12-04T16:30:00Z'],
  ['Europe/Berlin', '2026-12-04T17:30', '2026-12-04T16:30:00Z'],
  ['Europe/Berlin', '2026-03-29T03:30', '2026-03-29T01:30:00Z'],
  ['Europe/Berlin', '2026-03-29T01:30', '2026-03-29T00:30:00Z'],
  ['America/New_York', '2026-11-01T12:00', '2026-11-01T17:00:00Z'],
])('reads the clock of %s at %s', (zone, local, instant) => {
  const seconds = Date.parse(instant) / 1000
  expect(secondsOfLocal(local, zone)).toBe(seconds)
  expect(localMinute(seconds, zone)).toBe(local)
})
