import type { Language } from '../../language/rules.ts'

/** The language of a document: Chinese where its characters prevail over words in Latin letters. */
export function planLanguage(texts: readonly string[]): Language {
  const whole = texts.join('\n')
  const han = whole.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = whole.match(/\p{Script=Latin}+/gu)?.length ?? 0
  return han > words ? 'zh-CN' : 'en'
}
