// /assignments unblock a7
import { slashCommand } from '../../src/contract/command.ts'
import { askedAbout } from './asked-about.ts'
import { gestureTyped } from './assignment-gesture.ts'
import { parseNamed } from './assignment-words.ts'
import { oneAssignment } from './one-assignment.ts'
import { wordsKept } from './words-kept.ts'

const verb = { en: 'unblock', zh: '恢复' }

export const assignmentsUnblock = slashCommand({
  command: '/assignments',
  verb: 'unblock',
  otherVerbs: ['resume', 'goes on again', 'go on again', 'goes on', 'go on', '恢复', '恢复进行', '解除受阻'],
  summary: 'help.assignments-unblock',
  usage: ['/assignments unblock a7'],
  chineseUsage: ['/assignments 恢复 a7'],
  who: 'owner-or-lead',
  ifAsked: askedAbout(verb),
  parse: (text) => ({ ...parseNamed(text), text }),
  async run(app, caller, { text, name, said }) {
    const assignment = await oneAssignment(app, caller, text, verb)
    wordsKept({ name, said }, verb, caller.language)
    return gestureTyped(app, caller, assignment, { kind: 'unblock' })
  },
})
