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
const formats = new Map<string, IntlMessageFormat>()

/** The texts of one language. Values are inserted as they are: whoever writes Slack's mrkdwn escapes first. */
export function texts(language: Language): Say {
  return (key, values = {}) => String(formatOf(language, key).format(values))
}

/** Parsed once: a digest of 2,000 channels asks for the same sentences again and again. */
function formatOf(language: Language, key: TextKey): IntlMessageFormat {
  const name = `${language} ${key}`
  const known = formats.get(name)
  if (known !== undefined) return known
  const format = new IntlMessageFormat(catalogues[language][key], language, {}, { ignoreTag: true })
  formats.set(name, format)
  return format
}
