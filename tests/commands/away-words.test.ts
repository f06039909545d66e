import { describe, expect, test } from 'vitest'
import { awayDaysMeant, parseAway } from '../../commands/slash/away-words.ts'
import { dayRangeIn, daysMeant } from '../../commands/slash/day-range-words.ts'
import { parseQuiet } from '../../commands/slash/quiet-words.ts'
import { UserError } from '../../src/contract/errors.ts'

const today = '2026-11-28'

/** `from until`, or why not. */
function meant(text: string): string {
  try {
    const range = dayRangeIn(text)
    if (range === undefined) return 'none'
    const { from, until } = daysMeant(range, today)
    return `${from} ${until}`
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return error.key
  }
}

const dec = '2026-12-01 2026-12-14'
describe('days as people type them', () => {
  test.each([
    ['2026-12-01', '2026-12-01 2026-12-01'],
    ['2026-12-01 to 2026-12-14', dec],
    ['from 2026-12-01 until 2026-12-14', dec],
    ['2026-12-01 - 2026-12-14', dec],
    ['2026-12-01–2026-12-14', dec],
    ['2026/12/1~2026/12/14', dec],
    ['2026.12.01-2026.12.14', dec],
    ['from 1 Dec 2026 until 14 Dec 2026', dec],
    ['1 Dec to 14 Dec 2026', dec],
    ['1-14 Dec 2026', dec],
    ['1st to 14th December', dec],
    ['between Dec 1 and Dec 14, 2026', dec],
    ['December 1 to 14', dec],
    ['Tue, 1 Dec 2026 to Mon, 14 Dec 2026', dec],
    ['2026-12-01至2026-12-14', dec],
    ['从2026年12月1日到2026年12月14日', dec],
    ['2026年12月1日至14日', dec],
    ['2026年12月1日（周二）至12月14日（周一）', dec],
    ['12月1日至14日', dec],
    ['１２月１日～１４日', dec],
    ['12月1日', '2026-12-01 2026-12-01'],
    ['十二月一日至十二月十四日', dec],
    ['十二月一日到十四日', dec],
    ['一日至十二月十四日', dec],
    ['二〇二六年十二月一日（周二）至十四日', dec],
    ['2026年十二月1日至12月十四日', dec],
    ['十二月二十日至一月四日', '2026-12-20 2027-01-04'],
    ['十二月三十二日', 'absence.no-day'],
    ['十二月', 'none'],
    ['三个月', 'none'],
    ['2026-12-20 to 2027-01-04', '2026-12-20 2027-01-04'],
    ['20 Dec to 4 Jan', '2026-12-20 2027-01-04'],
    ['12月20日至1月4日', '2026-12-20 2027-01-04'],
    ['25 Nov to 5 Dec', '2026-11-25 2026-12-05'],
    ['3 Feb', '2027-02-03 2027-02-03'],
    ['today', `${today} ${today}`],
    // A Saturday is today.
    ['Saturday', `${today} ${today}`],
    ['monday', '2026-11-30 2026-11-30'],
    ['next Monday to Friday', '2026-11-30 2026-12-04'],
    ['Wednesday until Tuesday', '2026-12-02 2026-12-08'],
    ['next week', '2026-11-30 2026-12-04'],
    ['this Friday', '2026-11-27 2026-11-27'],
    ['from tomorrow to Wednesday', '2026-11-29 2026-12-02'],
    ['1 Dec to Friday', '2026-12-01 2026-12-04'],
    ['Monday to 4 Dec', '2026-11-30 2026-12-04'],
    ['Monday, 30 Nov to Friday, 4 Dec', '2026-11-30 2026-12-04'],
    ['Monday 2026-11-30', '2026-11-30 2026-11-30'],
    ['every Friday', 'none'],
    ['下周一', '2026-11-30 2026-11-30'],
    ['下周一至下周五', '2026-11-30 2026-12-04'],
    ['下周一到周五', '2026-11-30 2026-12-04'],
    ['下星期三', '2026-12-02 2026-12-02'],
    ['下下周二', '2026-12-08 2026-12-08'],
    ['周日', '2026-11-29 2026-11-29'],
    ['星期天', '2026-11-29 2026-11-29'],
    ['本周五', '2026-11-27 2026-11-27'],
    ['下周', '2026-11-30 2026-12-04'],
    ['下个星期', '2026-11-30 2026-12-04'],
    ['明天到周三', '2026-11-29 2026-12-02'],
    ['后天', '2026-11-30 2026-11-30'],
    ['每周五', 'none'],
    // What has gone by is no day to come.
    ['last Friday', 'none'],
    ['上周五', 'none'],
    ['上个星期五', 'none'],
    ['yesterday', 'none'],
    ['tomorrow', '2026-11-29 2026-11-29'],
    ['today until 4 Dec', `${today} 2026-12-04`],
    ['今天到12月4日', `${today} 2026-12-04`],
    ['明天', '2026-11-29 2026-11-29'],
    ['2026-12-14 to 2026-12-01', '2026-12-14 2026-12-01'],
    ['2026-02-30', 'absence.no-day'],
    ['31 Nov to 4 Dec', 'absence.no-day'],
    ['Mon, 1 Dec 2026', 'absence.no-day'],
    ['2026年12月1日周一', 'absence.no-day'],
    ['next month', 'none'],
    ['12', 'none'],
    ['2026', 'none'],
    ['a7', 'none'],
  ])('%s', (text, expected) => {
    expect(meant(text)).toBe(expected)
  })
})

