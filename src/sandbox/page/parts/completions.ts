import type { PageState, SandboxCommand } from '../../protocol.ts'
import { peopleFirst } from '../client/people-first.ts'

/** Something the message box can finish for the person who types. */
export type Completion = { key: string; label: string; detail: string; hint?: string; text: string }

export type Offer = {
  kind: 'commands' | 'people'
  /** Where the text that a completion replaces begins; it ends at the caret. */
  from: number
  items: Completion[]
}

const MOST = 8

/** What can complete the text before the caret: commands after a leading slash, people after an at sign. */
export function completionsFor(
  text: string,
  caret: number,
  page: PageState,
  inThread: boolean,
): Offer | null {
  const before = text.slice(0, caret)
  if (/^\/\S*$/.test(before)) {
    const items = inThread ? [] : commandCompletions(page.commands, before)
    return items.length > 0 ? { kind: 'commands', from: 0, items } : null
  }
  const at = /(?:^|[\s(（，、])@([^\s@]*)$/.exec(before)
  if (!at) return null
  const typed = (at[1] ?? '').toLowerCase()
  const items = peopleFirst(page.users)
    .filter(({ name, handle }) => `${name} ${handle}`.toLowerCase().includes(typed))
    .slice(0, MOST)
    .map((user) => ({
      key: user.id,
      label: user.name,
      detail: user.title,
      text: `@${user.handle} `,
    }))
  return items.length > 0 ? { kind: 'people', from: caret - typed.length - 1, items } : null
}

function commandCompletions(commands: readonly SandboxCommand[], typed: string): Completion[] {
  const wanted = typed.toLowerCase()
  const word = wanted.slice(1)
  const begins = commands.filter(({ command }) => command.toLowerCase().startsWith(wanted))
  const mentions = commands.filter(
    (one) => !begins.includes(one) && `${one.command} ${one.description}`.toLowerCase().includes(word),
  )
  return [...begins, ...mentions].map(({ command, description, usageHint }) => ({
    key: command,
    label: command,
    detail: description,
    hint: usageHint,
    text: `${command} `,
  }))
}

/** The command being filled in, once its name is complete: its hint stays in sight. */
export function commandAtWork(text: string, commands: readonly SandboxCommand[]): SandboxCommand | null {
  const name = /^(\/\S+)\s/.exec(text)?.[1]?.toLowerCase()
  return commands.find(({ command }) => command.toLowerCase() === name) ?? null
}
