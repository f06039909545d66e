import type { Message } from '../contract/reply.ts'
import type { Language } from '../domain/language/rules.ts'
import { type TextKey, type TextValues, texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { brief } from './mrkdwn.ts'

/** One sentence of the catalogue; its values come from outside and are made harmless. */
export function plainMessage(key: TextKey, values: TextValues, language: Language): Message {
  const harmless = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? brief(value, 200) : value,
    ]),
  )
  const text = texts(language)(key, harmless)
  return { text, blocks: [section(text)] }
}
