// /assignments done a7 https://example.org/report
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { longestEvidence } from '../../src/domain/work/evidence.ts'
import { askedAbout } from './asked-about.ts'
import { gestureTyped } from './assignment-gesture.ts'
import { assignmentNamed } from './assignment-meant.ts'
import { doneDay } from './done-day.ts'
import { parseDone } from './done-words.ts'
import { oneAssignment } from './one-assignment.ts'
import { openFinishAssignment } from './work-modals.ts'

const verb = { en: 'done', zh: '完成' }

export const assignmentsDone = slashCommand({
  command: '/assignments',
  verb: 'done',
  otherVerbs: ['finish', 'complete', '完成', '登记完成', '办结', '办完', '完结', '搞定', '结束'],
  summary: 'help.assignments-done',
  usage: [
    '/assignments done a7 https://example.org/report',
    '/assignments done a7 on 2026-11-20',
    '/assignments done',
    '/assignments done WG8',
  ],
  chineseUsage: [
    '/assignments 完成 a7 https://example.org/report',
    '/assignments 完成 a7 于11月20日',
    '/assignments 完成 WG8',
  ],
  who: 'owner-or-lead',
  ifAsked: askedAbout(verb),
  parse(text) {
    const named = parseDone(text)
    if (named.said.length > longestEvidence)
      throw new UserError('modal.too-long', { length: named.said.length, longest: longestEvidence })
    return { ...named, text: text.trim() }
  },
  async run(app, caller, { name, said, on: told, text }) {
    if ((await assignmentNamed(app, name)) === undefined) return openFinishAssignment(app, caller, text)
    const assignment = await oneAssignment(app, caller, text, verb)
    const on = await doneDay(app, assignment, told, caller.language)
    const evidence = said === '' ? {} : { evidence: said }
    return gestureTyped(app, caller, assignment, { kind: 'finish', on, ...evidence })
  },
})
