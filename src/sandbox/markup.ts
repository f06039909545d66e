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

function marked(core: Core, text: string, mark: (user: Named) => string): string {
  const people = [...core.workspace.users.values()]
  const channels = [...core.workspace.channels.values()].filter((channel) => channel.kind === 'channel')
  return text
    .replace(/(?<![\p{L}\p{N}_])@([\p{L}\p{N}][\p{L}\p{N}._-]*)/gu, (typed, word: string) => {
      const found = named(people, word)
      return found === undefined ? typed : `${mark(found.user)}${word.slice(found.length)}`
    })
    .replace(/(?<![\p{L}\p{N}_&])#([\p{L}\p{N}_-]+)/gu, (typed, name: string) => {
      const channel = channels.find((each) => each.name === name)
      return channel === undefined ? typed : `<#${channel.id}|${channel.name}>`
    })
}

type Named = { id: string; handle: string; name: string }

/**
 * The person whose handle or name the word begins with, the longest of several. Chinese goes on without a
 * space, so "@林薇请看" is 林薇; but "@annabel" is not anna.
 */
function named(people: Named[], word: string): { user: Named; length: number } | undefined {
  const typed = word.toLowerCase()
  const fits = people.flatMap((user) =>
    [user.handle, user.name].flatMap((name) => {
      const isIt =
        name !== '' &&
        typed.startsWith(name.toLowerCase()) &&
        !/^[._-]?[a-z0-9]/.test(typed.slice(name.length))
      return isIt ? [{ user, length: name.length }] : []
    }),
  )
  return fits.sort((a, b) => b.length - a.length)[0]
}
