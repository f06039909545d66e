import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { pageLocale, type Words, wordsFor } from './words.ts'

/** In which words, and by whose clock, the page speaks. */
export type Speech = {
  words: Words
  /** The locale that dates and numbers are written in. */
  locale: string
  /** IANA zone of the person's clock. */
  zone: string
}

const SpeechContext = createContext<Speech>({ words: wordsFor('en'), locale: 'en', zone: 'UTC' })

export function SpeechProvider(props: { locale: string; zone: string; children: ReactNode }) {
  const { locale, zone, children } = props
  const speech = useMemo(() => ({ words: wordsFor(locale), locale, zone }), [locale, zone])
  document.documentElement.lang = pageLocale(locale)
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

/** The words, locale and zone of the person at the page. */
export function useSpeech(): Speech {
  return useContext(SpeechContext)
}
