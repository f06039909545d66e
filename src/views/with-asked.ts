import type { Message } from '../contract/reply.ts'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { withNote } from './with-note.ts'

/**
 * An assignment's card for whoever only asked about it: that nothing was done and, where it can be, how it is said. `verb`
 * is in the reader's language.
 */
export function withAsked(
  card: Message,
  { verb, name }: { verb?: string; name: string },
  language: Language,
): Message {
  const say = texts(language)
  const told = verb === undefined ? say('assignment.asked-ended') : say('assignment.asked', { verb, name })
  return withNote(card, [told])
}
