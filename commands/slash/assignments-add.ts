// /assignments add
import type { App } from '../../src/app.ts'
import { slashCommand } from '../../src/contract/command.ts'
import type { Assignment } from '../../src/domain/assignment/rules.ts'
import { assignmentNamed } from './assignment-meant.ts'
import { openMakeAssignment } from './assignment-modals.ts'
import { parseNamed } from './assignment-words.ts'
import { assignmentsGive } from './assignments-give.ts'
import { parsePlanWords } from './plan-words.ts'
import { belowNeeded, groupBelow } from './work-meant.ts'
import { openAddAssignment } from './work-modals.ts'

export const assignmentsAdd = slashCommand({
  command: '/assignments',
  verb: 'add',
  otherVerbs: ['assign', 'new', '添加', '新增', '新建', '分派', '指派', '分配'],
  summary: 'help.assignments-add',
  usage: ['/assignments add', '/assignments add w3'],
  chineseUsage: ['/assignments 新增', '/assignments 新增 w3'],
  who: 'any-convenor',
  parse: (text) => ({ ...parsePlanWords(text), text }),
  // Whoever assigns what is on record already gives it to somebody, which asks for a leave of its own.
  isForAll: async (app, _caller, { text }) => (await onRecord(app, text)) !== undefined,
  group: async (app, caller, words) =>
    words.what === '' ? undefined : groupBelow(caller, await belowNeeded(app, words)),
  async run(app, caller, words) {
    if (words.what === '') return openMakeAssignment(app, caller)
    if ((await onRecord(app, words.text)) !== undefined)
      return assignmentsGive.answer(app, caller, words.text)
    return openAddAssignment(app, caller, await belowNeeded(app, words))
  },
})

function onRecord(app: App, text: string): Promise<Assignment | undefined> {
  return assignmentNamed(app, parseNamed(text).name)
}
