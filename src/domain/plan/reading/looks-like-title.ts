import { isDayAlone } from './furniture.ts'

/** Longer lines are text. */
const longest = { han: 40, other: 140 }

/** Whether a line is as short as a title and has no mark at its end, be it one or not. */
export function looksLikeTitle(text: string): boolean {
  const most = /\p{Script=Han}/u.test(text) ? longest.han : longest.other
  return (
    text.length <= most &&
    !/[。．.；;：:，,、！!？?]$/.test(text) &&
    /\p{L}{2}/u.test(text) &&
    !isDayAlone(text)
  )
}
