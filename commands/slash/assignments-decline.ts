// /assignments decline a7 because I am on leave until March
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { partialDayInWords } from '../../src/views/dates.ts'
import { askedAbout } from './asked-about.ts'
import { gestureTyped } from './assignment-gesture.ts'
import { decides } from './assignment-meant.ts'
import { openAsked } from './assignment-modals.ts'
import { parseWhy } from './assignment-words.ts'
import { oneAssignment } from './one-assignment.ts'

const verb = { en: 'decline', zh: '退回' }

export const assignmentsDecline = slashCommand({
  command: '/assignments',
  verb: 'decline',
  otherVerbs: [
    'refuse',
    'reject',
    'return',
    'give back',
    'gave back',
    'given back',
    '退回',
    '拒绝',
    '谢绝',
    '不接受',
    '不接收',
    '不受理',
    '拒绝接受',
    '不接',
    '婉拒',
    '退还',
  ],
  summary: 'help.assignments-decline',
  usage: ['/assignments decline a7 because I am on leave until March', '/assignments decline a7'],
  chineseUsage: ['/assignments 退回 a7 因为近期出差', '/assignments 退回 a7'],
  who: 'owner',
  ifAsked: askedAbout(verb),
  parse: (text) => ({ ...parseWhy(text), text }),
  async run(app, caller, { text, why }) {
    const assignment = await oneAssignment(app, caller, text, verb)
    const { dueAsked } = assignment.life
    // Whoever is to decide about another day means that day by "refuse", and must not give the work back with it.
    if (dueAsked !== undefined && dueAsked.by !== caller.member?.id && decides(caller, assignment))
      throw new UserError('assignment.refuse-which', {
        name: assignment.id,
        on: partialDayInWords(dueAsked.on, caller.language),
      })
    if (why === '') return openAsked(app, caller, assignment, 'decline')
    return gestureTyped(app, caller, assignment, { kind: 'decline', why })
  },
})
