import { editDistance } from './edit-distance.ts'

/** Of these names the one that a word is most likely a slip of; undefined where none is near. Case does not count. */
export function nearestOf(word: string, names: readonly string[]): string | undefined {
  const wanted = word.toLowerCase()
  const limit = Math.max(1, Math.floor(wanted.length / 3))
  let best: { name: string; distance: number } | undefined
  for (const name of names) {
    const distance = editDistance(wanted, name.toLowerCase(), limit)
    if (distance <= limit && distance < (best?.distance ?? limit + 1)) best = { name, distance }
  }
  const begins = (name: string) => wanted.length >= 2 && name.toLowerCase().startsWith(wanted)
  return (
    best?.name ??
    names.find(begins) ??
    names.find((name) => wanted.length >= 3 && name.toLowerCase().includes(wanted))
  )
}
