import { codedPhases, codedStage as stage } from './coded-stages.ts'
import type { StageRow, StageTable } from './stage-table.ts'

/** Phases of the work programme of CEN and CENELEC. */
const phases = codedPhases([
  ['00', 'Preliminary stage', '预备阶段'],
  ['10', 'Proposal stage', '提案阶段'],
  ['20', 'Drafting stage', '起草阶段'],
  ['30', 'Preparation of the Enquiry', '征询准备阶段'],
  ['40', 'Enquiry stage', '征询意见阶段'],
  ['45', 'Preparation of the Formal Vote', '正式投票准备阶段'],
  ['50', 'Formal Vote stage', '正式投票阶段'],
  ['60', 'Publication stage', '出版阶段'],
  ['65', 'National implementation', '成员国实施阶段'],
  ['90', 'Review stage', '复审阶段'],
  ['99', 'Withdrawal stage', '废止阶段'],
])

/**
 * The stage codes that CEN and CENELEC publish for a European Standard, with where each usually leads. After an Enquiry
 * that was positive the Formal Vote may be left out (40.60 to 60.55). Codes of deliverables other than the EN are not
 * here. The Chinese words are ours.
 */
const rows: readonly StageRow[] = [
  stage('00.60', 'Preliminary stage completed', '预备阶段结束', ['10.99', '10.98']),
  stage('10.98', 'Work item proposal rejected', '工作项目提案未通过', [], 'closed'),
  stage('10.99', 'Work item proposal accepted', '工作项目提案已接受', ['20.60']),
  stage('20.60', 'First working draft circulated', '第一份工作草案已分发', ['30.99']),
  stage('30.99', 'Enquiry draft dispatched to CCMC', '征询草案已提交管理中心（CCMC）', ['40.20']),
  stage('40.20', 'Submission to Enquiry', '征询开始', ['40.60']),
  stage('40.60', 'Closure of Enquiry', '征询结束', ['45.99', '60.55']),
  stage('45.99', 'Formal Vote draft dispatched to CCMC', '正式投票草案已提交管理中心（CCMC）', ['50.20']),
  stage('50.20', 'Submission to Formal Vote', '正式投票开始', ['50.60']),
  stage('50.60', 'Closure of Formal Vote', '正式投票结束', ['60.55']),
  stage('60.55', 'Ratification completed (DOR)', '批准完成（DOR）', ['60.60']),
  stage(
    '60.60',
    'Definitive text made available (DAV)',
    '正式文本已提供（DAV）',
    ['65.31', '90.00'],
    'published',
  ),
  stage('65.31', 'Announced nationally (DOA)', '已在各成员国公告（DOA）', ['65.51'], 'published'),
  stage('65.51', 'Published nationally (DOP)', '各成员国已发布（DOP）', ['65.62'], 'published'),
  stage(
    '65.62',
    'Conflicting national standards withdrawn (DOW)',
    '抵触的国家标准已废止（DOW）',
    ['90.00'],
    'published',
  ),
  stage('90.00', 'Review started', '复审开始', ['90.93', '90.92', '90.98'], 'published'),
  stage('90.92', 'Decision to revise', '决定修订', ['99.60'], 'published'),
  stage('90.93', 'Decision to confirm', '决定确认继续有效', ['90.00'], 'published'),
  stage('90.98', 'Decision to withdraw', '决定废止', ['99.60'], 'published'),
  stage('99.60', 'Withdrawal effective', '废止生效', [], 'closed'),
]

export const cenStages: StageTable = { phases, rows }
