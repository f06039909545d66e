import type { Core } from '../core.ts'
import type { Block, PageState, SandboxMessage, SandboxView } from '../protocol.ts'
import type { StoredMessage, StoredView } from '../state/changes.ts'
import type { EphemeralMessage } from '../state/ephemerals.ts'

/** What the page is shown of what the workspace keeps. */

export function pageMessage(message: StoredMessage | EphemeralMessage): SandboxMessage {
  return {
    channel: message.channel,
    ts: message.ts,
    user: message.user,
    text: message.text,
    ...(message.blocks === undefined ? {} : { blocks: message.blocks }),
    ...attached(message),
    ...(message.editedTs === undefined ? {} : { editedAt: instant(message.editedTs) }),
    ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
    ...(message.replyCount === undefined ? {} : { replyCount: message.replyCount }),
    ...(message.files === undefined
      ? {}
      : {
          files: message.files.map((file) => ({
            id: file.id,
            name: file.name,
            title: file.title,
            size: file.size,
            url: `/files/${file.id}/${encodeURIComponent(file.name)}`,
          })),
        }),
    ...('seenBy' in message ? { ephemeral: true as const } : {}),
    ...('command' in message && message.command !== undefined ? { command: message.command } : {}),
  }
}

/** Unfurled links and the like. */
function attached(message: StoredMessage): { attached?: Block[][] } {
  const all = (message.attachments ?? []).map(attachedBlocks).filter((blocks) => blocks.length > 0)
  return all.length === 0 ? {} : { attached: all }
}

function attachedBlocks(attachment: unknown): Block[] {
  if (typeof attachment !== 'object' || attachment === null) return []
  if ('blocks' in attachment && Array.isArray(attachment.blocks)) return attachment.blocks
  const text = ['text', 'fallback'].map((name) => (attachment as Record<string, unknown>)[name]).find(Boolean)
  return typeof text === 'string' ? [{ type: 'section', text: { type: 'mrkdwn', text } }] : []
}

/** A modal or a Home view as the page draws it. */
export function pageView(view: StoredView): SandboxView {
  const { body } = view
  const title = plainText(body.title)
  const submit = plainText(body.submit)
  const close = plainText(body.close)
  return {
    id: view.id,
    hash: view.hash,
    type: view.type,
    ...(title === undefined ? {} : { title }),
    ...(submit === undefined ? {} : { submit }),
    ...(close === undefined ? {} : { close }),
    blocks: body.blocks,
    ...(typeof body.callback_id === 'string' ? { callbackId: body.callback_id } : {}),
    ...(view.errors === undefined ? {} : { errors: view.errors }),
  }
}

/** The workspace as the person `as` sees it. */
export function pageState(core: Core, as: string): PageState {
  const { workspace, seed } = core
  return {
    team: { id: seed.team.id, name: seed.team.name },
    users: [...workspace.users.values()].map(({ email: _, ...user }) => user),
    channels: [...workspace.channels.values()].filter((channel) => channel.members.includes(as)),
    commands: seed.commands,
    shortcuts: seed.shortcuts,
    bot: { userId: seed.bot.userId, name: seed.bot.name, online: core.deliver.online() },
  }
}

function plainText(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('text' in value)) return undefined
  return typeof value.text === 'string' ? value.text : undefined
}

function instant(ts: string): string {
  return new Date(Math.floor(Number(ts) * 1000)).toISOString()
}
