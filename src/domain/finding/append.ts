/** Adds a value to the list under a key. */
export function append<K, V>(index: Map<K, V[]>, key: K, value: V): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, [value])
  else known.push(value)
}
