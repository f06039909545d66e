import type { Known } from '../../src/files/known.ts'

/** A small committee's records, for files to refer to. */
export const known: Known = {
  groups: [
    { code: 'WG8', names: { zh: '数据安全标准工作组', en: 'Data Security' } },
    { code: 'SWG-ETS', names: { en: 'Emerging Technologies' } },
  ],
  organisations: [{ id: 'cesi', names: { zh: '中国电子技术标准化研究院', en: 'CESI' } }],
  members: [
    { id: 'li-na', names: { en: 'Li Na' }, slackId: 'U0LINA', roles: [] },
    { id: 'wu', names: { zh: '吴' }, roles: [] },
    { id: 'sun', names: { en: 'Sun' }, roles: [{ role: 'observer' }] },
  ],
  goals: ['2024-2-1', '2024-2-2'],
  standards: [
    { designation: 'GB/T 43697-2024', otherNames: ['20230253-T-469'] },
    { designation: 'ISO/IEC 27001:2022', otherNames: [] },
  ],
}
