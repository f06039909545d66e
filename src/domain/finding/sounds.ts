import { append } from './append.ts'
import { readingsOf } from './readings.ts'

/** How a word of Latin letters is meant: by the first letters of its syllables, or by the whole syllables. */
export type Spelling = 'initials' | 'syllables'

/** Pairs of Chinese characters by their sound: most slips of an input method sound right. */
export type Sounds = {
  add(pair: string): void
  /** Pairs that are read like this one and have one of its characters in its place. */
  alike(pair: string): string[]
  /** For each pair of neighbouring syllables of the word, the pairs of characters that are read so. */
  spelt(parts: readonly string[], spelling: Spelling): string[][]
  /** The syllables that make up a word, in each way in which it can be parted; none where it can't. */
  syllablesOf(word: string): string[][]
}

const longestSyllable = 6
const mostPartings = 8

/** Sounds of no pairs yet. */
export function createSounds(): Sounds {
  const bySyllables = new Map<string, string[]>()
  const byInitials = new Map<string, string[]>()
  const syllables = new Set<string>()
  const known = new Set<string>()

  function readings(pair: string): string[] {
    const [first = '', second = ''] = [...pair]
    return readingsOf(first).flatMap((one) => readingsOf(second).map((other) => `${one} ${other}`))
  }

  function syllablesOf(word: string): string[][] {
    const found: string[][] = []
    const part = (from: number, before: readonly string[]) => {
      if (found.length >= mostPartings) return
      if (from === word.length) found.push([...before])
      for (let length = Math.min(longestSyllable, word.length - from); length > 0; length--) {
        const syllable = word.slice(from, from + length)
        if (syllables.has(syllable)) part(from + length, [...before, syllable])
      }
    }
    if (word.length <= longestSpelling) part(0, [])
    return found
  }

  return {
    add(pair) {
      if (known.has(pair)) return
      known.add(pair)
      const all = readings(pair)
      for (const reading of all) {
        append(bySyllables, reading, pair)
        for (const syllable of reading.split(' ')) syllables.add(syllable)
      }
      for (const initials of new Set(all.map(initialsOf))) append(byInitials, initials, pair)
    },
    alike(pair) {
      const read = new Set(readings(pair).flatMap((reading) => bySyllables.get(reading) ?? []))
      const typed = [...pair]
      // A character that is typed twice is no slip of an input method.
      if (typed[0] === typed[1]) return []
      return [...read].filter(
        (one) => [...one].filter((character, at) => character !== typed[at]).length === 1,
      )
    },
    spelt(parts, spelling) {
      const sound = spelling === 'initials' ? byInitials : bySyllables
      const joint = spelling === 'initials' ? '' : ' '
      return parts.slice(1).map((part, at) => sound.get(`${parts[at]}${joint}${part}`) ?? [])
    },
    syllablesOf,
  }
}

/** No title is asked for by more letters than these in one word. */
const longestSpelling = 60

function initialsOf(reading: string): string {
  const [first = '', second = ''] = reading.split(' ')
  return `${first.charAt(0)}${second.charAt(0)}`
}

/** Whether the parts are read one after the other in a text, spaces and what is not Chinese apart. */
export function soundsIn(text: string, parts: readonly string[], spelling: Spelling): boolean {
  const characters = [...text].filter((one) => one !== ' ')
  for (let from = 0; from + parts.length <= characters.length; from++) {
    const fits = parts.every((part, at) =>
      readingsOf(characters[from + at] ?? '').some((reading) =>
        spelling === 'initials' ? reading.startsWith(part) : reading === part,
      ),
    )
    if (fits) return true
  }
  return false
}
