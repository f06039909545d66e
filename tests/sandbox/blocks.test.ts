import { describe, expect, it } from 'vitest'
import { blockFaults, checkedBlocks, checkedView } from '../../src/sandbox/blocks/check-blocks.ts'
import type { Surface } from '../../src/sandbox/blocks/kinds.ts'

type Json = Record<string, unknown>

const of = (length: number) => 'x'.repeat(length)
const times = (count: number, make: (index: number) => unknown) =>
  Array.from({ length: count }, (_, i) => make(i))
const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const section = (more: Json = {}) => ({ type: 'section', text: mrkdwn('x'), ...more })
const button = (more: Json = {}) => ({ type: 'button', text: plain('x'), ...more })
const actions = (...elements: unknown[]) => ({ type: 'actions', elements })
const option = (text = 'x', value = 'v') => ({ text: plain(text), value })
const options = (count: number) => times(count, (i) => option('x', `v${i}`))
const select = (more: Json) => ({ type: 'static_select', action_id: 'a', ...more })
const input = (element: Json, more: Json = {}) => ({ type: 'input', label: plain('x'), element, ...more })
const context = (count: number) => ({ type: 'context', elements: times(count, () => mrkdwn('x')) })
const table = (rows: number, columns: number) => ({
  type: 'table',
  rows: times(rows, () => times(columns, () => ({ type: 'raw_text', text: 'x' }))),
})

/** What is limited, how to make one of a size, the largest that Slack takes, what it says to one more. */
const limits: [string, (size: number) => unknown[], number, string, Surface?][] = [
  ['blocks of a message', (n) => times(n, () => ({ type: 'divider' })), 50, 'no more than 50 items'],
  ['blocks of a modal', (n) => times(n, () => ({ type: 'divider' })), 100, 'no more than 100 items', 'modal'],
  ['blocks of Home', (n) => times(n, () => ({ type: 'divider' })), 100, 'no more than 100 items', 'home'],
  ['section text', (n) => [section({ text: mrkdwn(of(n)) })], 3000, 'must be less than 3001 characters'],
  ['section fields', (n) => [section({ fields: times(n, () => plain('x')) })], 10, 'no more than 10 items'],
  ['a field', (n) => [section({ fields: [mrkdwn(of(n))] })], 2000, 'must be less than 2001 characters'],
  ['header', (n) => [{ type: 'header', text: plain(of(n)) }], 150, 'must be less than 151 characters'],
  ['button text', (n) => [actions(button({ text: plain(of(n)) }))], 75, 'must be less than 76 characters'],
  ['button value', (n) => [actions(button({ value: of(n) }))], 2000, 'must be less than 2001 characters'],
  ['button url', (n) => [actions(button({ url: `https://a.b/${of(n - 12)}` }))], 3000, 'less than 3001'],
  ['actions', (n) => [actions(...times(n, () => button()))], 25, 'no more than 25 items'],
  ['context', (n) => [context(n)], 10, 'no more than 10 items'],
  ['block_id', (n) => [section({ block_id: of(n) })], 255, 'must be less than 256 characters'],
  ['action_id', (n) => [actions(button({ action_id: of(n) }))], 255, 'must be less than 256 characters'],
  ['options', (n) => [actions(select({ options: options(n) }))], 100, 'no more than 100 items'],
  ['overflow', (n) => [actions({ type: 'overflow', options: options(n) })], 5, 'no more than 5 items'],
  ['checkboxes', (n) => [actions({ type: 'checkboxes', options: options(n) })], 10, 'no more than 10 items'],
  ['option text', (n) => [actions(select({ options: [option(of(n))] }))], 75, 'less than 76 characters'],
  ['option value', (n) => [actions(select({ options: [option('x', of(n))] }))], 150, 'less than 151'],
  ['placeholder', (n) => [actions(select({ options: options(1), placeholder: plain(of(n)) }))], 150, 'less'],
  ['input label', (n) => [input({ type: 'plain_text_input' }, { label: plain(of(n)) })], 2000, 'less than'],
  ['image alt_text', (n) => [{ type: 'image', image_url: 'https://a.b/c', alt_text: of(n) }], 2000, 'less'],
  ['markdown', (n) => [{ type: 'markdown', text: of(n) }], 12_000, 'must be less than 12001 characters'],
  [
    'markdown in all',
    (n) => [
      { type: 'markdown', text: of(n - 9) },
      { type: 'markdown', text: of(9) },
    ],
    12_000,
    'in all',
  ],
  ['table rows', (n) => [table(n, 1)], 100, 'no more than 100 items'],
  ['table columns', (n) => [table(1, n)], 20, 'no more than 20 items'],
  ['tables', (n) => times(n, () => table(1, 1)), 1, 'only one table'],
]

