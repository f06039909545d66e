import { type KnownToPlan, readPoint } from '../../../../src/domain/plan/reading/read-point.ts'
import { knownTopics } from '../../../../src/domain/plan/reading/topics.ts'
import { kindsOfWork } from '../../../../src/domain/work/kinds.ts'

export const known: KnownToPlan = {
  kinds: kindsOfWork,
  topics: knownTopics,
  groups: [
    {
      code: 'WG8',
      names: { zh: '数据安全工作组', en: 'Data Security' },
      scope: ['data-security', 'data-trade'],
    },
    {
      code: 'SG1',
      names: { en: 'International Standardization' },
      scope: ['international-proposal', 'liaison'],
    },
    {
      code: 'SWG-ETS',
      names: { zh: '新技术安全标准特别工作组' },
      scope: ['quantum', '低空', 'low-altitude'],
    },
  ],
  year: 2025,
}

/** What a point is read into, by the values alone. */
export function read(text: string) {
  const { kinds, topics, groups, dates, urgent } = readPoint(text, known)
  const values = (found: readonly { value: string }[]) => found.map(({ value }) => value)
  return {
    kinds: values(kinds),
    topics: values(topics),
    groups: values(groups),
    dates: values(dates),
    urgent: [...urgent],
  }
}
