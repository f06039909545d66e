/** Each item with a key made of what it says; the second that says the same is told apart by its count. */
export function keyed<T>(items: readonly T[], say: (item: T) => string): { key: string; item: T }[] {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const said = say(item)
    const count = (seen.get(said) ?? 0) + 1
    seen.set(said, count)
    return { key: count === 1 ? said : `${said} ${count}`, item }
  })
}
