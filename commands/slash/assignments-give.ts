// /assignments give a7 to @person
import { slashCommand } from '../../src/contract/command.ts'
import { askedAbout } from './asked-about.ts'
import { gestureTyped } from './assignment-gesture.ts'
import { openAsked } from './assignment-modals.ts'
import { parseGiving } from './assignment-words.ts'
import { assignmentsDecline } from './assignments-decline.ts'
import { oneAssignment } from './one-assignment.ts'
import { partyCalled } from './party-called.ts'

const verb = { en: 'give', zh: '转交' }

export const assignmentsGive = slashCommand({
  command: '/assignments',
  verb: 'give',
  otherVerbs: [
    'gave',
    'given',
    'pass',
    'pass on',
    'delegate',
    'reassign',
    '转交',
    '转派',
    '改派',
    '委派',
    '移交',
    '转给',
    '转交给',
    '转派给',
    '改派给',
    '移交给',
    '委派给',
    '指派给',
    '交给',
    '交由',
    '交办',
    '分给',
    '派给',
    '委托',
    '委托给',
  ],
  summary: 'help.assignments-give',
  usage: ['/assignments give a7 to WG8', '/assignments give a7'],
  chineseUsage: ['/assignments 转交 a7 给 WG8', '/assignments 转交 a7'],
  who: 'owner-or-lead',
  ifAsked: askedAbout(verb),
  parse: (text) => ({ ...parseGiving(text), text }),
  async run(app, caller, { text, name, whom, why }) {
    // `give a7 back because …` names nobody.
    if (whom.toLowerCase() === 'back') return assignmentsDecline.answer(app, caller, `${name} ${why ?? ''}`)
    const assignment = await oneAssignment(app, caller, text, verb)
    if (whom === '') return openAsked(app, caller, assignment, 'give', { why })
    const to = await partyCalled(app, caller, whom)
    return gestureTyped(app, caller, assignment, { kind: 'give', to, ...(why !== undefined && { why }) })
  },
})
