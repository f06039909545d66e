// /assignments reopen a7 because the report lacks a table
import { slashCommand } from '../../src/contract/command.ts'
import { askedAbout } from './asked-about.ts'
import { gestureTyped } from './assignment-gesture.ts'
import { openAsked } from './assignment-modals.ts'
import { parseWhy } from './assignment-words.ts'
import { oneAssignment } from './one-assignment.ts'

const verb = { en: 'reopen', zh: '重启' }

export const assignmentsReopen = slashCommand({
  command: '/assignments',
  verb: 'reopen',
  otherVerbs: ['重启', '重新打开', '重新开展'],
  summary: 'help.assignments-reopen',
  usage: ['/assignments reopen a7 because the report lacks a table', '/assignments reopen a7'],
  chineseUsage: ['/assignments 重启 a7 因为报告缺一张表', '/assignments 重启 a7'],
  who: 'owner-or-lead',
  ifAsked: askedAbout(verb),
  parse: (text) => ({ ...parseWhy(text), text }),
  async run(app, caller, { text, why }) {
    const assignment = await oneAssignment(app, caller, text, verb)
    if (why === '') return openAsked(app, caller, assignment, 'reopen')
    return gestureTyped(app, caller, assignment, { kind: 'reopen', why })
  },
})
