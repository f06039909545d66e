// /assignments grant a7
import { slashCommand } from '../../src/contract/command.ts'
import { askedAbout } from './asked-about.ts'
import { gestureTyped } from './assignment-gesture.ts'
import { assignmentNeeded } from './assignment-meant.ts'
import { dayDecided } from './day-decided.ts'
import { parseDecision } from './due-words.ts'
import { oneAssignment } from './one-assignment.ts'

const verb = { en: 'grant', zh: '同意' }

export const assignmentsGrant = slashCommand({
  command: '/assignments',
  verb: 'grant',
  otherVerbs: ['approve', 'allow', '同意', '批准', '同意延期', '批准延期', '准', '准予'],
  summary: 'help.assignments-grant',
  usage: ['/assignments grant a7', '/assignments grant a7 until 2026-12-31'],
  chineseUsage: ['/assignments 同意 a7', '/assignments 同意 a7 12月31日'],
  who: 'convenor-or-secretariat',
  ifAsked: askedAbout(verb),
  parse: (text) => ({ ...parseDecision(text), text }),
  group: async (app, _caller, { name }) => (await assignmentNeeded(app, name, verb.en)).group,
  async run(app, caller, { text, due, unread, why }) {
    const assignment = await oneAssignment(app, caller, text, verb)
    const on = await dayDecided(app, caller, assignment, { due, unread })
    return gestureTyped(app, caller, assignment, {
      kind: 'decide-due',
      isGranted: true,
      ...(on !== undefined && { on }),
      ...(why !== undefined && { why }),
    })
  },
})
