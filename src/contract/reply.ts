import type { HomeView, KnownBlock, ModalView } from '@slack/types'

/** A message as Slack takes it; `text` is what notifications and screen readers say. */
export type Message = { text: string; blocks: KnownBlock[] }

/** What a handler answers. `src/slack` alone knows how each is brought to Slack. */
export type Reply =
  /** Seen by the caller alone; `aloud` is what all see who read the thread in which the caller asked aloud. */
  | { kind: 'ephemeral'; message: Message; aloud?: Message }
  /** Takes the place of the ephemeral message whose button was pressed. */
  | { kind: 'replace'; message: Message }
  | { kind: 'modal'; view: ModalView }
  /** Takes the place of the modal in which something was chosen. */
  | { kind: 'update'; view: ModalView }
  | { kind: 'home'; view: HomeView }
  /** Stands below links that somebody posted, by link. */
  | { kind: 'unfurl'; cards: Readonly<Record<string, KnownBlock[]>> }
  /** The change shows elsewhere, by itself. */
  | { kind: 'nothing' }

/** An answer that the caller alone sees. */
export function ephemeral(message: Message): Reply {
  return { kind: 'ephemeral', message }
}

/** An answer that helps everybody: where it was asked for aloud, all who read that thread see it. */
export function forAll(message: Message, aloud: Message): Reply {
  return { kind: 'ephemeral', message, aloud }
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
