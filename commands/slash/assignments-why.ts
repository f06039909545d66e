// /assignments why
import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral, type Message } from '../../src/contract/reply.ts'
import { assignmentWhy } from '../../src/views/assignment-why.ts'

export const assignmentsWhy = slashCommand({
  command: '/assignments',
  verb: 'why',
  otherVerbs: ['由来', '为什么'],
  summary: 'help.assignments-why',
  usage: ['/assignments why'],
  chineseUsage: ['/assignments 由来'],
  who: 'anyone',
  parse: (text) => text,
  run: async (app, caller) => ephemeral(await whyAnswer(app, caller)),
})

/** Why the caller owes what they owe. @throws UserError where the committee does not know them */
export async function whyAnswer(app: App, caller: Caller): Promise<Message> {
  if (caller.member === undefined) throw new UserError('assignments.stranger')
  const owner = await app.assignments.ownerOf(caller.member)
  return assignmentWhy(await app.assignments.explained({ owner }), caller.member.id, caller.language)
}
