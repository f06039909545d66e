// /standard history GB/T 43697
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { historyMessage } from '../../src/views/history-message.ts'
import { historyOf } from './history-of.ts'
import { standardMeant } from './standard-meant.ts'

export const standardHistory = slashCommand({
  command: '/standard',
  verb: 'history',
  otherVerbs: ['历史', '进展'],
  summary: 'help.standard-history',
  usage: ['/standard history GB/T 43697'],
  chineseUsage: ['/standard 历史 GB/T 43697'],
  who: 'anyone',
  parse(text) {
    if (text === '') throw new UserError('standard.ask-for-name')
    return { query: text }
  },
  async run(app, caller, { query }) {
    const { id } = await standardMeant(app, query)
    return ephemeral(historyMessage(await historyOf(app, id), caller.zone, caller.language))
  },
})
