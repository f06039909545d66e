import { describe, expect, test } from 'vitest'
import { readPoint } from '../../../../src/domain/plan/reading/read-point.ts'
import { withHeading } from '../../../../src/domain/plan/reading/with-heading.ts'
import { known } from './read.ts'

function below(heading: string, text: string) {
  return withHeading(text, readPoint(text, known), readPoint(heading, known))
}

const values = (found: readonly { value: string }[]) => found.map(({ value }) => value)

describe('a point that says what is to be done asks for nothing that its heading alone says', () => {
  test.each([
    ['推进数据标准研制', '召开全体委员会议。', []],
    ['推进数据标准研制', '做好经费管理。', []],
    ['推进数据标准研制', '开展国际交流。', ['liaison']],
    ['开展培训和宣传活动', '更新通讯录。', []],
    ['开展培训和宣传活动', '制定网络标准。', ['standard']],
    ['加快急需标准研制', '编制白皮书', ['research']],
    ['Develop urgent standards for data security', 'Approve the budget.', []],
    ['Trainings and media coverage on AI', 'Develop standards for toys', ['standard']],
    ['Trainings and media coverage on AI', 'The mailing list is brought up to date.', []],
    // It names its own work, without any verb.
    ['Develop standards for:', 'A white paper on toys', ['research']],
  ])('%s: %s', (heading, text, kinds) => {
    const { kinds: asked, topics, groups, urgent, ...rest } = below(heading, text)
    expect([values(asked), topics, urgent]).toEqual([kinds, [], []])
    expect(asked.some((one) => 'isOfHeading' in one)).toBe(false)
    expect(groups.some((one) => 'isOfHeading' in one)).toBe(false)
    expect(rest).toEqual({ dates: [] })
  })
})

describe('a point that only names something takes what its heading says, marked so', () => {
  test.each([
    ['制定以下数据安全标准：', '《接口安全要求》（牵头单位：某院）', ['data-security']],
    ['Develop standards for data security:', 'Wallets, by 30 June', ['data-security']],
  ])('%s: %s', (heading, text, topics) => {
    const reading = below(heading, text)
    expect(reading.kinds).toEqual([
      { value: 'standard', words: expect.arrayContaining([expect.any(String)]), isOfHeading: true },
    ])
    expect(values(reading.topics)).toEqual(topics)
    expect(reading.topics[0]?.isOfHeading).toBe(true)
    expect(reading.groups).toEqual([{ value: 'WG8', words: expect.any(Array), isOfHeading: true }])
    expect(reading).not.toHaveProperty('isUrgentByHeading')
  })

  test('and not what it says itself; nor is a day of the heading its own', () => {
    const reading = below('6月底前加快制定人工智能标准：', '人工智能模型、数据安全')
    expect(reading.kinds.map(({ value, isOfHeading }) => [value, isOfHeading])).toEqual([['standard', true]])
    expect(reading.topics.map(({ value, isOfHeading }) => [value, isOfHeading])).toEqual([
      ['ai', undefined],
      ['data-security', undefined],
    ])
    expect(reading.dates).toEqual([])
    expect([reading.urgent, reading.isUrgentByHeading]).toEqual([['加快'], true])
  })

  test('its own urgent words stand for it', () => {
    const { urgent, isUrgentByHeading } = below('加快制定标准：', '急需的模型')
    expect([urgent, isUrgentByHeading]).toEqual([['急需'], undefined])
  })
})