/** What Slack refuses whatever its size, where, and why. */
const refusals: [string, unknown[], string, Surface?][] = [
  ['an unknown type', [{ type: 'paragraph' }], 'unsupported type: paragraph [json-pointer:/blocks/0/type]'],
  ['no object', ['text'], 'must provide an object [json-pointer:/blocks/0]'],
  ['no type', [{}], 'missing required field: type [json-pointer:/blocks/0]'],
  [
    'empty text',
    [section({ text: mrkdwn('') })],
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  ],
  ['an empty section', [{ type: 'section' }], 'missing required field: text or fields'],
  [
    'mrkdwn in a header',
    [{ type: 'header', text: mrkdwn('x') }],
    'must be one of the following values: plain_text',
  ],
  ['mrkdwn on a button', [actions(button({ text: mrkdwn('x') }))], '/blocks/0/elements/0/text/type'],
  ['empty actions', [actions()], 'no less than 1 items'],
  ['a made-up property', [section({ colour: 'red' })], 'invalid additional property: colour'],
  ['a made-up style', [actions(button({ style: 'blue' }))], 'one of the following values: primary, danger'],
  [
    'the same block_id twice',
    [section({ block_id: 'a' }), section({ block_id: 'a' })],
    'block_id a already exists',
  ],
  [
    'the same action_id twice',
    [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
    'action_id a',
  ],
  ['the same value twice', [actions(select({ options: [option(), option('y')] }))], 'unique values'],
  ['a select without options', [actions(select({}))], 'missing required field: options or option_groups'],
  ['a select with both', [actions(select({ options: options(1), option_groups: [] }))], 'only one of'],
  [
    'an image without its alt_text',
    [{ type: 'image', image_url: 'https://a.b/c' }],
    'missing required field: alt_text',
  ],
  ['an image of nothing', [{ type: 'image', alt_text: 'x' }], 'image_url or slack_file'],
  [
    'a date that is none',
    [actions({ type: 'datepicker', initial_date: '2026-13-01' })],
    'must be a valid date',
  ],
  [
    'a text input among actions',
    [actions({ type: 'plain_text_input' })],
    'unsupported type: plain_text_input',
  ],
  ['a button in an input', [input(button())], 'unsupported type: button'],
  ['a number input that tells no decimals', [input({ type: 'number_input' })], 'is_decimal_allowed'],
  [
    'a confirm without its words',
    [actions(button({ confirm: { title: plain('x') } }))],
    'missing required field: text',
  ],
  ['markdown in a modal', [{ type: 'markdown', text: 'x' }], 'unsupported type: markdown', 'modal'],
  ['a table at home', [table(1, 1)], 'unsupported type: table', 'home'],
  ['an alert in a message', [{ type: 'alert', text: plain('x') }], 'unsupported type: alert'],
]

describe('Slack’s limits on blocks', () => {
  for (const [what, make, most, reason, surface = 'message'] of limits)
    it(`${what}: ${most} and no more`, () => {
      expect(blockFaults(make(most), surface)).toEqual([])
      expect(blockFaults(make(most + 1), surface).join('\n')).toContain(reason)
    })

  for (const [what, blocks, reason, surface = 'message'] of refusals)
    it(`refuses ${what}`, () => {
      expect(blockFaults(blocks, surface).join('\n')).toContain(reason)
    })

  it('tells the place as Slack does, the schema first', () => {
    expect(blockFaults([section({ text: mrkdwn(of(3001)) })], 'message')).toEqual([
      'failed to match all allowed schemas [json-pointer:/blocks/0/text]',
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ])
  })

  it('takes every interactive element where it belongs', () => {
    const kinds = ['users', 'conversations', 'channels', 'external'].flatMap((each) => [
      `${each}_select`,
      `multi_${each}_select`,
    ])
    const pickers = ['datepicker', 'timepicker', 'datetimepicker', ...kinds].map((type) => ({ type }))
    const chosen = ['checkboxes', 'radio_buttons', 'overflow', 'static_select', 'multi_static_select']
    const all = [...pickers, ...chosen.map((type) => ({ type, options: options(2) })), button()]
    expect(blockFaults([actions(...all)], 'modal')).toEqual([])
    const inputs = ['plain_text_input', 'email_text_input', 'url_text_input', 'file_input', 'rich_text_input']
    const blocks = [...inputs.map((type) => ({ type })), { type: 'number_input', is_decimal_allowed: true }]
    expect(
      blockFaults(
        blocks.map((element) => input(element)),
        'modal',
      ),
    ).toEqual([])
  })

  it('counts the characters of a whole message', () => {
    const sections = (last: number) => [
      ...times(4, () => section({ text: mrkdwn(of(3000)) })),
      section({ text: mrkdwn(of(last)) }),
    ]
    expect(checkedBlocks(sections(1200), 'message')).toHaveLength(5)
    expect(() => checkedBlocks(sections(1201), 'message')).toThrow('msg_blocks_too_long')
  })

  it('keeps mrkdwn as Slack does', () => {
    const [block] = checkedBlocks([section({ text: mrkdwn('a < b & <@U0LIN>') })], 'message')
    expect(block).toMatchObject({ text: { text: 'a &lt; b &amp; <@U0LIN>' } })
  })

  it('names blocks and elements that bear no id', () => {
    const [first, second] = checkedBlocks([actions(button()), section({ block_id: 'mine' })], 'message')
    expect(first).toMatchObject({
      block_id: expect.stringMatching(/^.{5}$/),
      elements: [{ action_id: expect.any(String) }],
    })
    expect(second?.block_id).toBe('mine')
  })
})

describe('Slack’s limits on views', () => {
  const modal = (more: Json = {}) => ({ type: 'modal', title: plain('x'), blocks: [section()], ...more })
  const sized: [string, (size: number) => Json, number][] = [
    ['title', (n) => modal({ title: plain(of(n)) }), 24],
    ['submit', (n) => modal({ submit: plain(of(n)) }), 24],
    ['close', (n) => modal({ close: plain(of(n)) }), 24],
    ['private_metadata', (n) => modal({ private_metadata: of(n) }), 3000],
    ['callback_id', (n) => modal({ callback_id: of(n) }), 255],
  ]
  for (const [what, make, most] of sized)
    it(`${what}: ${most} and no more`, () => {
      expect(checkedView(make(most), 'modal').type).toBe('modal')
      expect(() => checkedView(make(most + 1), 'modal')).toThrow('invalid_arguments')
    })

  it.each([
    ['a modal without a title', { type: 'modal', blocks: [] }],
    ['an input without a submit', modal({ blocks: [input({ type: 'plain_text_input' })] })],
    ['a Home view as a modal', { type: 'home', title: plain('x'), blocks: [] }],
    ['a view without blocks', { type: 'modal', title: plain('x') }],
  ])('refuses %s', (_, view) => {
    expect(() => checkedView(view, 'modal')).toThrow('invalid_arguments')
  })
})
