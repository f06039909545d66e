// /assignments history a7
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { assignmentHistoryAnswer } from './assignment-history-answer.ts'
import { assignmentNeeded } from './assignment-meant.ts'
import { parseNamed } from './assignment-words.ts'

export const assignmentsHistory = slashCommand({
  command: '/assignments',
  verb: 'history',
  otherVerbs: ['log', '历史', '历史记录', '记录', '变更', '变更记录'],
  summary: 'help.assignments-history',
  usage: ['/assignments history a7'],
  chineseUsage: ['/assignments 历史 a7'],
  who: 'anyone',
  parse: (text) => parseNamed(text).name,
  async run(app, caller, name) {
    const assignment = await assignmentNeeded(app, name, 'history')
    return ephemeral(await assignmentHistoryAnswer(app, caller, assignment, 1))
  },
})
