import type { Names } from '../../language/rules.ts'
import type { Phrases } from '../../work/kind.ts'
import { foundOf } from './found-of.ts'
import type { Found } from './outline.ts'
import { lookup, type Match, matchesIn, spanOf } from './phrases.ts'
import type { PrintedText } from './printed-text.ts'

/** A group as a plan's reading knows it. */
export type GroupKnown = {
  code: string
  names: Names
  /** Ids of topics and of kinds of work, and words that stand in a text. */
  scope: readonly string[]
}

/** The groups that a text names, or whose scope it touches, each with the words that do so. */
export function groupsTouched(
  text: PrintedText,
  groups: readonly GroupKnown[],
  found: readonly Match<string>[],
): Found[] {
  const named = matchesIn(text, lookup(groups.map((group) => [group.code, wordsOf(group)] as const)))
  const touched = groups.flatMap(({ code, scope }) =>
    found.filter(({ value }) => scope.includes(value)).map(({ parts }) => ({ value: code, parts })),
  )
  return foundOf(
    text,
    [...named, ...touched].sort((a, b) => spanOf(a).from - spanOf(b).from),
  )
}

function wordsOf({ code, names, scope }: GroupKnown): Phrases {
  const words = [code, names.zh, names.en, ...scope].flatMap((word) => (word?.trim() ? [word.trim()] : []))
  return {
    zh: words.filter(isChinese),
    en: words
      .filter((word) => !isChinese(word))
      .map((word) => (word === code ? spacedCode(code) : word.toLowerCase())),
  }
}

/** `WG8` is printed `WG 8` too, and `wg8`; a code without a number might be a word, so it keeps its capitals. */
function spacedCode(code: string): string {
  const spaced = code.replace(/(?<=\p{L})(?=\p{N})/gu, ' ')
  return /\p{N}/u.test(code) ? spaced.toLowerCase() : spaced
}

function isChinese(word: string): boolean {
  return /\p{Script=Han}/u.test(word)
}
