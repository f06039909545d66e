import type { SlashCommand } from '../contract/command.ts'
import type { SlackEvent } from '../contract/event.ts'
import type { Shortcut } from '../contract/shortcut.ts'
import { linkDomains } from '../domain/standard/links.ts'
import { type TextKey, texts } from '../texts/texts.ts'

/** What the bot may do in a workspace; each scope is there for the method or event named beside it. */
const scopes = [
  'commands', // slash commands, shortcuts
  'chat:write', // chat.postMessage, chat.postEphemeral, chat.update
  'app_mentions:read', // app_mention
  'im:history', // message.im; conversations.history of what was said in person
  'links:read', // link_shared
  'links:write', // chat.unfurl
  'channels:read', // conversations.list
  'groups:read', // conversations.list, private channels
  'channels:history', // conversations.history: to know its own message again
  'groups:history',
  'files:read', // files.info, file_shared: lists that the secretariat hands in
  'im:write', // conversations.open: where it said something in person
  'users:read', // users.info, users.list
  'users:read.email', // members are found by their e-mail address
]

/** More than this nobody reads while typing: then verbs are named, and the help shows how they are used. */
const longestHint = 100

/** A slash command as a workspace's composer offers it. */
export type OfferedCommand = { command: string; description: string; usageHint: string }

/** One entry a command, described by its default verb in both languages (Slack takes one text for all), with all verbs in the hint. */
export function offeredCommands(commands: readonly SlashCommand[]): OfferedCommand[] {
  return [...new Set(commands.map(({ command }) => command))].map((command) => {
    const own = commands.filter((candidate) => candidate.command === command)
    const first = own.find(({ verb }) => verb === undefined) ?? own[0]
    const examples = own.flatMap(({ usage }) => firstHint(command, usage) ?? []).join(' | ')
    const names = own.flatMap(({ verb, usage }) => verb ?? firstHint(command, usage) ?? []).join(' | ')
    return {
      command,
      description:
        first === undefined ? '' : `${texts('en')(first.summary)} ${texts('zh-CN')(first.summary)}`,
      usageHint: examples.length > longestHint ? names : examples,
    }
  })
}

/** The first usage that shows more than the command itself. */
function firstHint(command: string, usage: readonly string[]): string | undefined {
  return usage.map((line) => line.slice(command.length).trim()).find((hint) => hint !== '')
}

/** A shortcut as a workspace's menus offer it, in both languages together like a command. */
export type OfferedShortcut = {
  name: string
  type: Shortcut['type']
  callbackId: string
  description: string
}

/** One entry a shortcut. */
export function offeredShortcuts(shortcuts: readonly Shortcut[]): OfferedShortcut[] {
  const both = (key: TextKey) => `${texts('en')(key)} ${texts('zh-CN')(key)}`
  return shortcuts.map(({ id, type, name, summary }) => ({
    name: both(name),
    type,
    callbackId: id,
    description: both(summary),
  }))
}

/** The lists from which the manifest is made. */
export type Listed = {
  slashCommands: readonly SlashCommand[]
  events: readonly SlackEvent[]
  shortcuts: readonly Shortcut[]
}

/** The app manifest that sets up a workspace in one paste: Socket Mode, no address needed. */
export function slackManifest({ slashCommands, events, shortcuts }: Listed) {
  return {
    display_information: {
      name: 'Rapporteur',
      description: 'Where a standard stands, and who owes what',
      background_color: '#1f4e5f',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Rapporteur', always_online: true },
      shortcuts: offeredShortcuts(shortcuts).map(({ callbackId, ...shortcut }) => ({
        ...shortcut,
        callback_id: callbackId,
      })),
      unfurl_domains: linkDomains,
      slash_commands: offeredCommands(slashCommands).map(({ command, description, usageHint }) => ({
        command,
        description,
        usage_hint: usageHint,
        should_escape: true,
      })),
    },
    oauth_config: { scopes: { bot: scopes } },
    settings: {
      event_subscriptions: { bot_events: events.map(({ type }) => type) },
      interactivity: { is_enabled: true },
      org_deploy_enabled: false,
      socket_mode_enabled: true,
      token_rotation_enabled: false,
    },
  }
}
