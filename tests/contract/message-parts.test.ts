import { expect, test } from 'vitest'
import { type MessagePart, messageParts, withoutMarks } from '../../src/contract/message-parts.ts'

const inWords = (part: MessagePart) =>
  part.kind === 'words' ? part.text : `{${part.kind} ${part.id} ${part.label ?? '—'}}`
const read = (text: string) => messageParts(text).map(inWords).join('')

test.each([
  ['', ''],
  ['plain', 'plain'],
  ['<@U1> and <@W2|ann>', '{person U1 —} and {person W2 ann}'],
  ['<#C1|wg8> <#C2|> <#G3>', '{channel C1 wg8} {channel C2 —} {channel G3 —}'],
  ['<!subteam^S1|@wg8-all> <!subteam^S2>', '{people S1 @wg8-all} {people S2 —}'],
  ['<!here> <!channel|channel> <!everyone>x', '  x'],
  ['by <!date^1392734382^{date_num}^https://example.org/|18 Feb 2014>', 'by 18 Feb 2014'],
  ['<https://example.org/a?b=1&amp;c=2>', 'https://example.org/a?b=1&c=2'],
  ['<https://example.org|example.org>', 'https://example.org'],
  ['<https://example.org/x|R&amp;D &lt;1&gt;>', 'R&D <1> (https://example.org/x)'],
  ['<mailto:a@example.org|a@example.org> <tel:+8610|+86 10>', 'a@example.org +86 10'],
  ['<mailto:a@example.org>', 'a@example.org'],
  // What was typed is escaped, once and not twice.
  ['&lt;@U1&gt; &amp;lt; a &lt; b', '<@U1> &lt; a < b'],
  ['a < b', 'a < b'],
  ['<>', ''],
])('%j reads %j', (text, words) => {
  expect(read(text)).toBe(words)
})

test.each([
  ['*bold* _it_ ~no~ `code` ```more```', 'bold it no code more'],
  ['_*both*_, *so*.', 'both, so.'],
  ['2 * 3 * 4 and a_b_c', '2 * 3 * 4 and a_b_c'],
  ['> quoted\n• first\n\nsecond', 'quoted first second'],
  ['done :smile: :+1::skin-tone-2: at 10:30:00', 'done at 10:30:00'],
  [':white_check_mark:', ''],
])('%j without marks is %j', (text, words) => {
  expect(withoutMarks(text)).toBe(words)
})
