// /assignments withdraw a7 because the seminar was cancelled
import { slashCommand } from '../../src/contract/command.ts'
import { askedAbout } from './asked-about.ts'
import { gestureTyped } from './assignment-gesture.ts'
import { assignmentNeeded } from './assignment-meant.ts'
import { openAsked } from './assignment-modals.ts'
import { parseWhy } from './assignment-words.ts'
import { oneAssignment } from './one-assignment.ts'

const verb = { en: 'withdraw', zh: '撤销' }

export const assignmentsWithdraw = slashCommand({
  command: '/assignments',
  verb: 'withdraw',
  otherVerbs: ['withdrawn', 'withdrew', 'cancel', '撤销', '撤回', '取消', '作废'],
  summary: 'help.assignments-withdraw',
  usage: ['/assignments withdraw a7 because the seminar was cancelled', '/assignments withdraw a7'],
  chineseUsage: ['/assignments 撤销 a7 因为研讨会取消', '/assignments 撤销 a7'],
  who: 'convenor-or-secretariat',
  ifAsked: askedAbout(verb),
  group: async (app, _caller, { name }) => (await assignmentNeeded(app, name, verb.en)).group,
  parse: (text) => ({ ...parseWhy(text), text }),
  async run(app, caller, { text, why }) {
    const assignment = await oneAssignment(app, caller, text, verb)
    if (why === '') return openAsked(app, caller, assignment, 'withdraw')
    return gestureTyped(app, caller, assignment, { kind: 'withdraw', why })
  },
})
