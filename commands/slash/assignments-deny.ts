// /assignments deny a7 because the plenary does not move
import { slashCommand } from '../../src/contract/command.ts'
import { askedAbout } from './asked-about.ts'
import { gestureTyped } from './assignment-gesture.ts'
import { assignmentNeeded } from './assignment-meant.ts'
import { openAsked } from './assignment-modals.ts'
import { parseWhy } from './assignment-words.ts'
import { dayDecided } from './day-decided.ts'
import { parseDecision } from './due-words.ts'
import { oneAssignment } from './one-assignment.ts'

const verb = { en: 'deny', zh: '驳回' }

export const assignmentsDeny = slashCommand({
  command: '/assignments',
  verb: 'deny',
  otherVerbs: [
    'disallow',
    'disapprove',
    '驳回',
    '不同意',
    '不批准',
    '不同意延期',
    '不批准延期',
    '拒绝延期',
    '不批',
    '不准',
  ],
  summary: 'help.assignments-deny',
  usage: ['/assignments deny a7 because the plenary does not move', '/assignments deny a7'],
  chineseUsage: ['/assignments 驳回 a7 因为全会日期不变', '/assignments 驳回 a7'],
  who: 'convenor-or-secretariat',
  ifAsked: askedAbout(verb),
  group: async (app, _caller, { name }) => (await assignmentNeeded(app, name, verb.en)).group,
  parse(text) {
    const { due, unread, why } = parseDecision(text)
    // What begins with a day and goes on is a reason that tells of it.
    return due === undefined || unread !== undefined
      ? { ...parseWhy(text), text }
      : { ...parseWhy(text), due, why, text }
  },
  async run(app, caller, { text, why = '', ...said }) {
    const assignment = await oneAssignment(app, caller, text, verb)
    const on = 'due' in said ? await dayDecided(app, caller, assignment, said) : undefined
    const day = on === undefined ? {} : { on }
    if (why === '') return openAsked(app, caller, assignment, 'refuse', day)
    return gestureTyped(app, caller, assignment, { kind: 'decide-due', isGranted: false, ...day, why })
  },
})
