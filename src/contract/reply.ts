import type { HomeView, KnownBlock, ModalView } from '@slack/types'

/** A message as Slack takes it; `text` is what notifications and screen readers say. */
export type Message = { text: string; blocks: KnownBlock[] }

/** What a handler answers. `src/slack` alone knows how each is brought to Slack. */
export type Reply =
  /** Seen by the caller alone. */
  | { kind: 'ephemeral'; message: Message }
  /** Takes the place of the ephemeral message whose button was pressed. */
  | { kind: 'replace'; message: Message }
  | { kind: 'modal'; view: ModalView }
  | { kind: 'home'; view: HomeView }
  /** The change shows elsewhere, by itself. */
  | { kind: 'nothing' }

/** An answer that the caller alone sees. */
export function ephemeral(message: Message): Reply {
  return { kind: 'ephemeral', message }
}

/** An answer in the place of the message whose button was pressed. */
export function replace(message: Message): Reply {
  return { kind: 'replace', message }
}

/** What the caller sees on the Home tab from now on. */
export function home(view: HomeView): Reply {
  return { kind: 'home', view }
}

export const nothing: Reply = { kind: 'nothing' }
