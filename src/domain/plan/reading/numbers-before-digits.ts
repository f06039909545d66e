import { narrowDigits } from './narrow-digits.ts'
import type { Label } from './read-label.ts'

type Read = { label: Label; rest: string } | undefined

/** What is counted or dated by the number before it; what only begins so (`项目`, `人工智能`) is not. */
const counted = [
  '月(?!度)',
  '年(?!度)',
  '日(?!常)',
  '号',
  '个(?!人|性|体)',
  '项(?!目)',
  '名(?!称|录)',
  '人(?!工|才|员|脸|民)',
  '位(?!置)',
  '家(?!庭|电)',
  '所(?!有|属)',
  '次(?!生)',
  '期(?!间|刊)',
  '场(?!景|所|地)',
  '批(?!准|评|复)',
  '类(?!别)',
  '条(?!例|件|款)',
  '[套份件篇届省天倍万亿千百余]',
  '周(?!期|边)',
  '大(?!力|数据|模型|会|型)',
  '多(?!边|方|元|语|双|模)',
  '[-–—~～至到、]\\d',
].join('|')
/** `2.6月参加…`, `2.2028年9月…`: a label, and a text that begins with a number. A comma of enumeration parts no decimals. */
const beforeDigits = new RegExp(
  `^(\\d{1,2})(?:\\s*[.．](?=\\d{1,2}(?:${counted})|\\d{3})|\\s*、(?=\\d)(?!\\d+、\\d+、))`,
)
/** So many times, so much or of a hundred: a label only where the list goes on behind it as well. */
const decimal = /^\d+\.\d+\s*(?:[%％倍万亿]|个百分点)/

/** Labels of these do not stand below plain numbers. */
const above = /^(?:第|word|一、|（一）|一）|[IA]\.)/

/**
 * The labels of texts with such plain numbers as are followed by a digit at once: a label only where it is the next of
 * its list, or the first with the second behind it, and does not count on as a number of two parts (`2.5` behind `2.4`).
 */
export function withNumbersBeforeDigits(texts: readonly string[], reads: readonly Read[]): Read[] {
  const candidates = texts.map((text) => candidate(text))
  let last = 0
  let parts: number[] = []
  const numberAt = (at: number): number | undefined => {
    const own = reads[at]?.label
    return candidates[at]?.label.number ?? (own?.style === '1.' ? own.number : undefined)
  }
  const isFollowedBy = (at: number, number: number) => {
    for (let next = at + 1; next < reads.length; next += 1) {
      if (candidates[next] !== undefined || reads[next]?.label.number !== undefined)
        return numberAt(next) === number
    }
    return false
  }
  return reads.map((read, at) => {
    const found = candidates[at]
    const number = found?.label.number
    const text = texts[at] ?? ''
    const ofTwo = ofTwoParts(text) ?? read
    const own = ofTwo?.label.style === '2 numbers' ? partsOf(ofTwo.label) : []
    const isOfTwo = own.length > 0 && followsParts(own, parts, last)
    const isNext = number === last + 1
    const mayBeDecimal = decimal.test(narrowDigits(text))
    const isSure = isNext && number !== 1 && !mayBeDecimal
    const isExpected =
      number !== undefined &&
      (isNext || (number === 1 && !mayBeDecimal)) &&
      (isSure || isFollowedBy(at, number + 1))
    if (found !== undefined && isExpected && !isOfTwo) {
      last = number
      return found
    }
    if (isOfTwo) {
      parts = own
      return ofTwo
    }
    if (own.length > 0 && parts.length === 0 && own[1] === 1) parts = own
    else if (read?.label.style === '1.') last = read.label.number ?? last
    else if (above.test(read?.label.style ?? '')) last = 0
    return read
  })
}

function candidate(text: string): Read {
  const found = beforeDigits.exec(narrowDigits(text))
  if (found === null) return undefined
  const printed = text.slice(0, found[0].length)
  return {
    label: { printed: printed.trim(), style: '1.', number: Number(found[1]), isDoubtful: false },
    rest: text.slice(printed.length).trim(),
  }
}

/** `1.2 3项标准`: with a blank between, and only where it counts on. */
function ofTwoParts(text: string): Read {
  const found = /^\d{1,2}[.．]\d{1,2}\s+(?=\d)/.exec(narrowDigits(text))
  if (found === null) return undefined
  const printed = text.slice(0, found[0].length).trim()
  return {
    label: { printed, style: '2 numbers', number: partsOf({ printed })[1] ?? 0, isDoubtful: false },
    rest: text.slice(found[0].length),
  }
}

function partsOf({ printed }: Pick<Label, 'printed'>): number[] {
  return narrowDigits(printed)
    .split(/[.．]/)
    .filter((part) => part !== '')
    .map(Number)
}

function followsParts([outer, inner]: readonly number[], before: readonly number[], last: number): boolean {
  const [outerBefore, innerBefore = 0] = before
  if (inner === 1) return outer === last || (outerBefore !== undefined && outer === outerBefore + 1)
  return outer === outerBefore && inner === innerBefore + 1
}
