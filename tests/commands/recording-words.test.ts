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
  ])('%j', (text, expected) => {
    expect(readRecording(text)).toStrictEqual(expected)
  })

  test.each(['2026-02-30', '2026-13-01', '2026-13', '2026年2月29日', '2026-00-10'])(
    'and %s is no day',
    (day) => {
      expect(() => readRecording(`GB/T 43697 40 on ${day}`)).toThrow(UserError)
    },
  )
})
