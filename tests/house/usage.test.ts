import { describe, expect, it } from 'vitest'
import { slashCommands } from '../../commands/index.ts'
import type { SlashCommand } from '../../src/contract/command.ts'
import { asksForHelp, longestCommandText, route } from '../../src/contract/dispatch.ts'

/** What is typed in Slack's composer: the command, and the text behind it. */
function typed(line: string): { command: string; text: string } {
  const [command = '', ...words] = line.split(' ')
  return { command, text: words.join(' ') }
}

/** Every usage line, and the same with each other verb in the place of the first. */
const lines = slashCommands.flatMap((handler) =>
  handler.usage.flatMap((usage) =>
    [handler.verb, ...(handler.otherVerbs ?? [])].map((verb): [string, SlashCommand] => [
      verb === undefined
        ? usage
        : usage.replace(`${handler.command} ${handler.verb}`, `${handler.command} ${verb}`),
      handler,
    ]),
  ),
)

/** As a Chinese reader is shown them. */
const chineseLines = slashCommands.flatMap((handler) =>
  (handler.chineseUsage ?? []).map((usage): [string, SlashCommand] => [usage, handler]),
)

it.each([...lines, ...chineseLines])('%s goes to its own handler, which can read it', (line, handler) => {
  const { command, text } = typed(line)
  const found = route(slashCommands, command, text)
  expect(found?.handler).toBe(handler)
  expect(() => handler.check(found?.text ?? '')).not.toThrow()
  expect(line.length).toBeLessThan(longestCommandText)
})

describe.each(slashCommands.map((handler) => [handler.usage[0] ?? '', handler] as const))(
  '%s',
  (_line, handler) => {
    const { command, verb, otherVerbs, usage, chineseUsage } = handler

    it('has usage lines of its own, each once', () => {
      expect(usage.length).toBeGreaterThan(0)
      expect(new Set(usage).size).toBe(usage.length)
      const start = verb === undefined ? command : `${command} ${verb}`
      for (const line of usage) expect(`${line} `.startsWith(`${start} `)).toBe(true)
    })

    it('is shown in Chinese with a Chinese verb where it has a verb', () => {
      if (verb === undefined) return
      const verbs = otherVerbs?.filter((word) => /\p{Script=Han}/u.test(word)) ?? []
      expect(chineseUsage?.length).toBeGreaterThan(0)
      for (const line of chineseUsage ?? [])
        expect(verbs.some((word) => `${line} `.startsWith(`${command} ${word} `))).toBe(true)
    })

    it('speaks Chinese where it has a verb', () => {
      if (verb !== undefined) expect(otherVerbs?.some((word) => /\p{Script=Han}/u.test(word))).toBe(true)
    })

    it('shows no usage that is taken for a call for help, unless help is what it gives', () => {
      const taken = usage.filter((line) => {
        const { command, text } = typed(line)
        return asksForHelp(route(slashCommands, command, text)?.text ?? '')
      })
      if (command !== '/rapporteur') expect(taken).toEqual([])
    })
  },
)

it('has one default for every command, so that a wrong verb is still answered', () => {
  const commands = new Set(slashCommands.map(({ command }) => command))
  for (const command of commands)
    expect(slashCommands.filter((one) => one.command === command && one.verb === undefined)).toHaveLength(1)
})
