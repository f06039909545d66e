import { isObject } from '../blocks/rule.ts'
import type { Core } from '../core.ts'
import { slackFile } from '../delivery/payloads.ts'
import type { StoredFile } from '../state/changes.ts'
import { say } from '../talk.ts'
import type { Args } from './args.ts'
import { findConversation, needMembership } from './find.ts'
import { type Method, SlackError } from './method.ts'

export const fileMethods: Record<string, Method> = {
  'files.info': { token: 'bot', tier: 4, reads: true, run: info },
  'files.getUploadURLExternal': { token: 'bot', tier: 4, run: getUploadUrl },
  'files.completeUploadExternal': { token: 'bot', tier: 4, run: complete },
}

/** What the sandbox keeps of one file; Slack's own limit is far above. */
export const largestFile = 10 * 1024 * 1024

function info(core: Core, call: Args) {
  const file = sharedFile(core, call.need('file'))
  if (file === undefined) throw new SlackError('file_not_found')
  return { file: slackFile(core, file), comments: [] }
}

/** A file that stands in a conversation that the bot is in. */
export function sharedFile(core: Core, id: string): StoredFile | undefined {
  return [...core.workspace.channels.values()]
    .filter(({ members }) => members.includes(core.seed.bot.userId))
    .flatMap((channel) => core.workspace.messages(channel.id))
    .flatMap((message) => message.files ?? [])
    .find((file) => file.id === id)
}

function getUploadUrl(core: Core, call: Args) {
  const name = call.need('filename')
  const size = Number(call.need('length'))
  if (!Number.isInteger(size) || size < 1 || size > largestFile)
    throw new SlackError('invalid_arguments', [
      'must be a number of bytes that can be kept [json-pointer:/length]',
    ])
  const { id, ticket } = core.files.expect(name.slice(0, 255), size)
  return { upload_url: `${core.url()}/upload/${ticket}`, file_id: id }
}

function complete(core: Core, call: Args) {
  const given = call.json('files', 'invalid_arguments')
  if (!Array.isArray(given) || given.length === 0 || !given.every(isObject))
    throw new SlackError('invalid_arguments', ['must provide an array of objects [json-pointer:/files]'])
  const places = [...new Set([...call.list('channels'), ...call.list('channel_id')])]
  const channels = places.map((id) => findConversation(core, id))
  for (const channel of channels) needMembership(core, channel)
  const taken = given.map((each) => {
    const title = typeof each.title === 'string' ? each.title : undefined
    const file = core.files.take(String(each.id), title, core.now())
    if (file === undefined) throw new SlackError('file_not_found')
    return file
  })
  const threadTs = call.text('thread_ts')
  for (const channel of channels)
    say(core, {
      channel: channel.id,
      user: core.seed.bot.userId,
      byBot: true,
      text: call.text('initial_comment') ?? '',
      files: taken,
      ...(threadTs === undefined ? {} : { threadTs }),
    })
  return { files: taken.map((file) => slackFile(core, file)) }
}
