import type { App } from '../app.ts'
import type { TextKey } from '../texts/texts.ts'
import type { Caller } from './caller.ts'
import { permit, type Who } from './permit.ts'
import type { Reply } from './reply.ts'
import { seenByCaller } from './seen-by-caller.ts'

type SlashCommandDefinition<Input> = {
  /** With its slash. */
  command: string
  /** The word behind the command that chooses it, and its other spellings, which may be phrases; absent for the command's default. */
  verb?: string
  otherVerbs?: readonly string[]
  /** Further words that call the command where it is asked for in plain words, without its slash. */
  alsoCalled?: readonly string[]
  /** What looks like the name of something that the verbs of this command are about: `a7 done` is `done a7`. For its default. */
  named?: RegExp
  /** Whether what is typed may be a title, which may begin with a word that looks like a verb. For its default. */
  findsTitles?: true
  /** One line of help. */
  summary: TextKey
  /** Calls that work as they stand; a test parses every one of them. */
  usage: readonly string[]
  /** The same as a Chinese reader would type them; absent where the verb is the only word there is. */
  chineseUsage?: readonly string[]
  who: Who
  /** The group that `who` is about; needed unless anyone or the secretariat alone may do it. */
  group?(app: App, caller: Caller, input: Input): Promise<string | undefined>
  /** Whether what was typed is for everybody all the same: a look, with the words of a gesture. */
  isForAll?(app: App, caller: Caller, input: Input): Promise<boolean>
  /** What a mere question is answered with, whoever asks it: nothing is done. Undefined where what was typed is none. */
  ifAsked?(app: App, caller: Caller, text: string): Promise<Reply | undefined>
  /** Pure: what was typed behind the verb, in a narrower type. Throws a UserError that says what is wrong. */
  parse(text: string): Input
  run(app: App, caller: Caller, input: Input): Promise<Reply>
}

/** Something a person can type. */
export type SlashCommand = Pick<
  SlashCommandDefinition<unknown>,
  | 'command'
  | 'verb'
  | 'otherVerbs'
  | 'alsoCalled'
  | 'named'
  | 'findsTitles'
  | 'summary'
  | 'usage'
  | 'chineseUsage'
  | 'who'
> & {
  check(text: string): void
  answer(app: App, caller: Caller, text: string): Promise<Reply>
}

/**
 * Makes the handler of one command and verb. Answering parses first, then asks permission, and only then runs; a mere
 * question is answered without either.
 * Its `check` and `answer` throw a UserError for words that can't be read, `answer` for a caller who may not.
 */
export function slashCommand<Input>(definition: SlashCommandDefinition<Input>): SlashCommand {
  const { command, verb, otherVerbs, alsoCalled, named, findsTitles } = definition
  const { summary, usage, chineseUsage, who, group, isForAll, ifAsked, parse, run } = definition
  return {
    command,
    ...(verb !== undefined && { verb }),
    ...(otherVerbs !== undefined && { otherVerbs }),
    ...(alsoCalled !== undefined && { alsoCalled }),
    ...(named !== undefined && { named }),
    ...(findsTitles && { findsTitles }),
    summary,
    usage,
    ...(chineseUsage !== undefined && { chineseUsage }),
    who,
    check: (text) => void parse(text),
    async answer(app, caller, text) {
      const input = parse(text)
      const seen = await seenByCaller(app, caller)
      const told = await ifAsked?.(seen, caller, text)
      if (told !== undefined) return told
      if ((await isForAll?.(seen, caller, input)) !== true)
        await permit(seen, who, caller, await group?.(seen, caller, input))
      const via = caller.via ?? (caller.isSpoken === true ? 'spoken' : 'command')
      return run(seen, { ...caller, via }, input)
    },
  }
}
