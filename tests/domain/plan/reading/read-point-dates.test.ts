import { describe, expect, test } from 'vitest'
import { readPoint } from '../../../../src/domain/plan/reading/read-point.ts'
import { known, read } from './read.ts'

describe('days that are named', () => {
  test.each([
    ['Approved on 2 April 2026', ['2026-04-02']],
    ['before 30 September', ['2025-09-30']],
    ['on September 30th, 2026', ['2026-09-30']],
    ['the 1st of May', ['2025-05-01']],
    ['due 2026-02-28', ['2026-02-28']],
    ['2026/3/1 and 2026.3.2', ['2026-03-01', '2026-03-02']],
    ['by the end of June', ['2025-06-30']],
    ['by end-June 2026', ['2026-06-30']],
    ['by the end of February 2028', ['2028-02-29']],
    ['no later than November', ['2025-11-30']],
    ['by the end of 2025', ['2025-12-31']],
    ['by the end of the year', ['2025-12-31']],
    ['before the end of this year', ['2025-12-31']],
    ['by year-end', ['2025-12-31']],
    ['within the year', ['2025-12-31']],
    ['in the first half of the year', ['2025-06-30']],
    ['in the second half of 2026', ['2026-12-31']],
    ['in the first half and the second half of the year', ['2025-06-30', '2025-12-31']],
    ['by the third quarter', ['2025-09-30']],
    ['in Q1 2026', ['2026-03-31']],
    ['by H2', ['2025-12-31']],
    ['2026年4月2日', ['2026-04-02']],
    ['９月３０日前', ['2025-09-30']],
    ['2026年3月1日之前完成', ['2026-03-01']],
    ['6月底前', ['2025-06-30']],
    ['2028年2月底', ['2028-02-29']],
    ['年底前', ['2025-12-31']],
    ['今年年底前', ['2025-12-31']],
    ['2026年底前', ['2026-12-31']],
    ['明年6月底前', ['2026-06-30']],
    ['年内', ['2025-12-31']],
    ['上半年完成，下半年发布', ['2025-06-30', '2025-12-31']],
    ['2026年上半年', ['2026-06-30']],
    ['第三季度', ['2025-09-30']],
    ['2026年一季度末', ['2026-03-31']],
    ['十二月底前', ['2025-12-31']],
    ['九月三十日', ['2025-09-30']],
    ['5月中旬前', ['2025-05-20']],
    ['5月下旬前', ['2025-05-31']],
  ])('%s', (text, dates) => {
    expect(read(text).dates).toEqual(dates)
  })

  test.each([
    'the SC 27 meeting in 2025',
    'in June',
    'June was warm',
    'they may march',
    'May 2025',
    'since 2019',
    'GB/T 22239-2019 and ISO/IEC 27001:2022',
    '20230253-T-469',
    '2025-02-30',
    '31 June',
    'the first half of the text',
    'end of life',
    'published every year',
    'SQ1 and Q5',
    '2025年SC27会议',
    '2025年',
    '6月',
    '2月30日',
    '截至2024年12月31日已完成草案',
    'Approved on 2 April 2024',
    '每年年底',
    '去年底',
    '每季度',
    '每月底',
    '13月底',
    '近年内容',
    '5月中旬',
    '一千零一夜',
  ])('none: %s', (text) => {
    expect(read(text).dates).toEqual([])
  })

  test('are given with the phrase, and each once', () => {
    expect(readPoint('By the end of June, that is 30 June; 6月30日前', known).dates).toEqual([
      { value: '2025-06-30', words: ['By the end of June', '30 June', '6月30日前'] },
    ])
  })
})

describe('words that say it is urgent', () => {
  test.each([
    ['Urgently-needed standards should be accelerated', ['Urgently-needed', 'accelerated']],
    ['As a matter of urgency, revise it', ['As a matter of urgency']],
    ['as soon as possible, with priority', ['as soon as possible', 'priority']],
    ['加快急需标准研制，尽快发布，优先安排', ['加快', '急需', '尽快', '优先']],
    ['抓紧处理紧急事项', ['抓紧', '紧急']],
    ['in an orderly way', []],
    ['accelerator cards with priorities', ['priorities']],
    ['应急响应和加速卡', []],
    ['重点推进标准研制', []],
    ['任务优先级', []],
    ['insurgents', []],
  ])('%s', (text, urgent) => {
    expect(read(text).urgent).toEqual(urgent)
  })
})
