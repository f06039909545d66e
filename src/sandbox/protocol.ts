/**
 * What the sandbox's page and its server say to each other. The bot never sees any of this: it speaks
 * Slack's own Web API, HTTP requests and Socket Mode to the same server.
 *
 * Every request carries `as`, the user that the person in front of the browser plays.
 */

/** A Block Kit block as the bot sent it; checked by the server against Slack's limits before it is kept. */
export type Block = { type: string; block_id?: string } & Record<string, unknown>

export type SandboxUser = {
  id: string
  /** The short name behind "@". */
  handle: string
  name: string
  /** One line under the name: role and organisation. */
  title: string
  /** Slack's locale, such as `zh-CN` or `en-US`. */
  locale: string
  /** IANA zone of the person's clock. */
  zone: string
  isBot: boolean
}

export type SandboxChannel = {
  id: string
  /** Without "#"; for a direct conversation the handle of the other side. */
  name: string
  topic: string
  kind: 'channel' | 'direct'
  /** Users who are in it; the bot is among them where it has been invited. */
  members: string[]
  archived: boolean
}

export type SandboxCommand = {
  command: string
  description: string
  usageHint: string
  /** As `should_escape` of a manifest: people and channels arrive as `<@U…|handle>` and `<#C…|name>`. */
  shouldEscape?: boolean
}

export type SandboxMessage = {
  channel: string
  /** Slack's timestamp, unique in its channel: `1700000000.000100`. */
  ts: string
  user: string
  text: string
  blocks?: Block[]
  /** What is attached, such as what the app shows of a link; each stands apart below what was said. */
  attached?: Block[][]
  editedAt?: string
  threadTs?: string
  replyCount?: number
  /** Only the person it was sent to sees it, until the page is left. */
  ephemeral?: true
  /** A slash command that the person typed, shown above its ephemeral answer. */
  command?: string
  /** Files that the bot or a person shared, to be fetched from `url` on this server. */
  files?: { id: string; name: string; title: string; size: number; url: string }[]
}

/** A modal that is open, or the Home tab. `state` is what Slack sends back as `view.state.values`. */
export type SandboxView = {
  id: string
  hash: string
  type: 'modal' | 'home'
  title?: string
  submit?: string
  close?: string
  blocks: Block[]
  callbackId?: string
  /** Field errors by block id, after a submission that the bot refused. */
  errors?: Record<string, string>
}

/** `GET /page/state?as=U…`; without `as` it answers with no channels, for the screen that asks who one is. */
export type PageState = {
  team: { id: string; name: string }
  users: SandboxUser[]
  /** Those that `as` is in, the direct conversation with the bot included. */
  channels: SandboxChannel[]
  commands: SandboxCommand[]
  /** Message shortcuts of the app, shown in a message's menu. */
  shortcuts: { name: string; callbackId: string; type: 'message' | 'global' }[]
  bot: { userId: string; name: string; online: boolean }
}

/** `GET /page/messages?as=U…&channel=C…[&thread=ts][&before=ts]`, oldest first, at most 100. */
export type PageMessages = { messages: SandboxMessage[]; hasMore: boolean }

/** `POST /page/message` — a person says something. */
export type SayRequest = { as: string; channel: string; text: string; threadTs?: string }

/** `POST /page/file?as=…&channel=…&name=…` — a file was dropped; it is the body as it is. */
export type FileRequest = { as: string; channel: string; name: string }

/** `POST /page/command` — a slash command was typed; the server sends it to the bot with a trigger id. */
export type CommandRequest = { as: string; channel: string; command: string; text: string }

/** Where an interactive element stands. */
export type Container = { type: 'message'; channel: string; ts: string } | { type: 'view'; viewId: string }

/**
 * `POST /page/action` — a button was pressed, a menu chosen. `value` carries what the element's kind carries
 * in Slack's own payload (`selected_option`, `selected_date`, `selected_user` …); empty for a plain button.
 */
export type ActionRequest = {
  as: string
  container: Container
  blockId: string
  actionId: string
  value: Record<string, unknown>
  /** The inputs of the message or view as they stand, in the shape of `state.values`. */
  state: Record<string, Record<string, unknown>>
}

/** `POST /page/submit` — the modal's submit button. */
export type SubmitRequest = { as: string; viewId: string; state: Record<string, Record<string, unknown>> }

/** `POST /page/close` — the modal was closed or cancelled. */
export type CloseRequest = { as: string; viewId: string }

/**
 * `POST /page/home` — the Home tab was opened; the server pushes the view as it last stood, where there is
 * one, and sends `app_home_opened`.
 */
export type HomeRequest = { as: string }

/** `POST /page/shortcut` — a shortcut was chosen, for a message where `message` is given. */
export type ShortcutRequest = { as: string; callbackId: string; message?: { channel: string; ts: string } }

/** `POST /page/options` — an external select asks the bot for its options. Answer: `{ options }`. */
export type OptionsRequest = {
  as: string
  container: Container
  blockId: string
  actionId: string
  value: string
}

/** Every POST above answers with this. `error` is a sentence of the page's own language. */
export type PageAnswer = { ok: true } | { ok: false; error: PageError }

/** Why a gesture came to nothing; the page has the words. */
export type PageError =
  | 'bot_offline'
  | 'bot_timeout'
  | 'bot_error'
  | 'unknown_command'
  | 'message_gone'
  | 'view_gone'
  | 'bad_request'

/** Pushed to the page over `WS /page/live?as=U…`. On connecting, `state` and `views` come first. */
export type PageEvent =
  | { type: 'message'; message: SandboxMessage }
  | { type: 'message_changed'; message: SandboxMessage }
  | { type: 'message_deleted'; channel: string; ts: string }
  /** A modal opened, changed, was pushed upon another, or went away. The whole stack, the top last. */
  | { type: 'views'; stack: SandboxView[] }
  | { type: 'home'; view: SandboxView }
  /** The list of channels or users changed, or the bot came or went. */
  | { type: 'state'; state: PageState }
