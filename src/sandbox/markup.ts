import type { Core } from './core.ts'

/** What a person types becomes Slack's markup: control characters escaped, people, channels and links marked. */
export function fromTyping(core: Core, typed: string): string {
  return marked(core, escaped(typed), (user) => `<@${user.id}>`).replace(
    /(?<![<|])\bhttps?:\/\/[^\s<>|]+[^\s<>|.,;:!?)'"，。；：！？）]/g,
    (url) => `<${url}>`,
  )
}

/** The text of a slash command: escaped, and with `shouldEscape` people and channels are marked. */
export function fromCommand(core: Core, typed: string, shouldEscape: boolean): string {
  if (!shouldEscape) return typed
  return marked(core, escaped(typed), (user) => `<@${user.id}|${user.handle}>`)
}

/** What an app posts, as Slack keeps it: a control character that controls nothing is escaped. */
export function fromApp(text: string): string {
  const control =
    /&(?:amp|lt|gt);|<(?:@[UW][A-Z0-9]+|#[CG][A-Z0-9]+|![a-z]+[^<>]*|(?:https?:\/\/|mailto:|tel:)[^<>\s|]+)(?:\|[^<>]*)?>|[&<>]/g
  return text.replace(control, (found, at: number) => {
    if (found === '&') return '&amp;'
    if (found === '<') return '&lt;'
    // A quotation's mark at the head of a line is meant.
    if (found === '>') return /(^|\n)>{0,2}$/.test(text.slice(0, at)) ? '>' : '&gt;'
    return found
  })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function marked(core: Core, text: string, mark: (user: { id: string; handle: string }) => string): string {
  const people = [...core.workspace.users.values()]
  const channels = [...core.workspace.channels.values()].filter((channel) => channel.kind === 'channel')
  return text
    .replace(/(?<![\p{L}\p{N}_])@([\p{L}\p{N}][\p{L}\p{N}._-]*)/gu, (typed, name: string) => {
      const user = longest(people, name, (each) => each.handle)
      return user === undefined ? typed : `${mark(user)}${name.slice(user.handle.length)}`
    })
    .replace(/(?<![\p{L}\p{N}_&])#([\p{L}\p{N}_-]+)/gu, (typed, name: string) => {
      const channel = channels.find((each) => each.name === name)
      return channel === undefined ? typed : `<#${channel.id}|${channel.name}>`
    })
}

/** The one whose whole handle the typed word is, a full stop after it aside. */
function longest<T>(all: T[], typed: string, handle: (each: T) => string): T | undefined {
  const bare = typed.replace(/[._-]+$/, '')
  return all.find((each) => handle(each) === typed) ?? all.find((each) => handle(each) === bare)
}
