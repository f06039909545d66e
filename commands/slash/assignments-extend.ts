// /assignments extend a7 2026-12-31 because the comments came late
import { slashCommand } from '../../src/contract/command.ts'
import { askedAbout } from './asked-about.ts'
import { gestureTyped } from './assignment-gesture.ts'
import { decides } from './assignment-meant.ts'
import { openAsked } from './assignment-modals.ts'
import { dueMeant, parseDue } from './due-words.ts'
import { oneAssignment } from './one-assignment.ts'

const verb = { en: 'extend', zh: '延期' }

export const assignmentsExtend = slashCommand({
  command: '/assignments',
  verb: 'extend',
  otherVerbs: [
    'postpone',
    'more time',
    'due day',
    '延期',
    '延长',
    '申请延期',
    '推迟',
    '顺延',
    '改期',
    '调整期限',
    '宽限',
  ],
  summary: 'help.assignments-extend',
  usage: [
    '/assignments extend a7 2026-12-31 because the comments came late',
    '/assignments extend a7 by 2 weeks because the comments came late',
    '/assignments extend a7',
  ],
  chineseUsage: ['/assignments 延期 a7 12月15日 因为意见来晚了', '/assignments 延期 a7 两周 因为意见来晚了'],
  who: 'owner-or-lead',
  ifAsked: askedAbout(verb),
  parse: (text) => ({ ...parseDue(text), text }),
  async run(app, caller, { text, due, why }) {
    const assignment = await oneAssignment(app, caller, text, verb)
    const on = due && dueMeant(due, assignment.dueOn, await app.assignments.today())
    if (on === undefined || why === '') return openAsked(app, caller, assignment, 'due', { on, why })
    const kind = decides(caller, assignment) ? 'set-due' : 'ask-due'
    return gestureTyped(app, caller, assignment, { kind, on, why })
  },
})
