// /assignments grant a7
import { slashCommand } from '../../src/contract/command.ts'
import { gestureTyped } from './assignment-gesture.ts'
import { assignmentNeeded } from './assignment-meant.ts'
import { parseNamed } from './assignment-words.ts'

export const assignmentsGrant = slashCommand({
  command: '/assignments',
  verb: 'grant',
  otherVerbs: ['approve', 'allow', '同意', '批准', '同意延期', '批准延期'],
  summary: 'help.assignments-grant',
  usage: ['/assignments grant a7'],
  chineseUsage: ['/assignments 同意 a7'],
  who: 'convenor-or-secretariat',
  parse: (text) => parseNamed(text).name,
  group: async (app, _caller, name) => (await assignmentNeeded(app, name, 'grant')).group,
  run: async (app, caller, name) =>
    gestureTyped(app, caller, await assignmentNeeded(app, name, 'grant'), {
      kind: 'decide-due',
      isGranted: true,
    }),
})
