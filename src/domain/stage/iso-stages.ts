import { codedPhases, codedStage as stage } from './coded-stages.ts'
import type { StageRow, StageTable } from './stage-table.ts'

/** Phases of the international harmonized stage codes of ISO. */
const phases = codedPhases([
  ['00', 'Preliminary stage', '预备阶段'],
  ['10', 'Proposal stage', '提案阶段'],
  ['20', 'Preparatory stage', '准备阶段'],
  ['30', 'Committee stage', '委员会阶段'],
  ['40', 'Enquiry stage', '征询意见阶段'],
  ['50', 'Approval stage', '批准阶段'],
  ['60', 'Publication stage', '出版阶段'],
  ['90', 'Review stage', '复审阶段'],
  ['95', 'Withdrawal stage', '废止阶段'],
])

/**
 * Substages, with where each usually leads: 00 registered, 20 started, 60 closed, 92 back to an earlier phase,
 * 93 this phase again, 98 abandoned, 99 on to the next phase. The English words are those of the matrix. 60.00 is
 * not published yet. A committee draft may be left out (20.99 to 40.00), and so may the final draft (40.99 to 60.00).
 * 90.92 ends when the revision is published.
 */
const rows: readonly StageRow[] = [
  stage('00.00', 'Proposal for new project received', '收到新项目建议', ['00.20']),
  stage('00.20', 'Proposal for new project under review', '新项目建议审议中', ['00.60']),
  stage('00.60', 'Close of review', '审议结束', ['00.99', '00.98']),
  stage('00.98', 'Proposal for new project abandoned', '新项目建议已放弃', [], 'closed'),
  stage('00.99', 'Approval to ballot proposal for new project', '同意就新项目提案投票', ['10.00']),
  stage('10.00', 'Proposal for new project registered', '新项目提案（NP）已登记', ['10.20']),
  stage('10.20', 'New project ballot initiated', '新项目投票开始', ['10.60']),
  stage('10.60', 'Close of voting', '投票结束', ['10.99', '10.92', '10.98']),
  stage('10.92', 'Proposal returned to submitter for further definition', '提案退回提出者进一步明确', [
    '10.00',
  ]),
  stage('10.98', 'New project rejected', '新项目未通过', [], 'closed'),
  stage('10.99', 'New project approved', '新项目已批准', ['20.00', '30.00', '40.00']),
  stage('20.00', 'New project registered in TC/SC work programme', '新项目已列入 TC/SC 工作计划', ['20.20']),
  stage('20.20', 'Working draft (WD) study initiated', '工作草案（WD）研究开始', ['20.60']),
  stage('20.60', 'Close of comment period', '征求意见期结束', ['20.99', '20.20', '20.98']),
  stage('20.98', 'Project deleted', '项目已撤销', [], 'closed'),
  stage('20.99', 'WD approved for registration as CD', 'WD 获准登记为委员会草案（CD）', ['30.00', '40.00']),
  stage('30.00', 'Committee draft (CD) registered', '委员会草案（CD）已登记', ['30.20']),
  stage('30.20', 'CD study/ballot initiated', 'CD 研究或投票开始', ['30.60']),
  stage('30.60', 'Close of voting/comment period', '投票或征求意见期结束', ['30.99', '30.92', '30.98']),
  stage('30.92', 'CD referred back to Working Group', 'CD 退回工作组', ['30.20', '20.20']),
  stage('30.98', 'Project deleted', '项目已撤销', [], 'closed'),
  stage('30.99', 'CD approved for registration as DIS', 'CD 获准登记为国际标准草案（DIS）', ['40.00']),
  stage('40.00', 'DIS registered', '国际标准草案（DIS）已登记', ['40.20']),
  stage('40.20', 'DIS ballot initiated: 12 weeks', 'DIS 投票开始（12 周）', ['40.60']),
  stage('40.60', 'Close of voting', '投票结束', ['40.99', '40.93', '40.92', '40.98']),
  stage(
    '40.92',
    'Full report circulated: DIS referred back to TC or SC',
    '完整报告已分发：DIS 退回 TC 或 SC',
    ['30.00', '30.20'],
  ),
  stage(
    '40.93',
    'Full report circulated: decision for new DIS ballot',
    '完整报告已分发：决定重新进行 DIS 投票',
    ['40.20'],
  ),
  stage('40.98', 'Project deleted', '项目已撤销', [], 'closed'),
  stage(
    '40.99',
    'Full report circulated: DIS approved for registration as FDIS',
    '完整报告已分发：DIS 获准登记为最终国际标准草案（FDIS）',
    ['50.00', '60.00'],
  ),
  stage(
    '50.00',
    'Final text received or FDIS registered for formal approval',
    '收到最终文本，或最终国际标准草案（FDIS）已登记待批准',
    ['50.20'],
  ),
  stage(
    '50.20',
    'Proof sent to secretariat or FDIS ballot initiated: 8 weeks',
    '校样已送秘书处，或 FDIS 投票开始（8 周）',
    ['50.60'],
  ),
  stage('50.60', 'Close of voting. Proof returned by secretariat', '投票结束，秘书处已退回校样', [
    '50.99',
    '50.92',
    '50.98',
  ]),
  stage('50.92', 'FDIS or proof referred back to TC or SC', 'FDIS 或校样退回 TC 或 SC', ['40.00', '30.00']),
  stage('50.98', 'Project deleted', '项目已撤销', [], 'closed'),
  stage('50.99', 'FDIS or proof approved for publication', 'FDIS 或校样获准出版', ['60.00']),
  stage('60.00', 'International Standard under publication', '国际标准出版中', ['60.60']),
  stage('60.60', 'International Standard published', '国际标准已出版', ['90.20'], 'published'),
  stage(
    '90.20',
    'International Standard under systematic review',
    '国际标准系统复审中',
    ['90.60'],
    'published',
  ),
  stage('90.60', 'Close of review', '复审结束', ['90.93', '90.92', '90.99'], 'published'),
  stage('90.92', 'International Standard to be revised', '国际标准将修订', ['95.99'], 'published'),
  stage('90.93', 'International Standard confirmed', '国际标准确认继续有效', ['90.20'], 'published'),
  stage(
    '90.99',
    'Withdrawal of International Standard proposed by TC or SC',
    'TC 或 SC 建议废止国际标准',
    ['95.20'],
    'published',
  ),
  stage('95.20', 'Withdrawal ballot initiated', '废止投票开始', ['95.60'], 'published'),
  stage('95.60', 'Close of voting', '投票结束', ['95.99', '95.92'], 'published'),
  stage(
    '95.92',
    'Decision not to withdraw International Standard',
    '决定不废止国际标准',
    ['90.20'],
    'published',
  ),
  stage('95.99', 'Withdrawal of International Standard', '国际标准已废止', [], 'closed'),
]

export const isoStages: StageTable = { phases, rows }
