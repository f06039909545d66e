import type { App } from '../../src/app.ts'
import { bareQuestion } from '../../src/contract/bare-question.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { ephemeral, type Reply } from '../../src/contract/reply.ts'
import { type Names, nameIn } from '../../src/domain/language/rules.ts'
import { withAsked } from '../../src/views/with-asked.ts'
import { assignmentShown } from './assignment-answer.ts'
import { assignmentNamed } from './assignment-meant.ts'
import { parseNamed } from './assignment-words.ts'

/**
 * What answers `done a7?`, a verb and a short name with nothing behind it but a question: how the assignment stands, and,
 * where that can be done with it, how it is said. Undefined for anything else.
 */
export function askedAbout(verb: Names) {
  return async (app: App, caller: Caller, text: string): Promise<Reply | undefined> => {
    const { name, said } = parseNamed(text)
    const assignment = bareQuestion.test(said) ? await assignmentNamed(app, name) : undefined
    if (assignment === undefined) return undefined
    const { id, state } = assignment
    const isPossible = (state === 'open') !== (verb.en === 'reopen')
    const how = { name: id, ...(isPossible && { verb: nameIn(verb, caller.language) }) }
    return ephemeral(withAsked(await assignmentShown(app, caller, assignment), how, caller.language))
  }
}
