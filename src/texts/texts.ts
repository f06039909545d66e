import { IntlMessageFormat } from 'intl-messageformat'
import en from '../../config/locales/en.json' with { type: 'json' }
import zhCn from '../../config/locales/zh-CN.json' with { type: 'json' }
import type { Language } from '../domain/language/rules.ts'

/** The name of a text in the catalogues. */
export type TextKey = keyof typeof en

export type TextValues = Record<string, string | number>

/** Puts a text into words: `say('group.list', { count: 3 })`. */
export type Say = (key: TextKey, values?: TextValues) => string

const catalogues: Record<Language, Record<TextKey, string>> = { en, 'zh-CN': zhCn }
const sentences = new Map<string, (values: TextValues) => string>()

/** The texts of one language. Values are inserted as they are: whoever writes Slack's mrkdwn escapes first. */
export function texts(language: Language): Say {
  return (key, values = {}) => sentence(language, key)(values)
}

/** Parsed once: a digest of 2,000 channels asks for the same sentences again and again. */
function sentence(language: Language, key: TextKey): (values: TextValues) => string {
  const name = `${language} ${key}`
  const known = sentences.get(name)
  if (known !== undefined) return known
  const made = madeSentence(catalogues[language][key], language)
  sentences.set(name, made)
  return made
}

function madeSentence(message: string, language: Language): (values: TextValues) => string {
  // What has neither a place for a value nor a quoted brace, as most labels, is said as it is written.
  if (!/[{}']/.test(message)) return () => message
  const format = new IntlMessageFormat(message, language, {}, { ignoreTag: true })
  return (values) => String(format.format(values))
}
