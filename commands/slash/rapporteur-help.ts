// /rapporteur help
import { type SlashCommand, slashCommand } from '../../src/contract/command.ts'
import { route } from '../../src/contract/dispatch.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { helpFor, helpOverview } from '../../src/views/help-message.ts'

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
    summary: 'help.rapporteur',
    usage: ['/rapporteur help', '/rapporteur help wg schedule'],
    who: 'anyone',
    parse: (text) => ({ about: text.replace(/^(help|帮助|\?)\s*/iu, '') }),
    async run(_app, caller, { about }) {
      const [name = '', ...rest] = about.split(/\s+/u)
      const found =
        about === ''
          ? undefined
          : (route(list(), `/${name.replace(/^\//, '')}`, rest.join(' ')) ?? own(about))
      return ephemeral(
        found === undefined
          ? helpOverview(list(), caller.language)
          : helpFor(found.handler, caller.language, list()),
      )
    },
  })
}
