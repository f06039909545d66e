import type { Core } from '../core.ts'
import { fromCommand } from '../markup.ts'
import type { CommandRequest, PageAnswer } from '../protocol.ts'
import { answerInChannel } from '../respond.ts'
import { join, leave } from '../talk.ts'

/** A slash command was typed. `/invite @somebody` and `/remove @somebody` are the workspace's own. */
export async function typeCommand(core: Core, request: CommandRequest): Promise<PageAnswer> {
  const channel = core.workspace.channels.get(request.channel)
  if (channel === undefined || !channel.members.includes(request.as))
    return { ok: false, error: 'bad_request' }
  const name = request.command.startsWith('/') ? request.command : `/${request.command}`
  if (name === '/invite' || name === '/remove') return moveMember(core, request, name)
  const command = core.seed.commands.find((each) => each.command === name)
  if (command === undefined) return { ok: false, error: 'unknown_command' }

  const { team, bot } = core.seed
  const typed = request.text === '' ? name : `${name} ${request.text}`
  const target = { channel: channel.id, user: request.as, command: typed }
  const payload = {
    token: core.credentials.verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channel.kind === 'direct' ? 'directmessage' : channel.name,
    user_id: request.as,
    user_name: core.workspace.users.get(request.as)?.handle ?? '',
    command: name,
    text: fromCommand(core, request.text, command.shouldEscape === true),
    api_app_id: bot.appId,
    is_enterprise_install: 'false',
    response_url: core.responseUrls.give(target),
    trigger_id: core.triggers.give(request.as),
  }
  const ack = await core.deliver.gesture('slash_commands', payload, true)
  if (!ack.ok) return ack
  if (saysNothing(ack.body)) return { ok: true }
  const failure = answerInChannel(core, target, ack.body)
  if (failure === undefined) return { ok: true }
  core.log(`the answer to ${name} was refused: ${failure}`)
  return { ok: false, error: 'bot_error' }
}

/** `ack()` and, over Socket Mode, `ack('')`. */
function saysNothing(body: Record<string, unknown>): boolean {
  return !Object.entries(body).some(([name, value]) => name !== 'response_type' && value !== '')
}

function moveMember(core: Core, request: CommandRequest, name: string): PageAnswer {
  const handle = request.text.trim().replace(/^@/, '').toLowerCase()
  const user = [...core.workspace.users.values()].find((each) => each.handle.toLowerCase() === handle)
  const channel = core.workspace.channels.get(request.channel)
  if (user === undefined || channel?.kind !== 'channel') return { ok: false, error: 'bad_request' }
  if (name === '/invite') join(core, channel.id, user.id, request.as)
  else leave(core, channel.id, user.id)
  return { ok: true }
}
