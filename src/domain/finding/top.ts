/**
 * The first `count` of all in this order, as sorting and cutting would give them, without sorting the rest: a page of
 * ten out of a hundred thousand.
 */
export function top<T>(all: Iterable<T>, count: number, compare: (a: T, b: T) => number): T[] {
  if (count > mostPlacedSingly) return [...all].sort(compare).slice(0, count)
  const kept: T[] = []
  for (const one of all) {
    const last = kept[kept.length - 1]
    if (kept.length >= count && last !== undefined && compare(one, last) >= 0) continue
    if (count <= 0) break
    kept.splice(placeIn(kept, one, compare), 0, one)
    if (kept.length > count) kept.pop()
  }
  return kept
}

/** Deep pages are rare, and there sorting is quicker than putting one by one in place. */
const mostPlacedSingly = 500

/** Behind all that do not come after it, so that equals stay in their order. */
function placeIn<T>(sorted: readonly T[], one: T, compare: (a: T, b: T) => number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = sorted[middle]
    if (other !== undefined && compare(other, one) <= 0) low = middle + 1
    else high = middle
  }
  return low
}
