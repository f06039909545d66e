// /assignments accept a7
import { slashCommand } from '../../src/contract/command.ts'
import { askedAbout } from './asked-about.ts'
import { gestureTyped } from './assignment-gesture.ts'
import { parseNamed } from './assignment-words.ts'
import { oneAssignment } from './one-assignment.ts'
import { wordsKept } from './words-kept.ts'

const verb = { en: 'accept', zh: '接受' }

export const assignmentsAccept = slashCommand({
  command: '/assignments',
  verb: 'accept',
  otherVerbs: ['接受', '接收', '领取', '认领', '受理', '接', '接下'],
  summary: 'help.assignments-accept',
  usage: ['/assignments accept a7'],
  chineseUsage: ['/assignments 接受 a7'],
  who: 'owner',
  ifAsked: askedAbout(verb),
  parse: (text) => ({ ...parseNamed(text), text }),
  async run(app, caller, { text, name, said }) {
    const assignment = await oneAssignment(app, caller, text, verb)
    wordsKept({ name, said }, verb, caller.language)
    return gestureTyped(app, caller, assignment, { kind: 'accept' })
  },
})
