/** The letters that stand for a person: the last `many` of a Chinese name, the initials of any other. */
export function initials(name: string, many: 1 | 2): string {
  const han = name.match(/\p{Script=Han}/gu)
  if (han) return han.slice(-many).join('')
  const words = name
    .replace(/\(.*\)/, '')
    .trim()
    .split(/[\s.-]+/)
  const first = words[0]?.[0] ?? '?'
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  return `${first}${last}`.toUpperCase()
}

/** A hue from 0 to 359 that stays with an id for ever. */
export function hueOf(id: string): number {
  let hash = 17
  for (const letter of id) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 100_003
  return (hash * 47) % 360
}
