import { describe, expect, test } from 'vitest'
import { slashCommands } from '../../commands/index.ts'
import { commandNamed, plainWords, questionIn } from '../../src/contract/spoken.ts'

describe('of a message that names the bot, what is asked', () => {
  test.each([
    ['<@U0BOT> GB/T 43697', 'GB/T 43697'],
    ['<@U0BOT|rapporteur>: GB/T 43697?', 'GB/T 43697?'],
    ['大家好，<@U0BOT>，请查 数据分类分级', '请查 数据分类分级'],
    ['hello <@U0BOT> assignments <@U0JASMINE>', 'assignments <@U0JASMINE>'],
    ['<@U0BOT> <@U0BOT> help', 'help'],
    ['<@U0BOT> R&amp;D &lt;b&gt;', 'R&D <b>'],
    [
      '<@U0BOT> <https://www.iso.org/standard/88134.html|this one>',
      'https://www.iso.org/standard/88134.html',
    ],
    ['<@U0BOT>\n*GB/T 43697*\nplease', '*GB/T 43697*\nplease'],
    // What stands before its name is a question where it names a text or a link.
    ['Where is GB/T 43697, <@U0BOT>?', 'Where is GB/T 43697,'],
    ['<https://www.iso.org/standard/88134.html> <@U0BOT>', 'https://www.iso.org/standard/88134.html'],
  ])('%j → %j', (text, asked) => {
    expect(questionIn(text, 'U0BOT')).toBe(asked)
  })

  test.each(['<@U0BOT>', '  <@U0BOT> !', 'thanks <@U0BOT>!', '谢谢 <@U0BOT>', '<@U0BOT> ？', ''])(
    'is nothing in %j',
    (text) => {
      expect(questionIn(text, 'U0BOT')).toBe('')
    },
  )
})

test.each([
  ['GB/T 43697', undefined, 'GB/T 43697'],
  ['thanks', 'U0BOT', 'thanks'],
  ['<@U0BOT> GB/T 43697', 'U0BOT', 'GB/T 43697'],
  ['a.*b', '.*', 'a.*b'],
])('in person, the whole of %j is asked', (text, bot, asked) => {
  expect(questionIn(text, bot)).toBe(asked)
})

test('plain words keep people and channels marked', () => {
  expect(
    plainWords('<@U1|a> in <#C1|b>, <!here>, <!subteam^S1|@wg8>, <mailto:a@b.example|a@b.example>'),
  ).toBe('<@U1|a> in <#C1|b>, , @wg8, a@b.example')
})

test.each([
  ['standard GB/T 43697', '/standard', 'GB/T 43697'],
  ['Standard', '/standard', ''],
  ['assignments WG8 overdue', '/assignments', 'WG8 overdue'],
  ['任务 WG8', '/assignments', 'WG8'],
  ['/assignments me', '/assignments', 'me'],
  ['wg: WG8', '/wg', 'WG8'],
  ['工作组', '/wg', ''],
  ['wg schedule reminder Mon 09:00', '/wg', 'schedule reminder Mon 09:00'],
  ['help wg schedule', '/rapporteur', 'help wg schedule'],
  ['帮助', '/rapporteur', '帮助'],
  ['rapporteur help', '/rapporteur', 'help'],
])('the first word of %j names %s', (question, command, text) => {
  expect(commandNamed(slashCommands, question)).toEqual({ command, text })
})

test.each(['GB/T 43697', '数据分类分级', 'WG8', 'standards for AI', '标准化工作导则', ''])(
  'the first word of %j names no command',
  (question) => {
    expect(commandNamed(slashCommands, question)).toBeUndefined()
  },
)

test('no two commands are called by one word', () => {
  const defaults = slashCommands.filter(({ verb }) => verb === undefined)
  const words = defaults.flatMap(({ command, alsoCalled = [] }) => [command.slice(1), ...alsoCalled])
  expect(new Set(words).size).toBe(words.length)
  for (const word of words) expect(word).toBe(word.toLowerCase())
})
