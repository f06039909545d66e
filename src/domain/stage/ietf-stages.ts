import type { StagePhase, StageRow, StageState, StageTable } from './stage-table.ts'

/** The IETF numbers no phases: these are the hands that a draft passes through, on the scale of ISO's phases. */
const phases: readonly StagePhase[] = [
  { code: 'adoption', name: { en: 'Adoption', zh: '采纳' }, level: 10 },
  { code: 'wg', name: { en: 'Working group', zh: '工作组起草' }, level: 20 },
  { code: 'wg-last-call', name: { en: 'Working group last call', zh: '工作组最后征询' }, level: 30 },
  { code: 'iesg', name: { en: 'IESG', zh: 'IESG 审查' }, level: 40 },
  { code: 'rfc-editor', name: { en: 'RFC Editor', zh: 'RFC 编辑' }, level: 50 },
  { code: 'rfc', name: { en: 'RFC', zh: 'RFC 已发布' }, level: 60 },
]

/**
 * States of an Internet-Draft of the IETF stream: those of the working group (RFC 6174, and "Candidate for WG
 * Adoption" of the datatracker), then those of the IESG up to the RFC. Codes are the datatracker's own slugs, English
 * names its own names and the ways those that it offers. Two slugs mean another state in either hand, so those of the
 * IESG are told as `iesg-writeupw` and `iesg-dead`. A dead draft may be taken up again. The Chinese words are ours.
 */
const rows: readonly StageRow[] = [
  stage('wg-cand', 'adoption', 'Candidate for WG Adoption', '工作组采纳候选', ['c-adopt']),
  stage('c-adopt', 'adoption', 'Call For Adoption By WG Issued', '已发起工作组采纳征询', [
    'adopt-wg',
    'info',
  ]),
  stage('adopt-wg', 'adoption', 'Adopted by a WG', '已被工作组采纳', ['wg-doc']),
  stage('wg-doc', 'wg', 'WG Document', '工作组文档', ['wg-lc', 'writeupw', 'parked', 'dead']),
  stage('info', 'wg', 'Adopted for WG Info Only', '仅供工作组参考', []),
  stage('parked', 'wg', 'Parked WG Document', '工作组文档已搁置', ['wg-doc']),
  stage('dead', 'wg', 'Dead WG Document', '工作组文档已终止', ['wg-doc'], 'closed'),
  stage('wg-lc', 'wg-last-call', 'In WG Last Call', '工作组最后征询中', ['writeupw', 'chair-w', 'wg-doc']),
  stage('chair-w', 'wg-last-call', 'Waiting for WG Chair Go-Ahead', '等待工作组主席同意推进', [
    'writeupw',
    'wg-lc',
  ]),
  stage('writeupw', 'wg-last-call', 'WG Consensus: Waiting for Write-Up', '工作组已达成共识，等待撰写说明', [
    'sub-pub',
  ]),
  stage('sub-pub', 'wg-last-call', 'Submitted to IESG for Publication', '已提交 IESG 申请发布', [
    'pub-req',
    'wg-doc',
  ]),
  stage('pub-req', 'iesg', 'Publication Requested', '已申请发布', ['ad-eval', 'watching', 'iesg-dead']),
  stage('watching', 'iesg', 'AD is watching', '领域主管关注中', ['pub-req']),
  stage('ad-eval', 'iesg', 'AD Evaluation', '领域主管评估', ['lc-req', 'review-e', 'iesg-eva', 'watching']),
  stage('review-e', 'iesg', 'Expert Review', '专家评审', ['ad-eval']),
  stage('lc-req', 'iesg', 'Last Call Requested', '已申请 IETF 最后征询', ['lc']),
  stage('lc', 'iesg', 'In Last Call', 'IETF 最后征询中', ['iesg-writeupw', 'goaheadw']),
  stage('iesg-writeupw', 'iesg', 'Waiting for Writeup', '等待撰写说明', ['goaheadw']),
  stage('goaheadw', 'iesg', 'Waiting for AD Go-Ahead', '等待领域主管同意推进', ['iesg-eva']),
  stage('iesg-eva', 'iesg', 'IESG Evaluation', 'IESG 评估', ['approved', 'defer', 'nopubadw']),
  stage('defer', 'iesg', 'IESG Evaluation - Defer', 'IESG 评估延后', ['iesg-eva']),
  stage('nopubadw', 'iesg', 'DNP-waiting for AD note', '建议不发布，等待领域主管说明', ['nopubanw']),
  stage('nopubanw', 'iesg', 'DNP-announcement to be sent', '建议不发布，待公告', ['iesg-dead']),
  stage('iesg-dead', 'iesg', 'Dead', '已终止', ['pub-req'], 'closed'),
  stage('approved', 'rfc-editor', 'Approved-announcement to be sent', '已批准，待公告', ['ann']),
  stage('ann', 'rfc-editor', 'Approved-announcement sent', '已批准并公告', ['rfcqueue']),
  stage('rfcqueue', 'rfc-editor', 'RFC Ed Queue', 'RFC 编辑队列中', ['pub']),
  stage('pub', 'rfc', 'RFC Published', 'RFC 已发布', [], 'published'),
]

function stage(
  code: string,
  phase: string,
  en: string,
  zh: string,
  next: readonly string[],
  state: StageState = 'draft',
): StageRow {
  return { code, phase, name: { en, zh }, state, next }
}

export const ietfStages: StageTable = { phases, rows }
