/** A text by its letters and digits alone: neither spaces, marks nor letter case tell two wordings apart. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '')
}

/** A text made ready to be compared with many others: its letters, and every two neighbouring ones as a number, sorted. */
export type Wording = { letters: string; pairs: Uint32Array }

/** Makes a text ready to be compared. */
export function wordingOf(text: string): Wording {
  const letters = folded(text)
  const pairs = Uint32Array.from(
    { length: Math.max(letters.length - 1, 0) },
    (_, at) => letters.charCodeAt(at) * 0x1_00_00 + letters.charCodeAt(at + 1),
  )
  return { letters, pairs: pairs.sort() }
}

/**
 * How alike two texts are, by the pairs of neighbouring letters that both have (Dice): 0 for nothing in common, 1 for the
 * same. What can't reach `least` is not counted, and is 0.
 */
export function likeness(a: Wording, b: Wording, least = 0): number {
  if (a.letters === b.letters) return 1
  const [one, other] = [a.pairs, b.pairs]
  const all = one.length + other.length
  if (one.length === 0 || other.length === 0 || 2 * Math.min(one.length, other.length) < least * all) return 0
  return (2 * inCommon(one, other)) / all
}

/** How many numbers two sorted lists have in common, each as often as it stands in both. */
function inCommon(one: Uint32Array, other: Uint32Array): number {
  let common = 0
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a, b] = [one[i] ?? 0, other[j] ?? 0]
    if (a === b) common++
    if (a <= b) i++
    if (b <= a) j++
  }
  return common
}
