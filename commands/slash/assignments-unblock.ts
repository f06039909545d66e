// /assignments unblock a7
import { slashCommand } from '../../src/contract/command.ts'
import { gestureTyped } from './assignment-gesture.ts'
import { assignmentNeeded } from './assignment-meant.ts'
import { parseNamed } from './assignment-words.ts'

export const assignmentsUnblock = slashCommand({
  command: '/assignments',
  verb: 'unblock',
  otherVerbs: ['resume', 'goes on again', 'go on again', 'goes on', 'go on', '恢复', '恢复进行', '解除受阻'],
  summary: 'help.assignments-unblock',
  usage: ['/assignments unblock a7'],
  chineseUsage: ['/assignments 恢复 a7'],
  who: 'owner-or-lead',
  parse: (text) => parseNamed(text).name,
  run: async (app, caller, name) =>
    gestureTyped(app, caller, await assignmentNeeded(app, name, 'unblock'), { kind: 'unblock' }),
})
