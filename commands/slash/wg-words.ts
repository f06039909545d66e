import { UserError } from '../../src/contract/errors.ts'
import type { ScheduleKind } from '../../src/domain/schedule/rules.ts'
import type { ScheduleWish } from '../../src/domain/schedule/service.ts'

const kinds: Record<ScheduleKind, RegExp> = {
  reminder: /^(reminders?|提醒)$/iu,
  digest: /^(digests?|摘要|周报|进展)$/iu,
}

/**
 * Finds the word that says reminder or digest; the word before it, if any, names the group.
 * @throws UserError where neither is said.
 */
export function readKind(text: string): { kind: ScheduleKind; code: string; rest: string } {
  const words = text.normalize('NFKC').trim().split(/\s+/u)
  for (const [i, word] of words.entries())
    for (const kind of ['reminder', 'digest'] as const)
      if (kinds[kind].test(word))
        return { kind, code: words.slice(0, i).join(' '), rest: words.slice(i + 1).join(' ') }
  throw new UserError('wg.which-kind')
}

const weekdays: readonly RegExp[] = [
  /^(sun(days?)?|每?(周|星期|礼拜)[日天])$/iu,
  /^(mon(days?)?|每?(周|星期|礼拜)一)$/iu,
  /^(tue(s(days?)?)?|每?(周|星期|礼拜)二)$/iu,
  /^(wed(nesdays?)?|每?(周|星期|礼拜)三)$/iu,
  /^(thu(r(s(days?)?)?)?|每?(周|星期|礼拜)四)$/iu,
  /^(fri(days?)?|每?(周|星期|礼拜)五)$/iu,
  /^(sat(urdays?)?|每?(周|星期|礼拜)六)$/iu,
]

/** What a group wants of its reminder or digest: other times, or none, or those that it had. */
export type KindWish = { is: 'off' } | { is: 'on' } | ({ is: 'when' } & ScheduleWish)

const off = /^(?:off|none|never|stop|mute|关闭|关|停|停用|停发|不发)$/iu
const on = /^(?:on|again|resume|打开|开启|开|启用|恢复)$/iu

const numbers: Record<string, number> = {
  ...{ one: 1, two: 2, second: 2, other: 2, three: 3, third: 3, four: 4, fourth: 4 },
  ...{ 一: 1, 二: 2, 两: 2, 三: 3, 四: 4 },
}
/** Behind 每周 and 每两周 a weekday may stand, which is no number of weeks. */
const apart = [
  /\b(?:every|each|once in|once every)\s+(?<count>one|two|three|four|\d{1,2})\s*weeks?\b/iu,
  /\b(?:every|each)\s+(?<count>other|second|third|fourth)\s+week\b/iu,
  /每隔?(?<count>[一二两三四]|\d{1,2})个?(?:周|星期|礼拜)(?:一次|1次)?/u,
]
const fortnightly = /\b(?:fortnightly|bi-?weekly)\b|隔周|双周/iu
const weekly = /\b(?:weekly|every week|each week)\b|每(?:周|星期|礼拜)(?:一次|1次)|每(?:周|星期|礼拜)$/iu

/**
 * `Mon 09:00 every 2 weeks`, `every other week`, `每两周周一 9:00`, a cron expression, `off`, `on`.
 * @throws UserError where it is none of these
 */
export function readWish(text: string): KindWish {
  const plain = text.normalize('NFKC').trim()
  if (off.test(plain)) return { is: 'off' }
  if (on.test(plain)) return { is: 'on' }
  for (const pattern of [...apart, fortnightly, weekly]) {
    const found = pattern.exec(plain)
    if (found === null) continue
    const rest = plain.replace(pattern, ' ').replace(/^[\s,，、;；的]+|[\s,，、;；]+$/gu, '')
    const weeksApart = pattern === weekly ? 1 : countOf(found.groups?.count)
    return { is: 'when', weeksApart, ...(rest !== '' && { cron: readWhen(rest) }) }
  }
  return { is: 'when', cron: readWhen(plain) }
}

function countOf(written: string | undefined): number {
  if (written === undefined) return 2
  return numbers[written.toLowerCase()] ?? Number(written)
}

/**
 * `Mon 09:00`, `Monday, Thursday 9:30`, `周一 9:00`, `每周一9点`, or a cron expression of five fields, as a cron
 * expression.
 * @throws UserError where it is neither.
 */
function readWhen(text: string): string {
  const written = text.normalize('NFKC').trim()
  const fields = written.split(/\s+/u)
  // Five fields that begin with a digit or a star can't be a weekday and a time.
  if (fields.length === 5 && /^[\d*]/.test(written)) return fields.join(' ')
  const words = written
    .replaceAll(/([周期拜][日天一二三四五六])(?=\d)/gu, '$1 ')
    .split(/[\s,、]+/u)
    .filter((word) => word !== '' && !/^(every|each|at|on|每)$/iu.test(word))
  const time = /^([01]?\d|2[0-3])(?:[:.时点]([0-5]\d)分?|[时点]整?)$/u.exec(words.at(-1) ?? '')
  const daysOf = (said: string[]) => said.map((word) => weekdays.findIndex((pattern) => pattern.test(word)))
  if (words.length > 0 && !daysOf(words).includes(-1)) throw new UserError('schedule.no-time', { text })
  const days = daysOf(words.slice(0, -1))
  if (time === null || days.length === 0 || days.includes(-1))
    throw new UserError('schedule.unreadable', { text })
  return `${Number(time[2] ?? 0)} ${Number(time[1])} * * ${[...new Set(days)].sort().join(',')}`
}
