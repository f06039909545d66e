import { pinyin } from 'pinyin-pro'

/** More readings of one character than these are too rare to be meant. */
const mostReadings = 3

const known = new Map<string, readonly string[]>()

/** How a Chinese character is read in pinyin without tones, the most usual first: `xing`, `hang` of 行. */
export function readingsOf(character: string): readonly string[] {
  const before = known.get(character)
  if (before !== undefined) return before
  const all = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true })
  const readings = [...new Set(all)].filter((one) => /^[a-z]+$/.test(one)).slice(0, mostReadings)
  known.set(character, readings)
  return readings
}
