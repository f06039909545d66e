import type { App } from '../app.ts'
import { type Caller, callerFor } from '../contract/caller.ts'
import { UserError } from '../contract/errors.ts'
import { ephemeral, type Reply } from '../contract/reply.ts'
import { refusal } from '../views/refusal.ts'
import { OperatorError } from './operator-error.ts'
import { memberMeant } from './who.ts'

type Answer = (app: App, caller: Caller, typed: { command: string; text: string }) => Promise<Reply>

export type Question = { as: string; in?: string; text: string; request: string }

/**
 * What the bot answers to a slash command, through the same handlers; a command that changes something changes it.
 * @throws OperatorError where the person, the channel or the command line does not hold
 */
export async function ask(app: App, answer: Answer, question: Question): Promise<Reply> {
  const typed = /^\s*(\/\S+)\s*([\s\S]*)$/u.exec(question.text)
  if (typed === null)
    throw new OperatorError('a question begins with a slash command, such as "/standard GB/T 22239"')
  const member = await memberMeant(app, question.as)
  const person = { slackId: member.slackId ?? member.id, request: question.request, member }
  const group = question.in === undefined ? undefined : await groupOfChannel(app, question.in)
  const caller = { ...(await callerFor(app, person)), ...(group !== undefined && { group }) }
  try {
    return await answer(app, caller, { command: typed[1] ?? '', text: typed[2] ?? '' })
  } catch (error) {
    if (error instanceof UserError) return ephemeral(refusal(error, caller.language))
    throw error
  }
}

/** @throws OperatorError where no group talks in this channel */
async function groupOfChannel(app: App, channel: string): Promise<string> {
  const groups = await app.groups.active()
  const found = groups.find((group) =>
    [group.channel, group.channel?.replace(/^#/, ''), group.channelId].includes(channel),
  )
  if (found === undefined) throw new OperatorError(`no group's channel is called "${channel}"`)
  return found.code
}
