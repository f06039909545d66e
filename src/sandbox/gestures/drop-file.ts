import type { Core } from '../core.ts'
import type { PageAnswer } from '../protocol.ts'
import { say } from '../talk.ts'

/** A person drops a file into a conversation that they are in: it is a message, and the bot hears of it. */
export function dropFile(
  core: Core,
  { as, channel: id, name }: { as: string; channel: string; name: string },
  content: Buffer,
): PageAnswer {
  const channel = core.workspace.channels.get(id)
  const isPerson = core.workspace.users.get(as)?.isBot === false
  if (!isPerson || channel === undefined || !channel.members.includes(as) || channel.archived)
    return { ok: false, error: 'bad_request' }
  const file = core.files.keep(name.slice(0, 255) || 'file', content, as, core.now())
  say(core, { channel: id, user: as, byBot: false, text: '', files: [file] })
  return { ok: true }
}
