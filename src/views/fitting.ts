/**
 * The first of all that have room together in so many characters, each with its text, the first one in any case. A text
 * is made only where it may be shown: there can be thousands.
 */
export function fitting<T>(
  all: readonly T[],
  room: number,
  inWords: (one: T) => string,
): { one: T; text: string }[] {
  const shown: { one: T; text: string }[] = []
  let left = room
  for (const one of all) {
    const text = inWords(one)
    left -= text.length + 1
    if (left < 0 && shown.length > 0) break
    shown.push({ one, text })
  }
  return shown
}
