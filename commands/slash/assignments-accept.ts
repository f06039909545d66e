// /assignments accept a7
import { slashCommand } from '../../src/contract/command.ts'
import { gestureTyped } from './assignment-gesture.ts'
import { assignmentNeeded } from './assignment-meant.ts'
import { parseNamed } from './assignment-words.ts'

export const assignmentsAccept = slashCommand({
  command: '/assignments',
  verb: 'accept',
  otherVerbs: ['接受', '接收', '领取', '认领', '受理'],
  summary: 'help.assignments-accept',
  usage: ['/assignments accept a7'],
  chineseUsage: ['/assignments 接受 a7'],
  who: 'owner',
  parse: (text) => parseNamed(text).name,
  run: async (app, caller, name) =>
    gestureTyped(app, caller, await assignmentNeeded(app, name, 'accept'), { kind: 'accept' }),
})
