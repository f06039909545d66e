import { designationInText } from '../domain/designation/rules.ts'
import type { SlashCommand } from './command.ts'
import { asksForHelp } from './dispatch.ts'
import { unescaped } from './unescaped.ts'

/** A command and what stands behind it. */
export type Typed = { command: string; text: string }

/**
 * A message's text without Slack's marks: links as their addresses, entities as what they stand for. People and
 * channels stay marked, as a slash command is sent them.
 */
export function plainWords(text: string): string {
  const bare = text
    .replaceAll(/<mailto:[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll(/<((?:https?|mailto|tel):[^|>]*)(?:\|[^>]*)?>/g, '$1')
    .replaceAll(/<!(?:subteam\^\w+|\w+)(?:\|([^>]*))?>/g, '$1')
  return unescaped(bare)
}

/**
 * What a message asks of the bot whose user id is `bot`: what stands behind its name. Where nothing does, what stands
 * before counts if it names a text or a link, so that thanks are no question. The whole of it, where the bot is not named:
 * then it was said to the bot in person. Empty where it asks nothing.
 */
export function questionIn(text: string, bot?: string): string {
  const isId = bot !== undefined && /^\w+$/.test(bot)
  const [before = '', ...behind] = isId ? text.split(new RegExp(`<@${bot}(?:\\|[^>]*)?>`)) : [text]
  const asked = tidied(plainWords(behind.join(' ')))
  if (behind.length > 0 && asked !== '') return asked
  const first = tidied(plainWords(before))
  const counts = behind.length === 0 || /https?:\/\//.test(first) || designationInText(first) !== undefined
  return counts ? first : ''
}

/**
 * The command that the question's first word names, with or without its slash; undefined where it names none. A word that
 * asks for help stays, so that what it is asked about is taken for no verb.
 */
export function commandNamed(commands: readonly SlashCommand[], question: string): Typed | undefined {
  const [, first = '', text = ''] = /^\/?(\S+)\s*([\s\S]*)$/u.exec(question) ?? []
  const word = first.toLowerCase().replace(/[,:，：]$/u, '')
  const found = commands.find(
    ({ command, alsoCalled = [] }) => command === `/${word}` || alsoCalled.includes(word),
  )
  return found && { command: found.command, text: asksForHelp(word) ? `${word} ${text}`.trim() : text }
}

/** Empty where there is nothing in it but marks. */
function tidied(text: string): string {
  const trimmed = text.replace(/^[\s,:;!.，：；、！。-]+/u, '').trimEnd()
  return /[\p{L}\p{N}]/u.test(trimmed) ? trimmed : ''
}