describe('who is away, and who stands in', () => {
  test.each([
    ['2026-12-01 to 2026-12-14', undefined, undefined],
    ['2026-12-01 to 2026-12-14 @lotus', undefined, '@lotus'],
    ['2026-12-01 to 2026-12-14 <@U0LOTUS>', undefined, '<@U0LOTUS>'],
    ['<@U0JASMINE|jasmine> 2026-12-01 <@U0LOTUS>', '<@U0JASMINE|jasmine>', '<@U0LOTUS>'],
    ['for Jasmine Sample from 1 Dec to 3 Dec', 'Jasmine Sample', undefined],
    ['1 Dec to 3 Dec, stand-in Lotus Sample', undefined, 'Lotus Sample'],
    ['1 Dec to 3 Dec covered by Lotus Sample', undefined, 'Lotus Sample'],
    ['2026-12-01至2026-12-14由示例清荷代理', undefined, '示例清荷'],
    ['2026-12-01至2026-12-14，代理人：示例清荷', undefined, '示例清荷'],
    ['示例茉莉 12月1日至3日 示例清荷', '示例茉莉', '示例清荷'],
    ['示例茉莉 十二月一日至三日由示例清荷代理', '示例茉莉', '示例清荷'],
  ])('%s', (text, who, standIn) => {
    const words = parseAway(text)
    expect([words?.who, words?.standIn]).toEqual([who, standIn])
  })

  test('nothing asks for what is on record, and what names no day is refused with what it says', () => {
    expect(parseAway('  ')).toBeUndefined()
    expect(() => parseAway('some time')).toThrow('absence.no-days')
  })
})

describe('until a day, which is from today', () => {
  test.each([
    ['until Friday', '2026-11-28 2026-12-04'],
    ['till Fri, 4 Dec', '2026-11-28 2026-12-04'],
    ['up to 4 December', '2026-11-28 2026-12-04'],
    ['to 2026-12-04', '2026-11-28 2026-12-04'],
    ['through tomorrow', '2026-11-28 2026-11-29'],
    ['from now until Friday', '2026-11-28 2026-12-04'],
    ['到周五', '2026-11-28 2026-12-04'],
    ['至12月4日', '2026-11-28 2026-12-04'],
    ['一直到下周五', '2026-11-28 2026-12-04'],
    ['从现在到周五', '2026-11-28 2026-12-04'],
    ['until today', '2026-11-28 2026-11-28'],
    ['until Friday @lotus', '2026-11-28 2026-12-04', undefined, '@lotus'],
    ['到周五，代理人：示例清荷', '2026-11-28 2026-12-04', undefined, '示例清荷'],
    ['Jasmine Sample until Friday', '2026-11-28 2026-12-04', 'Jasmine Sample'],
    ['示例茉莉到周五', '2026-11-28 2026-12-04', '示例茉莉'],
    ['today until Friday', '2026-11-28 2026-12-04'],
    ['for now until Friday', '2026-11-28 2026-12-04'],
    ['on Friday', '2026-12-04 2026-12-04'],
  ] as [string, string, string?, string?][])('%s', (text, days, who, standIn) => {
    const words = parseAway(text)
    const meant = words && daysMeant(words.days, today)
    expect([`${meant?.from} ${meant?.until}`, words?.who, words?.standIn]).toEqual([days, who, standIn])
  })
})

