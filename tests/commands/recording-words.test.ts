import { describe, expect, test } from 'vitest'
import { readRecording } from '../../commands/slash/recording-words.ts'
import { UserError } from '../../src/contract/errors.ts'

describe('behind a verb that records, there is read from the end', () => {
  test.each<[string, ReturnType<typeof readRecording>]>([
    ['GB/T 43697 40', { words: 'GB/T 43697 40' }],
    ['GB/T 43697-2024', { words: 'GB/T 43697-2024' }],
    ['GB/T 43697 40 on 2026-11-20', { words: 'GB/T 43697 40', on: '2026-11-20' }],
    ['GB/T 43697 40 2026-11-20', { words: 'GB/T 43697 40', on: '2026-11-20' }],
    ['GB/T 43697 40 2026/11/2', { words: 'GB/T 43697 40', on: '2026-11-02' }],
    ['GB/T 43697 40 on 2026-11', { words: 'GB/T 43697 40', on: '2026-11' }],
    ['GB/T 43697 40 on 2024', { words: 'GB/T 43697 40', on: '2024' }],
    ['GB/T 43697 40 2024年', { words: 'GB/T 43697 40', on: '2024' }],
    ['GB/T 43697 2024', { words: 'GB/T 43697 2024' }],
    ['GB/T 43697 征求意见 于 2026年11月20日', { words: 'GB/T 43697 征求意见', on: '2026-11-20' }],
    ['GB/T 43697 30 于2026年11月', { words: 'GB/T 43697 30', on: '2026-11' }],
    [
      'GB/T 43697 40 on 2026-11-20 because the minutes say so',
      { words: 'GB/T 43697 40', on: '2026-11-20', why: 'the minutes say so' },
    ],
    ['GB/T 43697 40 why: because I was told', { words: 'GB/T 43697 40', why: 'because I was told' }],
    ['GB/T 43697 40 因 送审稿已提交', { words: 'GB/T 43697 40', why: '送审稿已提交' }],
    [
      'GB/T 43697 40 理由： 专家组 2026-11-20 会议',
      { words: 'GB/T 43697 40', why: '专家组 2026-11-20 会议' },
    ],
    ['GB／T 43697 ４０', { words: 'GB/T 43697 40' }],
    ['20263116-Q-252 30', { words: '20263116-Q-252 30' }],
    ['because so', { words: '', why: 'so' }],
    ['2026-11-20', { words: '', on: '2026-11-20' }],
    ['', { words: '' }],
    ...(
      [
        '27 Nov 2026',
        '27 November 2026',
        'November 27, 2026',
        'Nov 27 2026',
        'Fri, 27 Nov 2026',
        'friday 27 nov. 2026',
        'Friday, November 27, 2026',
        '2026年11月27日周五',
        '2026年11月27日星期五',
      ] as const
    ).flatMap((day): [string, ReturnType<typeof readRecording>][] => [
      [`GB/T 43697 40 on ${day}`, { words: 'GB/T 43697 40', on: '2026-11-27' }],
      [
        `GB/T 43697 征求意见 ${day} because so`,
        { words: 'GB/T 43697 征求意见', on: '2026-11-27', why: 'so' },
      ],
    ]),
    ['GB/T 43697 40 on Fri, 25 Sept 2026', { words: 'GB/T 43697 40', on: '2026-09-25' }],
    ['GB/T 43697 2027年2月7日星期天', { words: 'GB/T 43697', on: '2027-02-07' }],
    ['GB/T 43697 40 on Nov 2026', { words: 'GB/T 43697 40', on: '2026-11' }],
    ['GB/T 43697 40 since November 2026', { words: 'GB/T 43697 40', on: '2026-11' }],
    ['GB/T 43697 40.20 May 2026', { words: 'GB/T 43697 40.20', on: '2026-05' }],
    ['GB/T 43697 in May', { words: 'GB/T 43697 in May' }],
    ['Marathon 2026', { words: 'Marathon 2026' }],
  ])('%j', (text, expected) => {
    expect(readRecording(text)).toStrictEqual(expected)
  })

  test.each([
    'on Fri 27 Nov',
    'on 27 November',
    'on Nov 27',
    'since Friday, Nov. 27',
    '于11月27日',
    '于 11月27日周五',
  ])('a day without its year is none: %s', (day) => {
    expect(() => readRecording(`GB/T 43697 40 ${day} because so`)).toThrow(UserError)
  })

  const reasoned = { words: '20260704-T-469 40', on: '2026-11-22', why: '会议纪要有误' }
  test.each<[string, ReturnType<typeof readRecording>]>([
    ['20260704-T-469 40 于 2026年11月22日 因会议纪要有误', reasoned],
    ['20260704-T-469 40 于2026年11月22日因为会议纪要有误', reasoned],
    ['20260704-T-469 40 于2026年11月22日，因会议纪要有误', reasoned],
    ['20260704-T-469 40 于2026年11月22日周日 因：会议纪要有误', reasoned],
    ['20260704-T-469 40 2026-11-22 理由：会议纪要有误', reasoned],
    ['20260704-T-469 40 因会议纪要', { words: '20260704-T-469 40', why: '会议纪要' }],
    ['20260704-T-469 40因会议纪要', { words: '20260704-T-469 40', why: '会议纪要' }],
    ['20260704-T-469 35 因会议纪要', { words: '20260704-T-469 35', why: '会议纪要' }],
    ['20260704-T-469 征求意见 因因特网数据', { words: '20260704-T-469 征求意见', why: '因特网数据' }],
    ['20260704-T-469 征求意见 理由：因故', { words: '20260704-T-469 征求意见', why: '因故' }],
    ['20260704-T-469 无 因试点停止', { words: '20260704-T-469 无', why: '试点停止' }],
    ['GB/T 43697 理由：会议纪要', { words: 'GB/T 43697', why: '会议纪要' }],
    ['基因数据安全要求 40', { words: '基因数据安全要求 40' }],
    ['数据安全 因特网 40', { words: '数据安全 因特网 40' }],
    ['因特网 基因 40 因会议纪要', { words: '因特网 基因 40', why: '会议纪要' }],
    ['审查因子 40', { words: '审查因子 40' }],
    ['20260704-T-469 40 因', { words: '20260704-T-469 40 因' }],
  ])('%j', (text, expected) => {
    expect(readRecording(text)).toStrictEqual(expected)
  })

  test.each([
    '2026-02-30',
    '2026-13-01',
    '2026-13',
    '2026年2月29日',
    '2026-00-10',
    '31 Nov 2026',
    'Sat, 27 Nov 2026',
    'Monday, November 27, 2026',
    '2026年11月27日周六',
    '40 Nov 2026',
  ])('and %s is no day', (day) => {
    expect(() => readRecording(`GB/T 43697 40 on ${day}`)).toThrow(UserError)
  })
})
