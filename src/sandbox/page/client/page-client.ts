import type {
  ActionRequest,
  CloseRequest,
  CommandRequest,
  OptionsRequest,
  PageAnswer,
  PageError,
  PageMessages,
  PageState,
  SayRequest,
  ShortcutRequest,
  SubmitRequest,
} from '../../protocol.ts'
import type { Option, OptionGroup } from '../blocks/shapes.ts'

/** What became of a gesture: the server's answer, or `unreachable` where there was none. */
export type Outcome = { ok: true } | { ok: false; error: PageError | 'unreachable' }

export type FoundOptions = { options?: Option[]; option_groups?: OptionGroup[] }

export type PageClient = ReturnType<typeof pageClient>

/** The server's page API, spoken as one person. */
export function pageClient(as: string) {
  const query = (fields: Record<string, string>) => new URLSearchParams({ as, ...fields }).toString()
  return {
    state: () => read<PageState>(`/page/state?${query({})}`),
    /** Oldest first; a thread's replies where `thread` is given, what came before `before` where that is. */
    messages: (channel: string, more: { thread?: string; before?: string } = {}) =>
      read<PageMessages>(`/page/messages?${query({ channel, ...more })}`),
    say: (request: Omit<SayRequest, 'as'>) => post('/page/message', { as, ...request }),
    command: (request: Omit<CommandRequest, 'as'>) => post('/page/command', { as, ...request }),
    action: (request: Omit<ActionRequest, 'as'>) => post('/page/action', { as, ...request }),
    submit: (request: Omit<SubmitRequest, 'as'>) => post('/page/submit', { as, ...request }),
    close: (request: Omit<CloseRequest, 'as'>) => post('/page/close', { as, ...request }),
    home: () => post('/page/home', { as }),
    shortcut: (request: Omit<ShortcutRequest, 'as'>) => post('/page/shortcut', { as, ...request }),
    /** Shares a file from this machine. */
    async file(channel: string, file: File): Promise<Outcome> {
      try {
        const response = await fetch(`/page/file?${query({ channel, name: file.name })}`, {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream' },
          body: file,
        })
        return (await response.json()) as PageAnswer
      } catch {
        return { ok: false, error: 'unreachable' }
      }
    },
    /** What the bot offers for an external select; nothing where it doesn't answer. */
    async options(request: Omit<OptionsRequest, 'as'>): Promise<FoundOptions> {
      const response = await send('/page/options', { as, ...request })
      return response?.ok ? ((await response.json()) as FoundOptions) : {}
    },
  }
}

/**
 * The people that one may play, before anybody is picked.
 *
 * @throws when the server does not answer
 */
export function readPeople(): Promise<PageState> {
  return read<PageState>('/page/state')
}

async function read<T>(path: string): Promise<T> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return (await response.json()) as T
}

async function post(path: string, body: object): Promise<Outcome> {
  const response = await send(path, body)
  if (!response) return { ok: false, error: 'unreachable' }
  try {
    return (await response.json()) as PageAnswer
  } catch {
    return { ok: false, error: 'unreachable' }
  }
}

async function send(path: string, body: object): Promise<Response | null> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch {
    return null
  }
}
