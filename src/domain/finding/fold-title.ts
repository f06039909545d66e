import { longestInput } from '../designation/rules.ts'

/** Prefixes of titles that say no more than the family: they changed over the years, and people leave them out. */
const familyPrefixes: readonly RegExp[] = [
  /^(?:信息安全技术|网络安全技术|数据安全技术|信息技术 安全技术|信息技术)(?: |$)/,
  /^(?:it|information|cyber|data) ?security (?:technology|technologies|techniques?)(?: |$)/,
  /^(?:cybersecurity|information security cybersecurity and privacy protection)(?: technology)?(?: |$)/,
  /^information technology (?:security (?:techniques?|technology) )?/,
]

/**
 * A title or query as it is compared: compatibility forms folded, lower case, every run of anything but letters and
 * digits one space, and a space where Chinese meets another script, so that `SM2椭圆曲线` and `SM2 椭圆曲线` are alike.
 */
export function foldTitle(text: string): string {
  const known = plain.test(text) && text.length <= longestInput
  const folded = known ? text.toLowerCase() : foldForms(text)
  return folded.replace(hanRun, ' $& ').replace(betweenWords, ' ').trim()
}

/** English, the usual Chinese characters and the marks between them: what folding leaves alone or takes for a space. */
const plain = /^[\x20-\x7e\u2010-\u2015\u3001-\u3011\u3400-\u9fff\uff08\uff09\uff0c\uff1a]*$/
const hanRun = /\p{Script=Han}+/gu
const betweenWords = /[^\p{L}\p{N}]+/gu

function foldForms(text: string): string {
  return text
    .slice(0, longestInput)
    .normalize('NFKC')
    .slice(0, longestInput)
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
}

/** A folded title without the name of its family, unless nothing else is left. */
export function withoutFamily(folded: string): string {
  for (const prefix of familyPrefixes) {
    const rest = folded.replace(prefix, '').trim()
    if (rest !== '' && rest !== folded) return rest
  }
  return folded.replace(gluedPrefix, '')
}

/** The same prefixes where somebody typed on without a space; less than this left is no title. */
const gluedPrefix = /^(?:信息安全技术|网络安全技术|数据安全技术)(?=\p{Script=Han}{3})/u

/** A folded title without spaces, in which two titles are the same. */
export function compactTitle(folded: string): string {
  return folded.replaceAll(' ', '')
}
