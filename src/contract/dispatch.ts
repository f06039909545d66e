import type { App } from '../app.ts'
import { bareQuestion } from './bare-question.ts'
import type { Caller } from './caller.ts'
import type { SlashCommand } from './command.ts'
import { UserError } from './errors.ts'
import { inflections } from './inflections.ts'
import type { Reply } from './reply.ts'

/** The longest text behind a command that is read at all. */
export const longestCommandText = 2_000

/** A short name, such as `a7` or `wg8-01`, a day, an hour or a length of time, with whatever follows it. */
const joining =
  /^(?:[a-z]{1,12}\d|(?:一直|直)?[到至从自]?(?:\d{4}\s*[-/.年]|\d{1,2}\s*[月:：点]|[一二三四五六七八九十]{1,2}[月点]|[今明后]天|[本下]个?周|[本下]?个?(?:周|星期|礼拜)[一二三四五六日天]|(?:\d{1,3}|[一二两三四五六七八九十]{1,3})\s*(?:天|个?周|个?星期|个?礼拜|个月)|半个月))/iu

/** A word with a mark behind it, and what is joined to that: `done:`, `接受：a7`. */
const parted = /^([\p{L}-]+)[:,;：，、；]+(.*)$/su

/** What may stand behind a verb of several words. */
const behindPhrase = /^(?:[\s:,;：，、；]+|$)/u

/** Whoever writes more than this has something to ask. */
const longestHelp = 20

const calledHelp =
  /^(?:(?:help|--help|-h)\s+(?:(?:with|on|about)\s+)?|[?？]\s*|(?:帮助|幫助)\s*)(?<about>.+)$/isu

/** Which handler a typed command goes to, and what is left for it to parse. */
export type Route = { handler: SlashCommand; text: string }

/**
 * The deepest command that matches: `/wg schedule …` before `/wg …`. Verbs are matched in any case, in either language and
 * in their usual inflections, with a colon behind them or without; a word that is some command's own verb is never an
 * inflection of another's. Undefined where nobody answers to this command.
 */
export function route(commands: readonly SlashCommand[], command: string, text: string): Route | undefined {
  const candidates = commands.filter((candidate) => candidate.command === command)
  const byDefault = candidates.find((candidate) => candidate.verb === undefined)
  const byVerb = routeByVerb(candidates, text, byDefault?.findsTitles === true)
  if (byVerb !== undefined || byDefault === undefined) return byVerb
  return verbBehindName(candidates, byDefault, text) ?? { handler: byDefault, text: text.trim() }
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
  if (asksForHelp(found.text)) return help(found.handler, caller)
  const about = found.handler.verb === undefined ? helpAbout(commands, typed.command, found.text) : undefined
  return about === undefined ? found.handler.answer(app, caller, found.text) : help(about, caller)
}

/** The verb that `help accept`, `帮助 接受` asks about; undefined where that is no call for help about one. */
function helpAbout(
  commands: readonly SlashCommand[],
  command: string,
  text: string,
): SlashCommand | undefined {
  const about = calledHelp.exec(text.normalize('NFKC').trim())?.groups?.about
  const found = about === undefined ? undefined : route(commands, command, about)
  // A title may begin with such a word, and go on.
  return found?.handler.verb === undefined || found.text.length > longestHelp ? undefined : found.handler
}

function routeByVerb(
  candidates: readonly SlashCommand[],
  text: string,
  findsTitles: boolean,
): Route | undefined {
  const phrase = phraseFirst(candidates, text.trim())
  if (phrase !== undefined) return phrase
  const [first = '', ...others] = text.trim().split(/\s+/u)
  const [, word = first, close = ''] = parted.exec(first) ?? []
  const rest = [close, ...others].filter(Boolean).join(' ')
  const verb = word.toLowerCase()
  const own = candidates.find((candidate) => verbsOf(candidate).includes(verb))
  if (own !== undefined) return { handler: own, text: rest }
  // A title may begin with such a word: records management.
  if (!findsTitles || rest === '' || /[\d:：]/u.test(rest)) {
    const inflected = candidates.find((candidate) => verbsOf(candidate).flatMap(inflections).includes(verb))
    if (inflected !== undefined) return { handler: inflected, text: rest }
  }
  const joined = joinedVerb(candidates, first)
  return joined && { ...joined, text: [joined.text, ...others].join(' ') }
}

