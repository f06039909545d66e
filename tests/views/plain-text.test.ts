import { expect, test } from 'vitest'
import { plainText } from '../../src/views/plain-text.ts'

const names = new Map([
  ['C1', '#wg8'],
  ['U1', '示例清荷'],
])
const section = (text: string) =>
  plainText({ blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] }, names)

test.each([
  ['*bold* and _slanted_', 'bold and slanted'],
  ['`/wg *x*` as typed', '`/wg *x*` as typed'],
  ['<https://example.org/a|GB/T 1>', 'GB/T 1 (https://example.org/a)'],
  ['<!date^1700000000^{date}|14 Nov 2023>', '14 Nov 2023'],
  ['<#C1> <@U1> <#C2> <@U2|somebody>', '#wg8 示例清荷 C2 somebody'],
  ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
  ['2*3*4 a_b_c', '2*3*4 a_b_c'],
])('%j reads %j', (marked, plain) => {
  expect(section(marked)).toBe(plain)
})

test('Facts stand behind their labels, further lines below, buttons in brackets', () => {
  const button = { type: 'button', text: { type: 'plain_text', text: 'Open' }, action_id: 'x' } as const
  const text = plainText({
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: 'Title' } },
      {
        type: 'section',
        fields: [{ type: 'mrkdwn', text: '*Stage*\nPublished (60)\nsince 2019' }],
        accessory: button,
      },
      { type: 'divider' },
      { type: 'actions', elements: [button, button] },
      { type: 'context', elements: [{ type: 'mrkdwn', text: '_small_ print' }] },
    ],
  })
  expect(text).toBe('Title\nStage: Published (60)\n  since 2019\n[Open]\n[Open] [Open]\nsmall print')
})
