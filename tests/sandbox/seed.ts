import type { SandboxSeed } from '../../src/sandbox/index.ts'

/** A small committee: Lin convenes, Anna is an expert, Chen has not joined the working group. */
export const seed: SandboxSeed = {
  team: { id: 'T0PRACTICE', name: 'Practice', domain: 'practice' },
  users: [
    person('U0LIN', 'lin.wei', '林薇', 'zh-CN', 'Asia/Shanghai'),
    person('U0ANNA', 'anna', 'Anna Berg', 'en-GB', 'Europe/Berlin'),
    person('U0CHEN', 'chen', '陈晨', 'zh-CN', 'Asia/Shanghai'),
  ],
  channels: [
    { id: 'C0WG1', name: 'wg1', topic: 'Working group 1', members: ['U0LIN', 'U0ANNA'], bot: true },
    { id: 'C0OLD', name: 'old', topic: '', members: ['U0LIN'], bot: true, archived: true },
    { id: 'C0WG2', name: 'wg2', topic: '', members: ['U0LIN', 'U0CHEN'], bot: false },
  ],
  commands: [
    { command: '/standard', description: 'Shows a standard', usageHint: 'GB/T 43697' },
    { command: '/assign', description: 'Assigns', usageHint: '@who', shouldEscape: true },
  ],
  shortcuts: [
    { name: 'Assign this', callbackId: 'assign_this', type: 'message' },
    { name: 'New assignment', callbackId: 'new_assignment', type: 'global' },
  ],
  bot: { userId: 'U0BOT', botId: 'B0BOT', appId: 'A0BOT', name: 'Rapporteur' },
}

function person(id: string, handle: string, name: string, locale: string, zone: string) {
  return { id, handle, name, title: 'Expert', email: `${handle}@example.org`, locale, zone }
}
