import { describe, expect, it, test } from 'vitest'
import { parseAssignmentQuery } from '../../commands/slash/assignments-query.ts'
import { readKind, readWish } from '../../commands/slash/wg-words.ts'
import { UserError } from '../../src/contract/errors.ts'
import { readCron } from '../../src/queue/cron.ts'

/** What a person is told: the text's key and its values; undefined where nothing is refused. */
function refusalOf(work: () => unknown): { key: string; values: object } | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { key: error.key, values: error.values }
  }
}

describe('what is typed behind /assignments', () => {
  const nothing = { me: false, overdue: false, names: [] }

  it.each([
    ['', nothing],
    ['   ', nothing],
    ['me', { ...nothing, me: true }],
    ['ME', { ...nothing, me: true }],
    ['我的', { ...nothing, me: true }],
    ['overdue', { ...nothing, overdue: true }],
    ['逾期', { ...nothing, overdue: true }],
    ['WG8', { ...nothing, names: ['WG8'] }],
    ['ＷＧ８　逾期', { ...nothing, overdue: true, names: ['WG8'] }],
    ['due 2w', { ...nothing, withinDays: 14 }],
    ['within 10d', { ...nothing, withinDays: 10 }],
    ['due 2 weeks', { ...nothing, withinDays: 14 }],
    ['due 1 month WG8', { ...nothing, withinDays: 30, names: ['WG8'] }],
    ['截止 10天', { ...nothing, withinDays: 10 }],
    ['截止 2 周', { ...nothing, withinDays: 14 }],
    ['到期 1个月', { ...nothing, withinDays: 30 }],
    ['due two weeks', { ...nothing, withinDays: 14 }],
    ['WG8 due three months', { ...nothing, withinDays: 90, names: ['WG8'] }],
    ['截止 两周', { ...nothing, withinDays: 14 }],
    ['截止 两 周', { ...nothing, withinDays: 14 }],
    ['截止 十天', { ...nothing, withinDays: 10 }],
    ['截止 二十一天', { ...nothing, withinDays: 21 }],
    ['到期 两个星期', { ...nothing, withinDays: 14 }],
    ['到期 半个月', { ...nothing, withinDays: 15 }],
    ['due 0d', { ...nothing, withinDays: 0 }],
    ['WG8 me overdue due 3days', { me: true, overdue: true, withinDays: 3, names: ['WG8'] }],
    ['due today', { ...nothing, due: { from: { ahead: 0 } } }],
    ['due tomorrow', { ...nothing, due: { from: { ahead: 1 } } }],
    ['due this week', { ...nothing, due: { inWeeks: 0 } }],
    ['due next week WG8', { ...nothing, due: { inWeeks: 1 }, names: ['WG8'] }],
    ['WG8 due in the next month', { ...nothing, due: { inMonths: 1 }, names: ['WG8'] }],
    ['my due by Friday', { ...nothing, me: true, due: { from: { nth: 5 }, isBy: true } }],
    ['今天到期', { ...nothing, due: { from: { ahead: 0 } } }],
    ['明天到期', { ...nothing, due: { from: { ahead: 1 } } }],
    ['本周到期', { ...nothing, due: { inWeeks: 0 } }],
    ['WG8 下周到期', { ...nothing, due: { inWeeks: 1 }, names: ['WG8'] }],
    ['下个月到期的任务', { ...nothing, due: { inMonths: 1 } }],
    ['周五前到期', { ...nothing, due: { from: { nth: 5 }, isBy: true } }],
    ['截止 今天', { ...nothing, due: { from: { ahead: 0 } } }],
    ['我的 本周', { ...nothing, me: true, due: { inWeeks: 0 } }],
    ['due this year', { ...nothing, due: { inYears: 0 } }],
    ['WG8 due next year', { ...nothing, due: { inYears: 1 }, names: ['WG8'] }],
    ['今年到期', { ...nothing, due: { inYears: 0 } }],
    ['今年内到期的任务', { ...nothing, due: { inYears: 0 } }],
    ['明年到期', { ...nothing, due: { inYears: 1 } }],
    ['今年', { ...nothing, due: { inYears: 0 } }],
    ['due this quarter', { ...nothing, due: { inQuarters: 0 } }],
    ['本季度到期', { ...nothing, due: { inQuarters: 0 } }],
    ['本周内到期', { ...nothing, due: { inWeeks: 0 } }],
    ['due over the next month', { ...nothing, due: { inMonths: 1 } }],
    ['due in 3 days', { ...nothing, withinDays: 3 }],
    ['WG8 due in the next 2 weeks', { ...nothing, withinDays: 14, names: ['WG8'] }],
    ['due within 3 days WG8', { ...nothing, withinDays: 3, names: ['WG8'] }],
    ['within the next 3 days', { ...nothing, withinDays: 3 }],
    ['due in a week', { ...nothing, withinDays: 7 }],
    ['3天内到期', { ...nothing, withinDays: 3 }],
    ['WG8 3 天内到期', { ...nothing, withinDays: 3, names: ['WG8'] }],
    ['三天之内到期的任务', { ...nothing, withinDays: 3 }],
    ['未来 3 天 到期', { ...nothing, withinDays: 3 }],
    ['截止 3天内', { ...nothing, withinDays: 3 }],
    ['两周内', { ...nothing, withinDays: 14 }],
    ['today', { ...nothing, due: { from: { ahead: 0 } } }],
    ['<@U0001>', { ...nothing, names: ['<@U0001>'] }],
    ['<@U0001|li wei> overdue', { ...nothing, overdue: true, names: ['<@U0001|li wei>'] }],
    ['Li Wei', { ...nothing, names: ['Li', 'Wei'] }],
    ['2 weeks', { ...nothing, names: ['2 weeks'] }],
    ['dues', { ...nothing, names: ['dues'] }],
  ])('reads %j', (text, words) => {
    expect(parseAssignmentQuery(text)).toEqual(words)
  })

  it.each([
    ['due soon', 'soon'],
    ['due WG8', 'WG8'],
    ['due due', 'due'],
    ['due 2', '2'],
    ['due 1000d', '1000d'],
    ['due -1d', '-1d'],
    ['due 2y', '2y'],
    ['due 2 weeksend', '2'],
  ])('refuses %j and quotes what it read', (text, span) => {
    expect(refusalOf(() => parseAssignmentQuery(text))).toEqual({
      key: 'assignments.bad-span',
      values: { span },
    })
  })

  it.each(['due', 'WG8 截止'])('asks how long where %j ends without a span', (text) => {
    expect(refusalOf(() => parseAssignmentQuery(text))).toEqual({
      key: 'assignments.ask-for-span',
      values: {},
    })
  })
})

