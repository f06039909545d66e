import type { UserError } from '../contract/errors.ts'
import type { Message } from '../contract/reply.ts'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { brief } from './mrkdwn.ts'

/** What a person did can't be done: why, and what to do. What they typed is quoted harmless and short. */
export function refusal(error: UserError, language: Language): Message {
  const quoted = Object.fromEntries(
    Object.entries(error.values).map(([name, value]) => [
      name,
      typeof value === 'string' ? brief(withoutIds(value), 200) : value,
    ]),
  )
  const text = texts(language)(error.key, quoted)
  return { text, blocks: [section(text)] }
}

/** A bug: one sentence, with the reference under which the log tells the rest. */
export function apology(reference: string, language: Language): Message {
  const text = texts(language)('bug', { reference })
  return { text, blocks: [section(text)] }
}

/** A mention as the person sees it: `@jasmine` for `<@U123|jasmine>`. */
function withoutIds(text: string): string {
  return text.replaceAll(/<([@#])([A-Z0-9]+)(?:\|([^>]*))?>/g, (_, mark, id, name) => `${mark}${name || id}`)
}
