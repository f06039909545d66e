import { UserError } from '../../src/contract/errors.ts'
import type { ScheduleKind } from '../../src/domain/schedule/rules.ts'

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

/**
 * `Mon 09:00`, `Monday, Thursday 9:30`, `周一 9:00`, `每周一9点`, or a cron expression of five fields, as a cron
 * expression.
 * @throws UserError where it is neither.
 */
export function readWhen(text: string): string {
  const written = text.normalize('NFKC').trim()
  const fields = written.split(/\s+/u)
  // Five fields that begin with a digit or a star can't be a weekday and a time.
  if (fields.length === 5 && /^[\d*]/.test(written)) return fields.join(' ')
  const words = written
    .replaceAll(/([周期拜][日天一二三四五六])(?=\d)/gu, '$1 ')
    .split(/[\s,、]+/u)
    .filter((word) => word !== '' && !/^(every|each|at|on|每)$/iu.test(word))
  const time = /^([01]?\d|2[0-3])(?:[:.时点]([0-5]\d)分?|[时点]整?)$/u.exec(words.at(-1) ?? '')
  const days = words.slice(0, -1).map((word) => weekdays.findIndex((pattern) => pattern.test(word)))
  if (time === null || days.length === 0 || days.includes(-1))
    throw new UserError('schedule.unreadable', { text })
  return `${Number(time[2] ?? 0)} ${Number(time[1])} * * ${[...new Set(days)].sort().join(',')}`
}
