import type { Names } from '../../src/domain/language/rules.ts'

/** As many as are looked at before one types on. */
const mostOffered = 20

/** Those whose name or code has in it what was typed: the ones that begin so first. */
export function optionsFor<T extends { names: Names }>(
  all: readonly T[],
  typed: string,
  codeOf: (one: T) => string,
): T[] {
  const wanted = plain(typed)
  const named = all.map((one) => ({
    one,
    words: [codeOf(one), one.names.zh, one.names.en].flatMap((word) => (word ? plain(word) : [])),
  }))
  const begins = named.filter(({ words }) => words.some((word) => word.startsWith(wanted)))
  const holds = named.filter(({ words }) => words.some((word) => word.includes(wanted)))
  return [...new Set([...begins, ...holds].map(({ one }) => one))].slice(0, mostOffered)
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s_\p{Dash}]/gu, '')
    .toLowerCase()
}
