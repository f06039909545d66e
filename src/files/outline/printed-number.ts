/** The signs that numbers are printed with in lists. */
export type Numerals =
  | 'decimal'
  | 'two-digit'
  | 'full-width'
  | 'circled'
  | 'in-brackets'
  | 'with-stop'
  /** 一 二 … 十 十一 … 一百零一 */
  | 'chinese'
  /** 一 二 … 一〇 一一 */
  | 'chinese-digits'
  | 'chinese-legal'
  | 'heavenly-stems'
  /** a … z aa ab, as web pages have it. */
  | 'lower-letter'
  | 'upper-letter'
  /** a … z aa bb, as word processors have it. */
  | 'lower-letter-doubled'
  | 'upper-letter-doubled'
  | 'lower-roman'
  | 'upper-roman'

/** A number of a list as it is printed; in digits where the signs do not reach so far. */
export function printedNumber(number: number, numerals: Numerals): string {
  if (!Number.isSafeInteger(number) || number < 0 || number > 99_999) return String(number)
  return printed[numerals](number) ?? String(number)
}

const printed: Record<Numerals, (number: number) => string | undefined> = {
  decimal: String,
  'two-digit': (number) => String(number).padStart(2, '0'),
  'full-width': (number) =>
    String(number).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  circled: (number) => sign(number, number <= 20 ? 0x245f : number <= 35 ? 0x323c : 0x328d, 50),
  'in-brackets': (number) => sign(number, 0x2473, 20),
  'with-stop': (number) => sign(number, 0x2487, 20),
  chinese: (number) => chinese(number, '零一二三四五六七八九', '十百千万').replace(/^一十/, '十'),
  'chinese-digits': (number) =>
    String(number).replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? ''),
  'chinese-legal': (number) => chinese(number, '零壹贰叁肆伍陆柒捌玖', '拾佰仟万'),
  'heavenly-stems': (number) => '甲乙丙丁戊己庚辛壬癸'[number - 1],
  'lower-letter': letters,
  'upper-letter': (number) => letters(number)?.toUpperCase(),
  'lower-letter-doubled': doubled,
  'upper-letter-doubled': (number) => doubled(number)?.toUpperCase(),
  'lower-roman': (number) => roman(number)?.toLowerCase(),
  'upper-roman': roman,
}

function sign(number: number, before: number, last: number): string | undefined {
  return number < 1 || number > last ? undefined : String.fromCharCode(before + number)
}

/** Up to 99,999: a nought stands once for all that are missing between two digits. */
function chinese(number: number, digits: string, units: string): string {
  if (number === 0) return digits[0] ?? ''
  const figures = [...String(number)].map(Number)
  return figures
    .map((figure, at) => {
      const power = figures.length - 1 - at
      const isGap = figure === 0 && figures[at - 1] !== 0 && figures.slice(at).some((later) => later > 0)
      if (figure === 0) return isGap ? digits[0] : ''
      return `${digits[figure]}${power === 0 ? '' : units[power - 1]}`
    })
    .join('')
}

function letters(number: number): string | undefined {
  if (number < 1) return undefined
  const last = String.fromCharCode(97 + ((number - 1) % 26))
  return number <= 26 ? last : `${letters(Math.floor((number - 1) / 26))}${last}`
}

function doubled(number: number): string | undefined {
  if (number < 1 || number > 780) return undefined
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))
}

const romans: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
  ] as const),
  ...([
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const),
]

function roman(number: number): string | undefined {
  if (number < 1 || number > 3_999) return undefined
  let left = number
  return romans
    .map(([value, signs]) => {
      const times = Math.floor(left / value)
      left -= times * value
      return signs.repeat(times)
    })
    .join('')
}
