import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import type { SlashCommand } from '../../src/contract/command.ts'
import type { SlackEvent } from '../../src/contract/event.ts'
import { ephemeral, nothing, type Reply } from '../../src/contract/reply.ts'
import { questionIn, type Typed } from '../../src/contract/spoken.ts'
import { designationInText } from '../../src/domain/designation/rules.ts'
import { plainMessage } from '../../src/views/plain-message.ts'
import { commandMeant } from './command-meant.ts'

/**
 * Answers plain words as the slash command that they mean is answered. One message is answered once, however often it is
 * edited.
 */
export function answerSpoken(
  commands: () => readonly SlashCommand[],
  answer: (app: App, caller: Caller, typed: Typed) => Promise<Reply>,
): SlackEvent['run'] {
  return async (app, caller, { channel, ts, text, files }, bot) => {
    if (!(await app.isFirstTime(`said ${channel} ${ts}`))) return nothing
    const question = questionIn(typeof text === 'string' ? text : '', bot)
    // A file is for whoever takes files, and what is said along with it is seldom a question.
    const isOfFile = Array.isArray(files) && files.length > 0 && String(channel).startsWith('D')
    if (isOfFile && designationInText(question) === undefined) return nothing
    if (question === '') return ephemeral(plainMessage('spoken.how', {}, caller.language))
    const { command, text: behind } = await commandMeant(app, commands(), question)
    const reply = await answer(app, { ...caller, isSpoken: true }, { command, text: behind })
    // Slack opens a modal for a gesture, and words are none.
    if (reply.kind !== 'modal') return reply
    return ephemeral(
      plainMessage('spoken.type-command', { command: `${command} ${behind}` }, caller.language),
    )
  }
}
