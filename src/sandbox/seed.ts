import type { PageState, SandboxCommand, SandboxUser } from './protocol.ts'

/** The workspace as it stands before anybody has said a word. Merged over what the journal remembers. */
export type SandboxSeed = {
  team: { id: string; name: string; domain: string }
  users: (Omit<SandboxUser, 'isBot'> & { email: string })[]
  /** `bot`: the bot has been invited. */
  channels: {
    id: string
    name: string
    topic: string
    members: string[]
    bot: boolean
    archived?: boolean
  }[]
  commands: SandboxCommand[]
  shortcuts: PageState['shortcuts']
  bot: { userId: string; botId: string; appId: string; name: string }
  /** Domains whose links the app asks to be told of, as a manifest's `unfurl_domains`. */
  linkDomains?: readonly string[]
  /** Event types the app subscribes to, as in a manifest's `bot_events`. None given: all of them. */
  events?: string[]
}
