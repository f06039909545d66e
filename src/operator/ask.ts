import type { App } from '../app.ts'
import { type Caller, callerFor } from '../contract/caller.ts'
import { UserError } from '../contract/errors.ts'
import { ephemeral, type Reply } from '../contract/reply.ts'
import { didYouMean } from '../files/issue-message.ts'
import { refusal } from '../views/refusal.ts'
import { OperatorError } from './operator-error.ts'
import { memberMeant } from './who.ts'

type Typed = { command: string; text: string }
type Answer = (app: App, caller: Caller, typed: Typed) => Promise<Reply>

/** `request` is unlike any other question's, as Slack's own id of a gesture is. */
export type Question = { as: string; in?: string; typed: Typed; request: string }

/**
 * A slash command and what is typed behind it.
 * @throws OperatorError where the text does not begin with a command
 */
export function typedCommand(text: string): Typed {
  const [, command, behind] = /^\s*(\/[^\s/]\S*)\s*([\s\S]*)$/u.exec(text) ?? []
  if (command === undefined || behind === undefined)
    throw new OperatorError('a question begins with a slash command, such as "/standard GB/T 22239"')
  return { command, text: behind }
}

/**
 * What the bot answers to a slash command, through the same handlers; a command that changes something changes it.
 * @throws OperatorError where the person or the channel is not known
 */
export async function ask(
  app: App,
  answer: Answer,
  { as, typed, request, ...where }: Question,
): Promise<Reply> {
  const member = await memberMeant(app, as)
  const channel = where.in === undefined ? undefined : await channelMeant(app, where.in)
  const caller = {
    ...(await callerFor(app, { slackId: member.slackId ?? member.id, request, member })),
    ...channel,
    via: 'cli' as const,
  }
  try {
    return await answer(app, caller, typed)
  } catch (error) {
    if (error instanceof UserError) return ephemeral(refusal(error, caller.language))
    throw error
  }
}

/** What a caller has from the channel that they are in. @throws OperatorError where it is none of the committee's */
async function channelMeant(app: App, called: string): Promise<Pick<Caller, 'channelId' | 'group'>> {
  const plain = (name: string | undefined) => name?.replace(/^[#＃]/u, '').toLowerCase()
  const groups = await app.groups.active()
  const group = groups.find(({ channel, channelId }) =>
    [channel, channelId].some((name) => plain(name) === plain(called)),
  )
  if (group !== undefined)
    return { group: group.code, ...(group.channelId !== undefined && { channelId: group.channelId }) }
  const own = (await app.committees.get())?.channel
  if (own !== undefined && plain(own) === plain(called)) return {}
  const channels = [own, ...groups.map(({ channel }) => channel)].filter((name) => name !== undefined)
  throw new OperatorError(
    `no channel of the committee is called "${called}"${didYouMean(called, channels)}; there are ${channels.join(', ') || 'none on record'}`,
  )
}