describe('for so long, of which the first day and the last count', () => {
  /** A Saturday; `text`, the days, who, and who stands in. */
  test.each([
    ['for 3 days from Monday', '2026-11-30 2026-12-02'],
    ['for 3 days starting Monday', '2026-11-30 2026-12-02'],
    ['for three days beginning on 1 December', '2026-12-01 2026-12-03'],
    ['from Monday for 2 weeks', '2026-11-30 2026-12-13'],
    ['2 weeks from 1 Dec', '2026-12-01 2026-12-14'],
    ['2026-12-01 for a week', '2026-12-01 2026-12-07'],
    ['from 2026-12-01 for one day', '2026-12-01 2026-12-01'],
    ['for 2 months from 1 December', '2026-12-01 2027-01-31'],
    ['from tomorrow for the next 3 days', '2026-11-29 2026-12-01'],
    ['for 3 days', '2026-11-28 2026-11-30'],
    ['the next two weeks', '2026-11-28 2026-12-11'],
    ['3d', '2026-11-28 2026-11-30'],
    ['三天', '2026-11-28 2026-11-30'],
    ['3天', '2026-11-28 2026-11-30'],
    ['两周', '2026-11-28 2026-12-11'],
    ['从周一起 3天', '2026-11-30 2026-12-02'],
    ['从周一起3天', '2026-11-30 2026-12-02'],
    ['12月1日起共三天', '2026-12-01 2026-12-03'],
    ['十二月二十日起两周', '2026-12-20 2027-01-02'],
    ['从下周一开始，为期一周', '2026-11-30 2026-12-06'],
    ['3天，从12月1日起', '2026-12-01 2026-12-03'],
    ['for 3 days from Monday @lotus', '2026-11-30 2026-12-02', undefined, '@lotus'],
    ['Jasmine Sample for 3 days from Monday', '2026-11-30 2026-12-02', 'Jasmine Sample'],
    [
      'Jasmine Sample for 3 days, stand-in Lotus Sample',
      '2026-11-28 2026-11-30',
      'Jasmine Sample',
      'Lotus Sample',
    ],
    ['三天，由示例清荷代理', '2026-11-28 2026-11-30', undefined, '示例清荷'],
    // Days of the calendar.
    ['1 Dec', '2026-12-01 2026-12-01'],
    ['12月3日', '2026-12-03 2026-12-03'],
    ['十二月二十八日', '2026-12-28 2026-12-28'],
    ['2026-12-01 to 2026-12-14', '2026-12-01 2026-12-14'],
    ['下周三', '2026-12-02 2026-12-02'],
  ] as [string, string, string?, string?][])('%s', (text, days, who, standIn) => {
    const words = parseAway(text)
    const meant = words && awayDaysMeant(words.days, today, 'en')
    expect([`${meant?.from} ${meant?.until}`, words?.who, words?.standIn]).toEqual([days, who, standIn])
  })
})

describe('without an end', () => {
  test.each([
    'today until further notice',
    'until further notice',
    'from Monday indefinitely',
    'from Monday on',
    'from Monday onwards @lotus',
    '3 working days from Monday',
    'Monday for half a day',
    '从周一起3个工作日',
    'today until the project ends',
    '从周一起',
    '12月1日起，由示例清荷代理',
    '今天起，直至另行通知',
    '长期',
  ])('%s', (text) => {
    expect(() => parseAway(text)).toThrow('absence.no-end')
  })
  test.each(['in 2 weeks', '两周后', '3天后', 'some time'])('%s names no day', (text) => {
    expect(() => parseAway(text)).toThrow('absence.no-days')
  })
})

