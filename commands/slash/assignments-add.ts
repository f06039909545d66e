// /assignments add
import { slashCommand } from '../../src/contract/command.ts'
import { permit } from '../../src/contract/permit.ts'
import { openMakeAssignment } from './assignment-modals.ts'
import { parsePlanWords } from './plan-words.ts'
import { belowNeeded, groupBelow } from './work-meant.ts'
import { openAddAssignment } from './work-modals.ts'

export const assignmentsAdd = slashCommand({
  command: '/assignments',
  verb: 'add',
  otherVerbs: ['adds', 'added', 'adding', 'assign', 'new', '添加', '新增', '分派'],
  summary: 'help.assignments-add',
  usage: ['/assignments add', '/assignments add w3'],
  who: 'anyone',
  parse: parsePlanWords,
  async run(app, caller, words) {
    if (words.what === '') return openMakeAssignment(app, caller)
    const below = await belowNeeded(app, words)
    await permit(app, 'convenor-or-secretariat', caller, groupBelow(caller, below))
    return openAddAssignment(app, caller, below)
  },
})
