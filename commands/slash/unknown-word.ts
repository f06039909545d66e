import type { SlashCommand } from '../../src/contract/command.ts'
import { verbsOf } from '../../src/contract/dispatch.ts'
import { UserError } from '../../src/contract/errors.ts'
import { inflections } from '../../src/contract/inflections.ts'
import { nearestOf } from '../../src/domain/finding/nearest.ts'
import type { Language } from '../../src/domain/language/rules.ts'
import { texts } from '../../src/texts/texts.ts'
import { repeatable } from './repeatable.ts'

/**
 * What to say where the first word behind `/rapporteur` is none of the verbs of `handlers`: that nothing was changed, and the
 * verb that may be meant with what was typed behind it, else all that there are.
 */
export function unknownWord(text: string, handlers: readonly SlashCommand[], language: Language): UserError {
  const [first = '', ...others] = text.split(/\s+/u)
  const word = first.replace(/(?<=.)[:,;：，、；]+$/u, '')
  const spelled = new Map(
    handlers.flatMap(verbsOf).flatMap((verb) => [verb, ...inflections(verb)].map((form) => [form, verb])),
  )
  const forms = [...spelled.keys()]
  const within = chineseWithin(word, forms)
  const form = within ?? (isTooShort(word) ? undefined : nearestOf(word, forms))
  const nearest = form === undefined ? undefined : spelled.get(form)
  if (nearest === undefined) return everyWord(word, handlers, language)
  const behind = [within === undefined ? '' : word.replace(within, ''), ...others].filter(Boolean).join(' ')
  return new UserError('rapporteur.unknown-but', { word, call: `${nearest} ${repeatable(behind)}`.trim() })
}

/** Chinese writes no blanks: the longest verb that the word has in it. */
function chineseWithin(word: string, forms: readonly string[]): string | undefined {
  return forms
    .filter((form) => /^\p{Script=Han}{2,}$/u.test(form) && word.includes(form))
    .sort((a, b) => b.length - a.length)[0]
}

/** Chinese words of two characters share one with many others, and so do the shortest of any language. */
function isTooShort(word: string): boolean {
  return word.length < 3
}

function everyWord(word: string, handlers: readonly SlashCommand[], language: Language): UserError {
  const isOwn = (verb: string) => /\p{Script=Han}/u.test(verb) === (language !== 'en')
  const verbs = handlers.flatMap((one) => verbsOf(one).find(isOwn) ?? [])
  return new UserError('rapporteur.unknown', { word, verbs: verbs.join(texts(language)('list.comma')) })
}
