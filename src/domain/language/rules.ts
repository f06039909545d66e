/** A language that Rapporteur speaks; the catalogues in `config/locales` are named alike. */
export type Language = 'en' | 'zh-CN'

export const languages: readonly Language[] = ['en', 'zh-CN']

/** A name or title in one language or both. */
export type Names = {
  zh?: string
  en?: string
  /** The Chinese name is a translation that no source confirms: it is shown, and marked as such. */
  zhIsTranslation?: boolean
}

/** The name in the reader's language, or in the other one where there is none. */
export function nameIn(names: Names, language: Language): string {
  const [first, second] = language === 'zh-CN' ? [names.zh, names.en] : [names.en, names.zh]
  return first ?? second ?? ''
}

/** The language of a Slack locale (`zh-CN`, `zh-TW`, `en-GB` …); undefined for what Rapporteur does not speak. */
export function languageOfLocale(locale: string | undefined): Language | undefined {
  if (locale === undefined) return undefined
  if (/^zh\b/i.test(locale)) return 'zh-CN'
  if (/^en\b/i.test(locale)) return 'en'
  return undefined
}
