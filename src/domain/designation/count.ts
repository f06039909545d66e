const ones = '一二三四五六七八九'

/** The pattern of a count as titles have it, in digits or in Chinese up to 99: `2`, `二`, `十二`. */
export const countPattern = String.raw`\d{1,3}|[${ones}]?十[${ones}]?|[${ones}]`

/** The number that such a count stands for. */
export function numberCounted(count: string): number {
  if (/^\d/.test(count)) return Number(count)
  const one = (digit: string) => (digit === '' ? 0 : ones.indexOf(digit) + 1)
  const [head = '', tail] = count.split('十')
  return tail === undefined ? one(head) : (head === '' ? 10 : 10 * one(head)) + one(tail)
}
