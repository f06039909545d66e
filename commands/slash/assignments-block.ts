// /assignments block a7 because the draft is missing
import { slashCommand } from '../../src/contract/command.ts'
import { gestureTyped } from './assignment-gesture.ts'
import { assignmentNeeded } from './assignment-meant.ts'
import { openAsked } from './assignment-modals.ts'
import { parseBlocking } from './assignment-words.ts'
import { partyCalled } from './party-called.ts'

export const assignmentsBlock = slashCommand({
  command: '/assignments',
  verb: 'block',
  otherVerbs: ['受阻', '卡住', '阻塞'],
  summary: 'help.assignments-block',
  usage: [
    '/assignments block a7 because the draft is missing',
    '/assignments block a7 by WG8 because its draft is missing',
    '/assignments block a7',
  ],
  chineseUsage: ['/assignments 受阻 a7 因为缺少草案', '/assignments 受阻 a7 等待 WG8 因为草案未到'],
  who: 'owner-or-lead',
  parse: parseBlocking,
  async run(app, caller, { name, why, whom }) {
    const assignment = await assignmentNeeded(app, name, 'block')
    if (why === '') return openAsked(app, caller, assignment, 'block')
    if (whom === undefined) return gestureTyped(app, caller, assignment, { kind: 'block', why })
    const { kind, id } = await partyCalled(app, caller, whom)
    return gestureTyped(app, caller, assignment, { kind: 'block', why, waitsFor: { kind, id } })
  },
})
