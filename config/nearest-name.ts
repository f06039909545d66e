/**
 * The candidate that `word` was most likely meant to be: letter case does not count, and at most a third of
 * the word's characters may differ (added, left out, replaced, or swapped with a neighbour), or else one of the
 * two begins with the other (`due`, `dueOn`). Undefined where none is that near; the earlier candidate where two
 * are equally near.
 */
export function nearestName(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.slice(0, longest).toLowerCase()
  let best: string | undefined
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue
    const distance = editDistance(wanted, candidate.toLowerCase())
    if (distance < least) {
      best = candidate
      least = distance
    }
  }
  return best ?? candidates.find((candidate) => begins(wanted, candidate.toLowerCase()))
}

function begins(word: string, candidate: string): boolean {
  return (
    (word.length > 1 && candidate.startsWith(word)) || (candidate.length > 3 && word.startsWith(candidate))
  )
}

/** No name that is compared is longer; a long line that stands where a name should is cut. */
const longest = 120

/** Optimal string alignment: single edits, where swapping two neighbours is one. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const added = (row[j - 1] ?? 0) + 1
      const leftOut = (last[j] ?? 0) + 1
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (beforeLast[j - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY
      row.push(Math.min(replaced, added, leftOut, swapped))
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