/** A verb of several words comes before any of one word: `give back a7` is not `give`. The longest counts. */
function phraseFirst(candidates: readonly SlashCommand[], text: string): Route | undefined {
  const plain = text.toLowerCase().replaceAll(/\s+/gu, ' ')
  const routes = candidates.flatMap((handler) =>
    verbsOf(handler)
      .filter((verb) => verb.includes(' '))
      .flatMap((verb) => [verb, ...inflections(verb)])
      .filter((verb) => plain.startsWith(verb) && behindPhrase.test(plain.slice(verb.length)))
      .map((verb) => ({ handler, verb })),
  )
  const longest = routes.sort((a, b) => b.verb.length - a.verb.length)[0]
  if (longest === undefined) return undefined
  const { handler, verb } = longest
  const rest = text.split(/\s+/u).join(' ').slice(verb.length)
  return { handler, text: rest.replace(behindPhrase, '') }
}

/**
 * `a7 done`, `a7完成`, `把a7交给…`: the verb behind what it is about, where the command knows that by its look. With a mere
 * question behind it (`a7 done?`) that is left to be answered.
 */
function verbBehindName(
  candidates: readonly SlashCommand[],
  { named }: SlashCommand,
  text: string,
): Route | undefined {
  const plain = text.trim().replace(/^请?[把将]\s*/u, '')
  const name = named?.exec(plain)?.[0]
  if (name === undefined) return undefined
  const behind = plain.slice(name.length).replace(/^[\s:,：，]+/u, '')
  const found =
    routeByVerb(candidates, behind, false) ??
    verbBeforeWhom(candidates, behind) ??
    verbAsked(candidates, behind)
  return found && { ...found, text: `${name} ${found.text}`.trim() }
}

/** `done?`, `完成了吗？`: a verb, and nothing behind it but a question. The longest verb counts. */
function verbAsked(candidates: readonly SlashCommand[], text: string): Route | undefined {
  const plain = text.toLowerCase()
  const routes = candidates.flatMap((handler) =>
    verbsOf(handler)
      .flatMap((verb) => [verb, ...inflections(verb)])
      .filter((verb) => plain.startsWith(verb) && bareQuestion.test(plain.slice(verb.length)))
      .map((verb): Route => ({ handler, text: text.slice(verb.length) })),
  )
  return routes.sort((a, b) => a.text.length - b.text.length)[0]
}

/** Chinese writes no blank between a verb and a short name or a day: `接受a7`, `请假12月1日`. The longest verb counts. */
function joinedVerb(candidates: readonly SlashCommand[], first: string): Route | undefined {
  const routes = candidates.flatMap((handler) =>
    verbsOf(handler)
      .flatMap((verb) => [verb, ...inflections(verb)])
      .filter((verb) => /\p{Script=Han}$/u.test(verb) && first.startsWith(verb))
      .map((verb): Route => ({ handler, text: first.slice(verb.length) })),
  )
  return routes.filter(({ text }) => joining.test(text)).sort((a, b) => a.text.length - b.text.length)[0]
}

/** `交给示例山栗`, `转交给WG8`: whom it is for needs no blank behind the word that says so. The longest verb counts. */
function verbBeforeWhom(candidates: readonly SlashCommand[], text: string): Route | undefined {
  const routes = candidates.flatMap((handler) =>
    verbsOf(handler)
      .flatMap((verb) => [verb, ...inflections(verb)])
      .filter((verb) => /[给由]$/u.test(verb) && text.startsWith(verb))
      .map((verb): Route => ({ handler, text: text.slice(verb.length) })),
  )
  return routes.sort((a, b) => a.text.length - b.text.length)[0]
}

/** What chooses a command: its verb and the verb's other spellings; nothing for a command's default. */
export function verbsOf(command: Pick<SlashCommand, 'verb' | 'otherVerbs'>): string[] {
  return command.verb === undefined ? [] : [command.verb, ...(command.otherVerbs ?? [])]
}
