// /assignments show a7
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { assignmentAnswer } from './assignment-answer.ts'
import { viaWords } from './assignment-gesture.ts'
import { assignmentNamed } from './assignment-meant.ts'
import { parseNamed } from './assignment-words.ts'
import { assignmentsList } from './assignments-list.ts'
import { looksNamed } from './assignments-query.ts'
import { oneAssignment } from './one-assignment.ts'
import { wordsKept } from './words-kept.ts'

const verb = { en: 'show', zh: '查看' }

export const assignmentsShow = slashCommand({
  command: '/assignments',
  verb: 'show',
  otherVerbs: ['view', 'details', '查看', '详情'],
  summary: 'help.assignments-show',
  usage: ['/assignments show a7'],
  chineseUsage: ['/assignments 查看 a7'],
  who: 'anyone',
  parse(text) {
    const asked = text.replace(/[\s?？]+$/u, '')
    return { ...parseNamed(asked), text: asked }
  },
  async run(app, caller, { text, name, said }) {
    const isOne = looksNamed.test(name) || (said === '' && (await assignmentNamed(app, name)) !== undefined)
    // Whoever asks to be shown a group's, or what is overdue, is shown that.
    if (!isOne) return assignmentsList.answer(app, caller, text)
    const assignment = await oneAssignment(app, caller, text, verb)
    wordsKept({ name, said }, verb, caller.language)
    return ephemeral(await assignmentAnswer(app, caller, assignment, viaWords(caller)))
  },
})
