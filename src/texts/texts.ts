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
type Sentence = (values: TextValues) => string

/** The texts of one language. Values are inserted as they are: whoever writes Slack's mrkdwn escapes first. */
export function texts(language: Language): Say {
  return says[language]
}

const says: Record<Language, Say> = { en: sayIn('en'), 'zh-CN': sayIn('zh-CN') }
const noValues: TextValues = {}

/** Each sentence is parsed once: a digest of 2,000 channels asks for the same ones again and again. */
function sayIn(language: Language): Say {
  const sentences = new Map<TextKey, Sentence>()
  return (key, values = noValues) => {
    const known = sentences.get(key)
    if (known !== undefined) return known(values)
    const made = sentence(catalogues[language][key], language)
    sentences.set(key, made)
    return made(values)
  }
}

/** Nothing is counted, chosen or quoted: names in braces alone, whose values take their places. */
const plainPattern = /^[^{}'#]*(?:\{\w+\}[^{}'#]*)*$/

function sentence(message: string, language: Language): Sentence {
  const format = new IntlMessageFormat(message, language, {}, { ignoreTag: true })
  const whole: Sentence = (values) => String(format.format(values))
  if (!plainPattern.test(message)) return whole
  const parts = message.split(/\{(\w+)\}/)
  return (values) => {
    let text = ''
    for (const [at, part] of parts.entries()) {
      const said = at % 2 === 0 ? part : values[part]
      // It knows how to complain.
      if (said === undefined) return whole(values)
      text += said
    }
    return text
  }
}
