/** A text by its letters and digits alone: neither spaces, marks nor letter case tell two wordings apart. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '')
}

/** How alike two texts are, by the pairs of neighbouring letters that both have (Dice): 0 for nothing in common, 1 for the same. */
export function likeness(a: string, b: string): number {
  const [first, second] = [folded(a), folded(b)]
  if (first === second) return 1
  if (first.length < 2 || second.length < 2) return 0
  const pairs = countPairs(first)
  let common = 0
  for (const [pair, count] of countPairs(second)) common += Math.min(count, pairs.get(pair) ?? 0)
  return (2 * common) / (first.length + second.length - 2)
}

function countPairs(text: string): Map<string, number> {
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}
