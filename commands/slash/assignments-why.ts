// /assignments why a7
import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral, type Message } from '../../src/contract/reply.ts'
import { assignmentWhy, whyOfOne } from '../../src/views/assignment-why.ts'
import { parseNamed } from './assignment-words.ts'
import { oneAssignment } from './one-assignment.ts'
import { wordsKept } from './words-kept.ts'

const verb = { en: 'why', zh: '由来' }
/** All that the caller owes, said in words. */
const ownAll = /^(?:me|my|mine|我|我的|本人)?$/iu

export const assignmentsWhy = slashCommand({
  command: '/assignments',
  verb: 'why',
  otherVerbs: ['由来', '为什么', '为何'],
  summary: 'help.assignments-why',
  usage: ['/assignments why', '/assignments why a7'],
  chineseUsage: ['/assignments 由来', '/assignments 由来 a7'],
  who: 'anyone',
  parse(text) {
    const asked = text.replace(/[\s?？]+$/u, '').trim()
    return { ...parseNamed(asked), text: asked }
  },
  async run(app, caller, { text, name, said }) {
    if (ownAll.test(text)) return ephemeral(await whyAnswer(app, caller))
    const assignment = await oneAssignment(app, caller, text, verb)
    wordsKept({ name, said }, verb, caller.language)
    const explained = await app.assignments.explain(assignment)
    return ephemeral(whyOfOne(explained, await app.assignments.today(), caller.member?.id, caller.language))
  },
})

/** Why the caller owes what they owe. @throws UserError where the committee does not know them */
export async function whyAnswer(app: App, caller: Caller): Promise<Message> {
  if (caller.member === undefined) throw new UserError('assignments.stranger')
  const owner = await app.assignments.ownerOf(caller.member)
  return assignmentWhy(await app.assignments.explained({ owner }), caller.member.id, caller.language)
}
