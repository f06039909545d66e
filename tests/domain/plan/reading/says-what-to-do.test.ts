import { expect, test } from 'vitest'
import { saysWhatToDo } from '../../../../src/domain/plan/reading/says-what-to-do.ts'

test.each([
  '召开全体委员会议。',
  '做好经费管理。',
  '更新通讯录。',
  '秘书处每月召开例会。',
  '6月底前完成总结',
  '按季度报送进展',
  '由秘书处汇总后上报',
  '二是健全档案管理',
  '工作组各自报送名单',
  '对超期项目实行清单管理',
  '研究年度预算',
  '提名专家担任召集人。',
  '暂停受理新的提案。',
  '严禁收费。',
  '春节期间，组织值守',
  'Mirror the work of JTC 13.',
  'Sign an MoU',
  'Do not launch new projects',
  'Fast-track what is late',
  'Approve the budget',
  'To renew the mandate of the chair',
  'Formally close the accounts.',
  'Holding the meetings on time',
  'The mailing list is updated.',
  'In spring, elect the auditors',
  'Report to the technical board',
])('%s says it', (text) => {
  expect(saysWhatToDo(text)).toBe(true)
})

test.each([
  '《数据安全技术 数据接口安全要求》（牵头单位：某院；完成时间：6月）',
  '术语与框架，6月底前完成；',
  '智能体安全测评方法',
  '评估方法',
  '控制系统安全要求',
  '对称密码算法',
  '在线服务',
  '漏洞发现与报送规范',
  '面向中小企业的指南',
  'GB/T 22239',
  '紧急停止装置要求',
  'On the safety of toys',
  'Digital wallets',
  'EN 71-1, safety of toys',
  'Test methods for magnets',
  'Review of toys',
  'Training data of models, to be ready by June',
  'Building automation',
  'the safety of swings (to be finished in June)',
  '',
])('%s only names something', (text) => {
  expect(saysWhatToDo(text)).toBe(false)
})
