// /assignments done
import { slashCommand } from '../../src/contract/command.ts'
import { openFinishAssignment } from './work-modals.ts'

export const assignmentsDone = slashCommand({
  command: '/assignments',
  verb: 'done',
  otherVerbs: ['完成'],
  summary: 'help.assignments-done',
  usage: ['/assignments done', '/assignments done WG8'],
  who: 'anyone',
  parse: (text) => text.trim(),
  run: openFinishAssignment,
})