describe('a word beside a short name that no command has', () => {
  test.each([
    ['refute a7 because of that', 'refute', 'a7', 'because of that'],
    ['refute: wg8-05', 'refute', 'wg8-05', ''],
    ['wg8-05 refute', 'refute', 'wg8-05', ''],
    ['wg8-05 refute: because of that', 'refute', 'wg8-05', 'because of that'],
    ['wg8-05 结案 因为到期', '结案', 'wg8-05', '因为到期'],
    ['结案 a7', '结案', 'a7', ''],
    ['结案a7 两周', '结案', 'a7', '两周'],
  ])('%s', (text, verb, name, rest) => {
    expect(parseAssignmentQuery(text).unread).toEqual({ verb, name, rest })
  })

  test.each(['a7', 'WG8 overdue', 'overdue a7', 'WG8 Li', 'due 2w', 'Li Wei', 'a7 a8', '示例茉莉'])(
    'not %s',
    (text) => {
      expect(parseAssignmentQuery(text).unread).toBeUndefined()
    },
  )
})

describe('reminder or digest', () => {
  it.each([
    ['reminder', { kind: 'reminder', code: '', rest: '' }],
    ['Reminders Mon 09:00', { kind: 'reminder', code: '', rest: 'Mon 09:00' }],
    ['提醒 周一 9:00', { kind: 'reminder', code: '', rest: '周一 9:00' }],
    ['WG8 digest 周五 16:00', { kind: 'digest', code: 'WG8', rest: '周五 16:00' }],
    ['WG 8 周报', { kind: 'digest', code: 'WG 8', rest: '' }],
    ['ＷＧ８　摘要', { kind: 'digest', code: 'WG8', rest: '' }],
    ['digest reminder', { kind: 'digest', code: '', rest: 'reminder' }],
  ])('is found in %j', (text, words) => {
    expect(readKind(text)).toEqual(words)
  })

  it.each(['', 'WG8', 'Mon 09:00', 'remind', 'digestive'])('is missed in %j', (text) => {
    expect(refusalOf(() => readKind(text))).toEqual({ key: 'wg.which-kind', values: {} })
  })
})

