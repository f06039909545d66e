// /standard proposals
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { isSecretariat } from '../../src/domain/member/rules.ts'
import { proposalList } from '../../src/views/proposal-list.ts'

export const standardProposals = slashCommand({
  command: '/standard',
  verb: 'proposals',
  otherVerbs: ['提议', '待审'],
  summary: 'help.standard-proposals',
  usage: ['/standard proposals'],
  chineseUsage: ['/standard 待审'],
  who: 'chair-or-secretariat',
  parse: () => ({}),
  async run(app, caller) {
    const { zone, language, roles } = caller
    const decides = isSecretariat(roles)
    return ephemeral(proposalList(await app.recordings.proposals(), zone, language, { decides }))
  },
})
