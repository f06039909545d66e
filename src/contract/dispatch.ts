import type { App } from '../app.ts'
import type { Caller } from './caller.ts'
import type { SlashCommand } from './command.ts'
import { UserError } from './errors.ts'
import type { Reply } from './reply.ts'

/** The longest text behind a command that is read at all. */
export const longestCommandText = 2_000

/** A short name, such as `a7` or `wg8-01`, a day or an hour, with whatever follows it. */
const joining = /^(?:[a-z]{1,12}\d|\d{4}\s*[-/.年]|\d{1,2}\s*[月:：点])/iu

/** Whoever writes more than this has something to ask. */
const longestHelp = 20

/** Which handler a typed command goes to, and what is left for it to parse. */
export type Route = { handler: SlashCommand; text: string }

/**
 * The deepest command that matches: `/wg schedule …` before `/wg …`. Verbs are matched in any case and in
 * either language. Undefined where nobody answers to this command.
 */
export function route(commands: readonly SlashCommand[], command: string, text: string): Route | undefined {
  const candidates = commands.filter((candidate) => candidate.command === command)
  const [first = '', ...rest] = text.trim().split(/\s+/u)
  const byVerb = candidates.find((candidate) => verbsOf(candidate).includes(first.toLowerCase()))
  if (byVerb !== undefined) return { handler: byVerb, text: rest.join(' ') }
  const joined = joinedVerb(candidates, first)
  if (joined !== undefined) return { ...joined, text: [joined.text, ...rest].join(' ') }
  const byDefault = candidates.find((candidate) => candidate.verb === undefined)
  return byDefault === undefined ? undefined : { handler: byDefault, text: text.trim() }
}

/** Whether the words behind a command ask for help about it. */
export function asksForHelp(text: string): boolean {
  if (text.length > longestHelp) return false
  return /^(help|\?|--help|-h|帮助|幫助)$/iu.test(text.normalize('NFKC').trim())
}

/**
 * What the bot answers to a slash command.
 * @throws UserError for what the person can mend; anything else thrown is a bug.
 */
export async function answerCommand(
  commands: readonly SlashCommand[],
  help: (found: SlashCommand, caller: Caller) => Reply,
  app: App,
  caller: Caller,
  typed: { command: string; text: string },
): Promise<Reply> {
  if (typed.text.length > longestCommandText)
    throw new UserError('command.too-long', { length: typed.text.length, longest: longestCommandText })
  const found = route(commands, typed.command, typed.text)
  if (found === undefined) throw new UserError('command.unknown', { command: typed.command.slice(0, 80) })
  return asksForHelp(found.text) ? help(found.handler, caller) : found.handler.answer(app, caller, found.text)
}

/** Chinese writes no blank between a verb and a short name or a day: `接受a7`, `请假12月1日`. The longest verb counts. */
function joinedVerb(candidates: readonly SlashCommand[], first: string): Route | undefined {
  const routes = candidates.flatMap((handler) =>
    verbsOf(handler)
      .filter((verb) => /\p{Script=Han}$/u.test(verb) && first.startsWith(verb))
      .map((verb): Route => ({ handler, text: first.slice(verb.length) })),
  )
  return routes.filter(({ text }) => joining.test(text)).sort((a, b) => a.text.length - b.text.length)[0]
}

function verbsOf(command: SlashCommand): string[] {
  return command.verb === undefined ? [] : [command.verb, ...(command.otherVerbs ?? [])]
}
