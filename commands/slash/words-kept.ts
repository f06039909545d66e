import { UserError } from '../../src/contract/errors.ts'
import { type Language, type Names, nameIn } from '../../src/domain/language/rules.ts'

/** Said for politeness, or once more what the verb says already. */
const courtesy =
  /^(?:(?:thanks|thank\s+you|ok|okay|yes|please|now|again|gladly|with\s+pleasure|谢谢|好的?|收到|了|可以|没问题|现在)(?![a-z])[\s,，.。!！、;；]*)+$/iu

/**
 * Refuses words that a verb has no place for: they may be a condition, and nobody would ever read them.
 * @throws UserError where there are any but courtesies
 */
export function wordsKept(
  { name, said }: { name: string; said: string },
  verb: Names,
  language: Language,
): void {
  if (said === '' || courtesy.test(said)) return
  throw new UserError('assignment.words-lost', { name, text: said, verb: nameIn(verb, language) })
}
