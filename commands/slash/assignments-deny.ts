// /assignments deny a7 because the plenary does not move
import { slashCommand } from '../../src/contract/command.ts'
import { gestureTyped } from './assignment-gesture.ts'
import { assignmentNeeded } from './assignment-meant.ts'
import { openAsked } from './assignment-modals.ts'
import { parseWhy } from './assignment-words.ts'

export const assignmentsDeny = slashCommand({
  command: '/assignments',
  verb: 'deny',
  otherVerbs: ['disallow', 'disapprove', '驳回', '不同意', '不批准', '不同意延期', '不批准延期', '拒绝延期'],
  summary: 'help.assignments-deny',
  usage: ['/assignments deny a7 because the plenary does not move', '/assignments deny a7'],
  chineseUsage: ['/assignments 驳回 a7 因为全会日期不变', '/assignments 驳回 a7'],
  who: 'convenor-or-secretariat',
  group: async (app, _caller, { name }) => (await assignmentNeeded(app, name, 'deny')).group,
  parse: parseWhy,
  async run(app, caller, { name, why }) {
    const assignment = await assignmentNeeded(app, name, 'deny')
    if (why === '') return openAsked(app, caller, assignment, 'refuse')
    return gestureTyped(app, caller, assignment, { kind: 'decide-due', isGranted: false, why })
  },
})
