// /rapporteur help
import { type SlashCommand, slashCommand } from '../../src/contract/command.ts'
import { asksForHelp, route } from '../../src/contract/dispatch.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { helpFor, helpOverview } from '../../src/views/help-message.ts'
import { daysFirst } from './day-range-words.ts'
import { unknownWord } from './unknown-word.ts'

/** Help is made from the list it stands on, which is therefore asked for when it is needed. */
export function rapporteurHelp(list: () => readonly SlashCommand[]): SlashCommand {
  /** A verb of this command itself, without the command before it: `help calendar`. */
  const own = (about: string) => {
    const found = route(list(), '/rapporteur', about)
    return found?.handler.verb === undefined ? undefined : found
  }
  return slashCommand({
    command: '/rapporteur',
    alsoCalled: ['help', '帮助', '幫助'],
    // `从周一起请假3天`: what is said of days stands behind them.
    named: daysFirst,
    summary: 'help.rapporteur',
    usage: ['/rapporteur help', '/rapporteur help wg schedule'],
    who: 'anyone',
    parse(text) {
      const [, first = '', behind = ''] = /^(帮助|幫助|\S*)\s*([\s\S]*)$/u.exec(text) ?? []
      return asksForHelp(first) ? { about: behind, isAsked: true } : { about: text, isAsked: false }
    },
    async run(_app, caller, { about, isAsked }) {
      const [name = '', ...rest] = about.split(/\s+/u)
      const found =
        about === ''
          ? undefined
          : (route(list(), `/${name.replace(/^\//, '')}`, rest.join(' ')) ?? own(about))
      // Whoever did not ask for help wanted something done, and must not think that it was.
      if (found === undefined && about !== '' && !isAsked)
        throw unknownWord(
          about,
          list().filter(({ command }) => command === '/rapporteur'),
          caller.language,
        )
      return ephemeral(
        found === undefined
          ? helpOverview(list(), caller.language)
          : helpFor(found.handler, caller.language, list()),
      )
    },
  })
}
