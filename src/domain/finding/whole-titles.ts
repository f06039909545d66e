import { append, withdraw } from './append.ts'
import { compactTitle, withoutFamily } from './fold-title.ts'

/** Places by a title that they bear whole. */
export type WholeTitles = {
  add(place: number, titles: readonly string[]): void
  remove(place: number, titles: readonly string[]): void
  /** Those with exactly this title, else those with it but for the name of its family. */
  find(folded: string, titlesAt: (place: number) => readonly string[]): number[]
}

/**
 * Titles are kept as numbers made of them, since the titles themselves are on record already; what two of them share
 * by chance is told apart by looking.
 */
export function createWholeTitles(): WholeTitles {
  const places = new Map<number, number[]>()
  const signs = (titles: readonly string[]) => new Set(titles.map((title) => signOf(shortened(title))))
  return {
    add(place, titles) {
      for (const sign of signs(titles)) append(places, sign, place)
    },
    remove(place, titles) {
      for (const sign of signs(titles)) withdraw(places, sign, place)
    },
    find(folded, titlesAt) {
      const same = (places.get(signOf(shortened(folded))) ?? []).filter((place) =>
        titlesAt(place).some((title) => shortened(title) === shortened(folded)),
      )
      const exact = same.filter((place) =>
        titlesAt(place).some((title) => compactTitle(title) === compactTitle(folded)),
      )
      return exact.length > 0 ? exact : same
    },
  }
}

function shortened(folded: string): string {
  return compactTitle(withoutFamily(folded))
}

/** A number of 53 bits that two titles hardly ever share (cyrb53, public domain). */
function signOf(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2_654_435_761)
    low = Math.imul(low ^ code, 1_597_334_677)
  }
  return 4_294_967_296 * (0x1fffff & low) + (high >>> 0)
}
