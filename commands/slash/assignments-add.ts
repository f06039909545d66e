// /assignments add
import { slashCommand } from '../../src/contract/command.ts'
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
  who: 'any-convenor',
  parse: parsePlanWords,
  group: async (app, caller, words) =>
    words.what === '' ? undefined : groupBelow(caller, await belowNeeded(app, words)),
  run: async (app, caller, words) =>
    words.what === ''
      ? openMakeAssignment(app, caller)
      : openAddAssignment(app, caller, await belowNeeded(app, words)),
})
