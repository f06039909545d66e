import en from '../locales/en.json' with { type: 'json' }
import zhCn from '../locales/zh-CN.json' with { type: 'json' }

export type WordKey = keyof typeof en

/** Looks up the page's own words; `{name}` in them is replaced by the value of that name. */
export type Words = (key: WordKey, values?: Record<string, string | number>) => string

const catalogues: Record<string, Record<WordKey, string>> = { en, 'zh-CN': zhCn }

/** The catalogue that fits a locale: Chinese for any `zh`, English for everything else. */
export function pageLocale(locale: string): 'en' | 'zh-CN' {
  return locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

/** The page's words in the language of a Slack or browser locale such as `zh-CN` or `en-GB`. */
export function wordsFor(locale: string): Words {
  const catalogue = catalogues[pageLocale(locale)] ?? en
  return (key, values = {}) =>
    catalogue[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
