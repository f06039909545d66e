import type { Core } from './core.ts'
import { type CallFault, takesEffect } from './faults.ts'
import type { StoredMessage } from './state/changes.ts'
import { type EphemeralMessage, isEphemeral } from './state/ephemerals.ts'
import type { ResponseTarget } from './state/tickets.ts'
import { edit, erase, rewhisper, say, unwhisper, whisper } from './talk.ts'
import { type Args, args, readArgs } from './web-api/args.ts'
import { type Content, readContent } from './web-api/content.ts'
import type { Reply } from './web-api/dispatch.ts'
import { SlackError } from './web-api/method.ts'

/** A post to a response URL; Slack answers `ok` in plain text, and refusals with a 4xx and their word. */
export function respond(core: Core, id: string, contentType: string, body: string): Reply | Promise<Reply> {
  const fault = core.faults.forCall('response_url', undefined)
  const finish = () => take(core, id, contentType, body, fault)
  return fault?.kind === 'late' ? core.lateCalls.put(fault.ms, finish) : finish()
}

function take(
  core: Core,
  id: string,
  contentType: string,
  body: string,
  fault: CallFault | undefined,
): Reply {
  let given: Record<string, unknown> = {}
  let { status, answer } = told(fault)
  let effect = false
  try {
    const form = readArgs(contentType, body, new URLSearchParams())
    given =
      typeof form.payload === 'string'
        ? readArgs('application/json', form.payload, new URLSearchParams())
        : form
    if (takesEffect(fault)) {
      const target = core.responseUrls.take(id)
      if (typeof target === 'string') throw new SlackError(target)
      const refused = answerInChannel(core, target, given)
      if (refused !== undefined) throw new SlackError(refused)
      effect = true
    }
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    status = ['invalid_url', 'expired_url', 'used_url'].includes(error.code) ? 404 : 400
    answer = error.code
  }
  core.record.add({
    method: 'response_url',
    args: given,
    status,
    answer,
    effect,
    ...(fault === undefined ? {} : { fault: fault.kind }),
  })
  return {
    status,
    body: answer,
    ...(fault?.kind === 'lost_reply' || fault?.kind === 'cut' ? { cut: true } : {}),
    ...(fault?.kind === 'slow' ? { afterMs: fault.ms } : {}),
  }
}

/** What is told of a post that Slack refuses nothing about. */
function told(fault: CallFault | undefined): { status: number; answer: string | null } {
  if (fault?.kind === 'cut') return { status: 0, answer: null }
  if (fault?.kind === 'error') return { status: 400, answer: fault.error }
  if (fault?.kind !== 'status') return { status: 200, answer: 'ok' }
  return { status: fault.status, answer: fault.taken ? 'ok' : 'internal_error' }
}

/**
 * What the bot answers to a command or through a response URL. Works where the bot is no member, as in Slack.
 * Returns Slack's word for a refusal, or undefined where it was done.
 */
export function answerInChannel(
  core: Core,
  target: ResponseTarget,
  given: Record<string, unknown>,
): string | undefined {
  try {
    const call = args(given)
    const original = originalOf(core, target)
    if (call.flag('delete_original')) {
      if (original === undefined) throw new SlackError('message_not_found')
      if (isEphemeral(original)) unwhisper(core, original)
      else erase(core, original)
      return undefined
    }
    const content = readContent(core, call)
    if (call.flag('replace_original') && original !== undefined) {
      const { blocks: _, attachments: __, ...kept } = original
      const changed = { ...kept, ...content }
      if (isEphemeral(original)) rewhisper(core, { ...changed, seenBy: original.seenBy })
      else edit(core, original, changed)
      return undefined
    }
    post(core, target, call, content)
    return undefined
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    if (error.messages.length > 0) core.log(`refused: ${error.code}: ${error.messages.join('; ')}`)
    return error.code
  }
}

function post(core: Core, target: ResponseTarget, call: Args, content: Content): void {
  const threadTs = call.text('thread_ts') ?? target.threadTs
  const message = {
    ...content,
    channel: target.channel,
    user: core.seed.bot.userId,
    byBot: true,
    ...(threadTs === undefined ? {} : { threadTs }),
  }
  const command = target.command === undefined ? {} : { command: target.command }
  if (call.text('response_type') === 'in_channel') say(core, message)
  else whisper(core, { ...message, seenBy: target.user, ...command })
}

function originalOf(core: Core, target: ResponseTarget): StoredMessage | EphemeralMessage | undefined {
  if (target.original === undefined) return undefined
  const { ts, ephemeral } = target.original
  if (ephemeral) return core.ephemerals.find(target.user, target.channel, ts)
  return core.workspace.message(target.channel, ts)
}
