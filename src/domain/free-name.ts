/** The next short name that nothing bears yet, such as `g12`: short enough for people to type. */
export function freeName(prefix: string, taken: Iterable<string>): string {
  const names = new Set(taken)
  let last = 0
  for (const id of names) {
    const [, number] = id.startsWith(prefix) ? [id, id.slice(prefix.length)] : []
    if (number !== undefined && /^\d{1,9}$/.test(number)) last = Math.max(last, Number(number))
  }
  let next = last + 1
  while (names.has(`${prefix}${next}`)) next++
  return `${prefix}${next}`
}
