import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import type { SlashCommand } from '../../src/contract/command.ts'
import type { SlackEvent } from '../../src/contract/event.ts'
import { ephemeral, nothing, type Reply } from '../../src/contract/reply.ts'
import { commandNamed, questionIn, type Typed } from '../../src/contract/spoken.ts'
import { designationInText } from '../../src/domain/designation/rules.ts'
import { plainMessage } from '../../src/views/plain-message.ts'

/**
 * Answers plain words as a slash command is answered: the first word may name a command; a group's code alone asks for
 * the group, and anything else for a standard. One message is answered once, however often it is edited.
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
    const typed = commandNamed(commands(), question) ?? (await groupCoded(app, question))
    const { command, text: behind } = typed ?? { command: '/standard', text: question }
    const reply = await answer(app, { ...caller, isSpoken: true }, { command, text: behind })
    // Slack opens a modal for a gesture, and words are none.
    if (reply.kind !== 'modal') return reply
    return ephemeral(
      plainMessage('spoken.type-command', { command: `${command} ${behind}` }, caller.language),
    )
  }
}

async function groupCoded(app: App, question: string): Promise<Typed | undefined> {
  const found = (await app.groups.active()).some(({ code }) => code.toLowerCase() === question.toLowerCase())
  return found ? { command: '/wg', text: question } : undefined
}
