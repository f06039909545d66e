const han = /^\p{Script=Han}/u
const firstHan = '\u2e80'

/** Whether a folded word is Chinese; folding leaves no word of two scripts. */
export function isHan(word: string): boolean {
  return word >= firstHan && han.test(word)
}

/**
 * What a folded word is found by: pairs of neighbouring characters of a Chinese one, a lone character itself, and any
 * other word whole. Pairs need no dictionary, so a new term of the field, a part of a word or a wrong character in it
 * finds as well as a word that a segmenter knows.
 */
export function termsOf(word: string): string[] {
  if (!isHan(word)) return [word]
  const characters = [...word]
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`)
}
