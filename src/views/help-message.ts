import type { SlashCommand } from '../contract/command.ts'
import type { Message } from '../contract/reply.ts'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { context, lines, section } from './blocks.ts'

type Described = Pick<SlashCommand, 'command' | 'verb' | 'summary' | 'usage' | 'chineseUsage' | 'who'>

/** Everything that can be typed, from the one table. */
export function helpOverview(commands: readonly Described[], language: Language): Message {
  const say = texts(language)
  // What anyone may use is most of it, and not said each time.
  const whoMay = ({ who }: Described) => (who === 'anyone' ? '' : ` _${say(`who.${who}`)}_`)
  return {
    text: say('help.title'),
    blocks: [
      section(`*${say('help.title')}*`),
      ...[...new Set(commands.map(({ command }) => command))].flatMap((name) =>
        lines(
          '',
          commands
            .filter(({ command }) => command === name)
            .map(
              (command) =>
                `*${nameOf(command)}*  ${say(command.summary)}${whoMay(command)}\n${examples(command, language)}`,
            ),
        ),
      ),
      context(say('help.more')),
    ],
  }
}

/** One command: what it does, calls that work, and who may. */
export function helpFor(command: Described, language: Language): Message {
  const say = texts(language)
  const name = nameOf(command)
  return {
    text: `${name}: ${say(command.summary)}`,
    blocks: [
      section(`*${name}*\n${say(command.summary)}`),
      ...lines(
        `*${say('help.examples')}*`,
        // In Chinese the English calls stand below: they are what others write, and what Slack hints at.
        [...new Set([...usageIn(command, language), ...command.usage])].map((usage) => `\`${usage}\``),
      ),
      context(say(`who.${command.who}`)),
    ],
  }
}

function nameOf({ command, verb }: Described): string {
  return verb === undefined ? command : `${command} ${verb}`
}

function examples(command: Described, language: Language): string {
  return usageIn(command, language)
    .map((example) => `\`${example}\``)
    .join('  ')
}

function usageIn({ usage, chineseUsage = usage }: Described, language: Language): readonly string[] {
  return language === 'zh-CN' ? chineseUsage : usage
}
