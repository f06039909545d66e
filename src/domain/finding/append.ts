/** Adds a value to the list under a key. */
export function append<K, V>(index: Map<K, V[]>, key: K, value: V): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, [value])
  else known.push(value)
}

/** Takes a value from the list under a key, and the key with the last one. */
export function withdraw<K, V>(index: Map<K, V[]>, key: K, value: V): void {
  const known = index.get(key)
  const at = known?.indexOf(value) ?? -1
  if (known === undefined || at < 0) return
  if (known.length === 1) index.delete(key)
  else known.splice(at, 1)
}
