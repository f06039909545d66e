/** The next short name that nothing bears yet, such as `g12`: short enough for people to type. */
export function freeName(prefix: string, taken: Iterable<string>): string {
  let last = 0
  for (const id of taken) {
    const [, number] = id.startsWith(prefix) ? [id, id.slice(prefix.length)] : []
    if (number !== undefined && /^\d{1,9}$/.test(number)) last = Math.max(last, Number(number))
  }
  return `${prefix}${last + 1}`
}
