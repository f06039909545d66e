// /assignments history a7
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { assignmentHistoryAnswer } from './assignment-history-answer.ts'
import { parseNamed } from './assignment-words.ts'
import { oneAssignment } from './one-assignment.ts'

export const assignmentsHistory = slashCommand({
  command: '/assignments',
  verb: 'history',
  otherVerbs: ['log', '历史', '历史记录', '记录', '变更', '变更记录'],
  summary: 'help.assignments-history',
  usage: ['/assignments history a7'],
  chineseUsage: ['/assignments 历史 a7'],
  who: 'anyone',
  parse: (text) => ({ ...parseNamed(text), text }),
  async run(app, caller, { text }) {
    const assignment = await oneAssignment(app, caller, text, { en: 'history', zh: '历史' })
    return ephemeral(await assignmentHistoryAnswer(app, caller, assignment, 1))
  },
})