describe('days without a year that have just gone by', () => {
  const on = '2026-10-14'
  const meant = (text: string, day = on) => {
    const words = parseAway(text)
    try {
      const days = words && awayDaysMeant(words.days, day, 'en')
      return `${days?.from} ${days?.until}`
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return [error.key, ...Object.values(error.values)].join(' ')
    }
  }
  test.each([
    ['10月8日 to 10月9日', 'absence.just-over 8 Oct 2026 next 2027-10-08 2027-10-09'],
    ['8 to 9 October', 'absence.just-over 8 Oct 2026 next 2027-10-08 2027-10-09'],
    ['8 October', 'absence.just-over 8 Oct 2026 next 2027-10-08 none'],
    ['13 October', 'absence.just-over 13 Oct 2026 next 2027-10-13 none'],
    ['16 July', 'absence.just-over 16 Jul 2026 next 2027-07-16 none'],
    ['for 3 days from 8 October', 'absence.just-over 8 Oct 2026 next 2027-10-08 none'],
    ['until 9 October', 'absence.just-over 9 Oct 2026 next 2027-10-09 none'],
    ['today until 9 October', 'absence.just-over 9 Oct 2026 next 2027-10-09 none'],
    // Ninety-one days ago, and today.
    ['15 July', '2027-07-15 2027-07-15'],
    ['14 October', '2026-10-14 2026-10-14'],
    ['8 to 20 October', '2026-10-08 2026-10-20'],
    ['1 February', '2027-02-01 2027-02-01'],
    ['2027-10-08 to 2027-10-09', '2027-10-08 2027-10-09'],
    ['8 October 2027 to 9 October', '2027-10-08 2027-10-09'],
    ['2026-10-08', '2026-10-08 2026-10-08'],
  ])('%s', (text, days) => {
    expect(meant(text)).toBe(days)
  })
  test('over the turn of a year', () => {
    expect(meant('25 December to 3 January', '2027-01-05')).toBe(
      'absence.just-over 25 Dec 2026 other 2027-12-25 2028-01-03',
    )
  })
})

const evening = { from: '20:00', until: '08:00' }
describe('quiet hours', () => {
  test.each([
    ['', undefined],
    ['20:00-08:00', { quietHours: evening }],
    ['20:00 – 8:00', { quietHours: evening }],
    ['from 20:00 to 8', { quietHours: evening }],
    ['8pm-8am', { quietHours: evening }],
    ['20点到8点', { quietHours: evening }],
    ['晚上8点至早上8点', { quietHours: evening }],
    ['晚8点到次日早8点', { quietHours: evening }],
    ['２０：００至０８：００', { quietHours: evening }],
    ['12:30-13:30', { quietHours: { from: '12:30', until: '13:30' } }],
    ['22:00-24:00', { quietHours: { from: '22:00', until: '00:00' } }],
    ['off', { quietHours: { from: '00:00', until: '00:00' } }],
    ['关闭', { quietHours: { from: '00:00', until: '00:00' } }],
    ['usual', { quietHours: 'usual', perWeek: 'usual' }],
    ['恢复默认', { quietHours: 'usual', perWeek: 'usual' }],
    ['1 a week', { perWeek: 1 }],
    ['每周1次', { perWeek: 1 }],
    ['每周一次', { perWeek: 1 }],
    ['每周最多两次', { perWeek: 2 }],
    ['20:00-08:00, 2 times a week', { quietHours: evening, perWeek: 2 }],
    ['off 1 per week', { quietHours: { from: '00:00', until: '00:00' }, perWeek: 1 }],
  ])('%s', (text, expected) => {
    expect(parseQuiet(text)).toEqual(expected)
  })

  test.each([
    ['25:00-08:00', 'hearing.unreadable'],
    ['20:60-08:00', 'hearing.unreadable'],
    ['at night', 'hearing.unreadable'],
    ['20:00', 'hearing.unreadable'],
    ['20:00-20:00', 'hearing.no-length'],
  ])('%s is refused', (text, key) => {
    expect(() => parseQuiet(text)).toThrow(key)
  })
})