describe('when', () => {
  it.each([
    ['Mon 09:00', '0 9 * * 1'],
    ['monday 9:00', '0 9 * * 1'],
    ['every Tuesday at 17.45', '45 17 * * 2'],
    ['Tues 0:05', '5 0 * * 2'],
    ['wednesdays 23:59', '59 23 * * 3'],
    ['Thu, Mon 9:30', '30 9 * * 1,4'],
    ['thur 9:30', '30 9 * * 4'],
    ['Mon Mon 9:30', '30 9 * * 1'],
    ['Mon Tue Wed Thu 9:00', '0 9 * * 1,2,3,4'],
    ['Sat 9:00', '0 9 * * 6'],
    ['周一 9:00', '0 9 * * 1'],
    ['周一9:00', '0 9 * * 1'],
    ['每周一 9点', '0 9 * * 1'],
    ['每周一9点整', '0 9 * * 1'],
    ['星期五 16点30分', '30 16 * * 5'],
    ['礼拜天 9时05', '5 9 * * 0'],
    ['周日 9：00', '0 9 * * 0'],
    ['周一、周四 ９：３０', '30 9 * * 1,4'],
    ['0 9 * * 1', '0 9 * * 1'],
    ['  0   9 * *  MON ', '0 9 * * MON'],
    ['0 9 * * 1,4', '0 9 * * 1,4'],
    ['0 9 1,15 * *', '0 9 1,15 * *'],
    ['*/5 * * * *', '*/5 * * * *'],
    ['０ ９ ＊ ＊ １', '0 9 * * 1'],
  ])('reads %j', (text, cron) => {
    expect(readWish(text)).toEqual({ is: 'when', cron })
    expect(readCron(cron)).toMatchObject({ ok: true })
  })

  it.each([
    '',
    '09:00',
    'Mon 24:00',
    'Mon 9:60',
    'Mon 9',
    'Mond 9:00',
    'tomorrow 9:00',
    '9:00 Mon',
    '周八 9:00',
    '0 9 * *',
    '0 0 9 * * 1',
    '@daily',
    'Mon 9:00 <!channel>',
  ])('refuses %j and quotes it', (text) => {
    expect(refusalOf(() => readWish(text))).toEqual({ key: 'schedule.unreadable', values: { text } })
  })

  it.each(['Mon', '每周一', 'Mon, Thu'])('asks for the time behind %j', (text) => {
    expect(refusalOf(() => readWish(text))).toEqual({ key: 'schedule.no-time', values: { text } })
  })

  it.each([
    ['Mon 09:00 every 2 weeks', '0 9 * * 1', 2],
    ['every two weeks on Monday at 9:00', '0 9 * * 1', 2],
    ['every other week, Fri 16:00', '0 16 * * 5', 2],
    ['Fri 16:00 fortnightly', '0 16 * * 5', 2],
    ['0 9 * * 1 every 3 weeks', '0 9 * * 1', 3],
    ['every third week', undefined, 3],
    ['once every four weeks', undefined, 4],
    ['every 12 weeks', undefined, 12],
    ['weekly', undefined, 1],
    ['every week Mon 9:00', '0 9 * * 1', 1],
    ['每两周', undefined, 2],
    ['每2周一次', undefined, 2],
    ['每两周周一 9:00', '0 9 * * 1', 2],
    ['周一 9:00 每三周一次', '0 9 * * 1', 3],
    ['每4个星期的周五 16:00', '0 16 * * 5', 4],
    ['隔周周一 9点', '0 9 * * 1', 2],
    ['每周', undefined, 1],
    ['每周一次', undefined, 1],
    ['每周一次，周二 9:00', '0 9 * * 2', 1],
  ])('reads how rarely in %j', (text, cron, weeksApart) => {
    expect(readWish(text)).toEqual({ is: 'when', weeksApart, ...(cron !== undefined && { cron }) })
  })

  it.each([
    ['off', 'off'],
    ['Stop', 'off'],
    ['关闭', 'off'],
    ['停发', 'off'],
    ['on', 'on'],
    ['恢复', 'on'],
  ])('reads that it is to be switched: %j', (text, is) => {
    expect(readWish(text)).toEqual({ is })
  })

  it('leaves it to cron to judge five fields', () => {
    expect(readWish('99 9 * * 1')).toEqual({ is: 'when', cron: '99 9 * * 1' })
    expect(readCron('99 9 * * 1')).toMatchObject({ ok: false, field: 'minute', value: '99' })
  })
})
