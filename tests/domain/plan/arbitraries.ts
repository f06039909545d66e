import fc from 'fast-check'
import type { Plan } from '../../../src/domain/plan/rules.ts'
import { planOf } from './records.ts'

const phrases = [
  '加快制定',
  '数据安全',
  '个人信息保护',
  '国家标准',
  '举办培训',
  '发布白皮书',
  '申办会议',
  '人工智能安全',
  '2024年',
  '，',
  '。',
  ' ',
]

/** Sentences that share much with each other, as those of a plan do; some are empty, or the same. */
export const arbitrarySentence = fc
  .array(fc.constantFrom(...phrases), { maxLength: 8 })
  .map((parts) => parts.join(''))

export const arbitraryPlan: fc.Arbitrary<Plan> = fc
  .array(fc.array(arbitrarySentence, { maxLength: 5 }), { maxLength: 4 })
  .map((areas) => planOf(areas))
