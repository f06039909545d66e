import { WebSocket } from 'ws'
import type {
  ActionRequest,
  Block,
  Container,
  PageAnswer,
  PageEvent,
  PageMessages,
  SandboxMessage,
  SandboxView,
} from './protocol.ts'

/** A person at the sandbox without a browser, acting through the page's own API. */
export type SandboxPerson = {
  id: string
  command(channel: string, command: string, text?: string): Promise<PageAnswer>
  say(channel: string, text: string, threadTs?: string): Promise<PageAnswer>
  /** Drops a file into a conversation. */
  drop(channel: string, name: string, content: Buffer): Promise<PageAnswer>
  /** Acts on the element with this action id; `value` as in protocol.ts. Throws where it is not there. */
  press(
    where: SandboxMessage | SandboxView,
    actionId: string,
    value?: Record<string, unknown>,
    state?: ActionRequest['state'],
  ): Promise<PageAnswer>
  /** Sends a modal; `state` by block id and action id, as `view.state.values`. */
  submit(view: SandboxView, state: ActionRequest['state']): Promise<PageAnswer>
  closeView(view: SandboxView): Promise<PageAnswer>
  home(): Promise<PageAnswer>
  shortcut(callbackId: string, message?: SandboxMessage): Promise<PageAnswer>
  options(where: SandboxMessage | SandboxView, actionId: string, typed: string): Promise<unknown>
  messages(channel: string): Promise<SandboxMessage[]>
  /**
   * The first event after the last gesture began that holds, of those that came or those to come.
   * Rejects after `timeoutMs`, telling what came instead.
   */
  waitFor(predicate: (event: PageEvent) => boolean, timeoutMs?: number): Promise<PageEvent>
  /** Shorthands of waitFor: a new or changed message that holds, a modal on top, the Home tab. */
  waitForMessage(predicate: (message: SandboxMessage) => boolean, timeoutMs?: number): Promise<SandboxMessage>
  waitForModal(predicate?: (view: SandboxView) => boolean, timeoutMs?: number): Promise<SandboxView>
  waitForHome(predicate?: (view: SandboxView) => boolean, timeoutMs?: number): Promise<SandboxView>
  leave(): Promise<void>
}

/** `sandbox` is running; the person leaves by `leave()` or when it closes. */
export function sandboxPerson(sandbox: { url: string }, userId: string): SandboxPerson {
  const live = new WebSocket(`${sandbox.url.replace('http:', 'ws:')}/page/live?as=${userId}`)
  const events: PageEvent[] = []
  const watchers = new Set<() => void>()
  let mark = 0
  // The page is told its state as soon as it is there; whatever comes before a gesture is not its consequence.
  const ready = new Promise<void>((resolve, reject) => {
    live.once('message', () => resolve())
    live.once('error', reject)
  })
  ready.catch(() => undefined)
  live.on('error', () => undefined)
  live.on('message', (data) => {
    events.push(JSON.parse(data.toString()))
    for (const watch of [...watchers]) watch()
  })

  const post = async (path: string, body: object): Promise<PageAnswer> => {
    await ready
    mark = events.length
    return ask(path, body)
  }
  const ask = async (path: string, body: object) => {
    const answer = await fetch(`${sandbox.url}/page/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: userId, ...body }),
    })
    return (await answer.json()) as PageAnswer
  }
  const waitFor: SandboxPerson['waitFor'] = (predicate, timeoutMs = 5000) =>
    new Promise((resolve, reject) => {
      const from = mark
      const look = () => {
        const found = events.slice(from).find(predicate)
        if (found === undefined) return
        stop()
        resolve(found)
      }
      const stop = () => {
        clearTimeout(timer)
        watchers.delete(look)
      }
      const timer = setTimeout(() => {
        stop()
        const seen = JSON.stringify(events.slice(from).filter((event) => event.type !== 'state'))
        reject(new Error(`${userId} waited ${timeoutMs} ms in vain; what came: ${seen.slice(0, 2000)}`))
      }, timeoutMs)
      watchers.add(look)
      look()
    })
  return {
    id: userId,
    waitFor,
    command: (channel, command, text = '') => post('command', { channel, command, text }),
    say: (channel, text, threadTs) => post('message', { channel, text, threadTs }),
    async drop(channel, name, content) {
      await ready
      mark = events.length
      const query = new URLSearchParams({ as: userId, channel, name })
      const answer = await fetch(`${sandbox.url}/page/file?${query}`, {
        method: 'POST',
        body: new Uint8Array(content),
      })
      return (await answer.json()) as PageAnswer
    },
    press: (where, actionId, value = {}, state = {}) =>
      post('action', { ...locate(where, actionId), actionId, value, state }),
    submit: (view, state) => post('submit', { viewId: view.id, state }),
    closeView: (view) => post('close', { viewId: view.id }),
    home: () => post('home', {}),
    shortcut: (callbackId, message) =>
      post('shortcut', {
        callbackId,
        ...(message === undefined ? {} : { message: { channel: message.channel, ts: message.ts } }),
      }),
    options: (where, actionId, typed) =>
      ask('options', { ...locate(where, actionId), actionId, value: typed }),
    async messages(channel) {
      const answer = await fetch(`${sandbox.url}/page/messages?as=${userId}&channel=${channel}`)
      return ((await answer.json()) as PageMessages).messages
    },
    async waitForMessage(predicate, timeoutMs) {
      const event = await waitFor((each) => isMessage(each) && predicate(each.message), timeoutMs)
      if (!isMessage(event)) throw new Error('no message')
      return event.message
    },
    async waitForModal(predicate = () => true, timeoutMs) {
      const top = (event: PageEvent) => (event.type === 'views' ? event.stack.at(-1) : undefined)
      const holds = (view: SandboxView | undefined) => view !== undefined && predicate(view)
      const view = top(await waitFor((event) => holds(top(event)), timeoutMs))
      if (view === undefined) throw new Error('no modal')
      return view
    },
    async waitForHome(predicate = () => true, timeoutMs) {
      const event = await waitFor((each) => each.type === 'home' && predicate(each.view), timeoutMs)
      if (event.type !== 'home') throw new Error('no Home tab')
      return event.view
    },
    async leave() {
      if (live.readyState === WebSocket.CLOSED) return
      const closed = new Promise((resolve) => live.once('close', resolve))
      live.terminate()
      await closed
    },
  }
}

function isMessage(event: PageEvent): event is Extract<PageEvent, { message: SandboxMessage }> {
  return event.type === 'message' || event.type === 'message_changed'
}

function locate(
  where: SandboxMessage | SandboxView,
  actionId: string,
): { container: Container; blockId: string } {
  const container: Container =
    'ts' in where
      ? { type: 'message', channel: where.channel, ts: where.ts }
      : { type: 'view', viewId: where.id }
  const attached = 'ts' in where ? (where.attached ?? []).flat() : []
  const block = [...(where.blocks ?? []), ...attached].find((each: Block) =>
    [each.elements, each.accessory, each.element].flat().some((element) => {
      return typeof element === 'object' && element !== null && 'action_id' in element
        ? element.action_id === actionId
        : false
    }),
  )
  if (block === undefined) throw new Error(`no element ${actionId} here`)
  return { container, blockId: String(block.block_id) }
}
