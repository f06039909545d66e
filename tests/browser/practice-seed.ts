import type { SandboxSeed } from '../../src/sandbox/index.ts'

/** A small committee in two languages: a secretary, a convenor and two experts. */
export const practiceSeed: SandboxSeed = {
  team: { id: 'T0PRACTICE', name: 'TC260 · SC 27', domain: 'practice' },
  users: [
    person('U0ZHOU', 'zhou.min', '周敏', '秘书处 · 全国网络安全标准化技术委员会', 'zh-CN', 'Asia/Shanghai'),
    person('U0LIN', 'lin.wei', '林薇', 'WG5 召集人 · 中国电子技术标准化研究院', 'zh-CN', 'Asia/Shanghai'),
    person('U0ANNA', 'anna.berg', 'Anna Berg', 'Convenor, SC 27/WG 1 · DIN', 'en-GB', 'Europe/Berlin'),
    person('U0MIGUEL', 'miguel', 'Miguel Santos', 'Expert, SC 27/WG 4 · IPQ', 'en-US', 'Europe/Lisbon'),
    person('U0HE', 'he.jing', '何静', 'WG5 专家 · 北京理工大学', 'zh-CN', 'Asia/Shanghai'),
  ],
  channels: [
    channel('C0WG5', 'wg5-数据安全', 'GB/T 43697 与数据分类分级系列标准', [
      'U0ZHOU',
      'U0LIN',
      'U0HE',
      'U0ANNA',
    ]),
    channel('C0WG1', 'sc27-wg1', 'ISO/IEC 27001 family: management systems', [
      'U0ZHOU',
      'U0ANNA',
      'U0MIGUEL',
    ]),
    channel('C0PLAN', 'secretariat', '年度计划 · Annual plan', ['U0ZHOU', 'U0LIN', 'U0ANNA']),
  ],
  commands: [
    { command: '/standard', description: 'Where a standard stands', usageHint: 'show GB/T 43697' },
    { command: '/assign', description: 'Give somebody a task and a date', usageHint: '', shouldEscape: true },
    { command: '/assignments', description: 'Who owes what, and by when', usageHint: 'list [@who]' },
    { command: '/digest', description: "This week's digest of the channel", usageHint: '' },
  ],
  shortcuts: [
    { name: 'Make this an assignment', callbackId: 'assignment.from_message', type: 'message' },
    { name: 'New assignment', callbackId: 'assignment.new', type: 'global' },
  ],
  bot: { userId: 'U0RAPP', botId: 'B0RAPP', appId: 'A0RAPP', name: 'Rapporteur' },
}

function person(id: string, handle: string, name: string, title: string, locale: string, zone: string) {
  return { id, handle, name, title, email: `${handle}@example.org`, locale, zone }
}

function channel(id: string, name: string, topic: string, members: string[]) {
  return { id, name, topic, members, bot: true }
}
