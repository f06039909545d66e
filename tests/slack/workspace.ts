import type { SandboxSeed } from '../../src/sandbox/index.ts'

/** Lotus convenes WG8, Jasmine and Linden are its experts, Pine is the secretariat, the visitor is nobody's member. */
export const seed: SandboxSeed = {
  team: { id: 'T0PRACTICE', name: 'Practice', domain: 'practice' },
  users: [
    person('U0LOTUS', 'lotus', 'zh-CN', 'Asia/Shanghai'),
    person('U0JASMINE', 'jasmine', 'zh-CN', 'Asia/Shanghai'),
    person('U0LINDEN', 'linden', 'en-US', 'Europe/Berlin'),
    person('U0PINE', 'pine', 'zh-CN', 'Asia/Shanghai'),
    { ...person('U0VISITOR', 'visitor', 'en-GB', 'Europe/London'), email: 'visitor@elsewhere.example' },
    // Of a language that the bot does not speak.
    person('U0ROBIN', 'robin', 'de-DE', 'Europe/Berlin'),
  ],
  channels: [
    channel('C0WG8', 'wg8-data-security'),
    channel('C0WG3', 'wg3-cryptography'),
    channel('C0WG4', 'wg4-authentication'),
    channel('C0WG5', 'wg5-assessment'),
    channel('C0WG6', 'wg6-communication'),
    channel('C0WG7', 'wg7-management'),
    channel('C0WG9', 'wg9-ai-security'),
    channel('C0ETS', 'swg-ets'),
    channel('C0SG1', 'sg1-international'),
    channel('C0GENERAL', 'general'),
  ],
  commands: ['/standard', '/assignments', '/wg', '/rapporteur', '/elsewhere'].map((command) => ({
    command,
    description: '',
    usageHint: '',
    shouldEscape: true,
  })),
  shortcuts: [],
  bot: { userId: 'U0BOT', botId: 'B0BOT', appId: 'A0BOT', name: 'Rapporteur' },
  events: ['app_home_opened', 'file_shared'],
}

function person(id: string, handle: string, locale: string, zone: string) {
  return { id, handle, name: handle, title: '', email: `${handle}@example.org`, locale, zone }
}

function channel(id: string, name: string) {
  const members = ['U0LOTUS', 'U0JASMINE', 'U0LINDEN', 'U0PINE', 'U0VISITOR', 'U0ROBIN']
  return { id, name, topic: '', members, bot: true }
}
