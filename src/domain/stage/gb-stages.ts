import type { StageRow, StageState, StageTable } from './stage-table.ts'

/**
 * Stages of a national standard of China, GB/T 16733. The fast procedure leaves out 20, or 20 and 30, so a project
 * may go from 10 to 30 or 40. A review ends in confirmation, in revision (a new project) or in withdrawal. The
 * Chinese words are the standard's own; the English ones are ours.
 */
const rows: readonly StageRow[] = [
  stage('00', '预阶段', 'Preliminary stage', 'draft', ['10']),
  stage('10', '立项阶段', 'Proposal stage', 'draft', ['20'], ['30', '40']),
  stage('20', '起草阶段', 'Drafting stage', 'draft', ['30']),
  stage('30', '征求意见阶段', 'Public comment stage', 'draft', ['40']),
  stage('40', '审查阶段', 'Examination stage', 'draft', ['50']),
  stage('50', '批准阶段', 'Approval stage', 'draft', ['60']),
  stage('60', '出版阶段', 'Publication stage', 'published', ['90']),
  stage('90', '复审阶段', 'Review stage', 'published', ['60', '95']),
  stage('95', '废止阶段', 'Withdrawal stage', 'closed', []),
]

function stage(
  code: string,
  zh: string,
  en: string,
  state: StageState,
  next: readonly string[],
  fast: readonly string[] = [],
): StageRow {
  return { code, phase: code, name: { en, zh }, state, next, fast }
}

export const gbStages: StageTable = {
  phases: rows.map(({ code, name }) => ({ code, name, level: Number(code) })),
  rows,
}
