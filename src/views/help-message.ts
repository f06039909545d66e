import type { SlashCommand } from '../contract/command.ts'
import type { Message } from '../contract/reply.ts'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { context, lines, section } from './blocks.ts'

type Described = Pick<
  SlashCommand,
  'command' | 'verb' | 'otherVerbs' | 'summary' | 'usage' | 'chineseUsage' | 'who'
>

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

/** One command: what it does, calls that work, and who may; for a command's default also what `verbs` it has. */
export function helpFor(
  command: Described,
  language: Language,
  commands: readonly Described[] = [],
): Message {
  const say = texts(language)
  const verbs = verbsBeside(command, commands, language)
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
      ...(verbs.length === 0 ? [] : lines(`*${say('help.verbs')}*`, verbs)),
      context(say(`who.${command.who}`)),
    ],
  }
}

/** More words for one verb nobody reads. */
const mostSpellings = 5

/** Every verb of a command, in the words that its reader types, with what it does. */
function verbsBeside(command: Described, commands: readonly Described[], language: Language): string[] {
  const say = texts(language)
  if (command.verb !== undefined) return []
  return commands
    .filter((one) => one.command === command.command && one.verb !== undefined)
    .map((one) => {
      const words = [one.verb ?? '', ...(one.otherVerbs ?? [])]
      const own = words.filter((word) => /\p{Script=Han}/u.test(word) === (language === 'zh-CN'))
      const spelled = (own.length === 0 ? words : own).slice(0, mostSpellings)
      const [first, ...others] = spelled.map((word) => `\`${word}\``)
      return `• ${[first, ...others].join(say('list.comma'))}  ${say(one.summary)}`
    })
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
