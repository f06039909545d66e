import type { Core } from '../core.ts'
import { tellHomeOpened } from '../delivery/events.ts'
import { chooseShortcut } from '../gestures/choose-shortcut.ts'
import { press, suggest } from '../gestures/press.ts'
import { closeView, submitView } from '../gestures/submit-view.ts'
import { typeCommand } from '../gestures/type-command.ts'
import { fromTyping } from '../markup.ts'
import type { PageAnswer, PageMessages, ShortcutRequest } from '../protocol.ts'
import { say } from '../talk.ts'
import { requests } from './requests.ts'
import { pageMessage, pageState, pageView } from './shown.ts'

/** `undefined`: there is no such address, or the request is not one. */
export type PageApi = {
  get(path: string, query: URLSearchParams): unknown
  post(path: string, body: unknown): Promise<unknown>
}

const bad: PageAnswer = { ok: false, error: 'bad_request' }
const pageLength = 100

/** What the page asks and does; see protocol.ts. */
export function pageApi(core: Core): PageApi {
  const isPerson = (id: string | null) => core.workspace.users.get(id ?? '')?.isBot === false
  const doing: { [Path in keyof typeof requests]: (body: unknown) => Promise<unknown> } = {
    message: async (body) => sayTyped(core, requests.message.parse(body)),
    command: (body) => typeCommand(core, requests.command.parse(body)),
    action: (body) => press(core, requests.action.parse(body)),
    options: (body) => suggest(core, requests.options.parse(body)),
    submit: (body) => submitView(core, requests.submit.parse(body)),
    close: (body) => closeView(core, requests.close.parse(body)),
    shortcut: (body) => chooseShortcut(core, requests.shortcut.parse(body) as ShortcutRequest),
    home: async (body) => {
      const { as } = requests.home.parse(body)
      const home = core.workspace.homes.get(as)
      if (home !== undefined) core.page.toUser(as, { type: 'home', view: pageView(home) })
      tellHomeOpened(core, as)
      return core.deliver.online() ? { ok: true } : { ok: false, error: 'bot_offline' }
    },
  }
  return {
    get(path, query) {
      const as = query.get('as')
      if (path === '/page/state') return pageState(core, as ?? '')
      if (path !== '/page/messages') return undefined
      return as !== null && isPerson(as) ? messages(core, as, query) : undefined
    },
    async post(path, body) {
      const name = path.slice('/page/'.length)
      if (!path.startsWith('/page/') || !Object.hasOwn(doing, name)) return undefined
      const as = typeof body === 'object' && body !== null && 'as' in body ? String(body.as) : null
      if (!isPerson(as)) return bad
      try {
        return await doing[name as keyof typeof doing](body)
      } catch (error) {
        if (error instanceof Error && error.name === 'ZodError') return bad
        throw error
      }
    },
  }
}

function sayTyped(
  core: Core,
  said: { as: string; channel: string; text: string; threadTs?: string | undefined },
): PageAnswer {
  const channel = core.workspace.channels.get(said.channel)
  if (channel === undefined || !channel.members.includes(said.as) || channel.archived) return bad
  const parent = said.threadTs === undefined ? undefined : core.workspace.message(channel.id, said.threadTs)
  if (said.threadTs !== undefined && parent === undefined) return { ok: false, error: 'message_gone' }
  say(core, {
    channel: channel.id,
    user: said.as,
    byBot: false,
    text: fromTyping(core, said.text),
    ...(parent === undefined ? {} : { threadTs: parent.threadTs ?? parent.ts }),
  })
  return { ok: true }
}

function messages(core: Core, as: string, query: URLSearchParams): PageMessages | undefined {
  const channel = core.workspace.channels.get(query.get('channel') ?? '')
  if (channel === undefined || !channel.members.includes(as)) return undefined
  const thread = query.get('thread')
  const before = query.get('before')
  const all = [...core.workspace.messages(channel.id), ...core.ephemerals.of(as, channel.id)]
    .filter((message) =>
      thread === null
        ? message.threadTs === undefined || message.broadcast === true
        : message.ts === thread || message.threadTs === thread,
    )
    .filter((message) => before === null || Number(message.ts) < Number(before))
    .sort((a, b) => Number(a.ts) - Number(b.ts))
  return { messages: all.slice(-pageLength).map(pageMessage), hasMore: all.length > pageLength }
}
