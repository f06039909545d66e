import { type App, createApp } from '../../src/app.ts'
import { type Caller, callerFor } from '../../src/contract/caller.ts'
import type { CommitteeRecords } from '../../src/domain/committee/rules.ts'
import type { Language } from '../../src/domain/language/rules.ts'
import type { Member, Role } from '../../src/domain/member/rules.ts'
import { readCron } from '../../src/queue/cron.ts'
import { createStore, type Database } from '../../src/store/open-store.ts'

function member(id: string, zh: string, en: string, ...roles: Role[]): Member {
  return { id, names: { zh, en }, slackId: `U-${id}`, roles }
}

/** One of each who may or may not: WG8 and WG9 are led, WG7 is not. */
export const people = {
  convenor: member('convenor', '示例甲', 'Ann Sample', { role: 'convenor', group: 'WG8' }),
  deputy: member('deputy', '示例乙', 'Ben Sample', { role: 'deputy', group: 'WG8' }),
  other: member('other', '示例丙', 'Cat Sample', { role: 'convenor', group: 'WG9' }),
  former: member('former', '示例丁', 'Dan Sample', { role: 'convenor', group: 'WG8', until: '2026-11-22' }),
  coming: member('coming', '示例戊', 'Eve Sample', { role: 'deputy', group: 'WG8', from: '2026-11-24' }),
  plain: member('plain', '示例己', 'Fay Sample', { role: 'member', group: 'WG8' }),
  chair: member('chair', '示例庚', 'Gus Sample', { role: 'chair' }),
  secretariat: member('secretariat', '示例辛', 'Hal Sample', { role: 'secretariat' }),
  secretary: member('secretary', '示例壬', 'Ida Sample', { role: 'secretary-general' }),
} satisfies Record<string, Member>

export type PersonName = keyof typeof people | 'stranger'

const group = (code: string) => ({
  code,
  kind: 'WG' as const,
  names: { en: `Group ${code}` },
  channel: `#${code.toLowerCase()}`,
  zone: 'Asia/Shanghai',
  language: 'zh-CN' as const,
})

const records: CommitteeRecords = {
  committee: {
    id: 'tc900',
    names: { zh: '示例委员会', en: 'Example Committee' },
    formerNames: [],
    zone: 'Asia/Shanghai',
    languages: ['zh-CN', 'en'],
  },
  groups: [group('WG7'), group('WG8'), group('WG9')],
  schedules: [],
  organisations: [],
  members: Object.values(people),
  plans: [],
  goals: [],
}

/** An App on this database with the committee on record, at a moment that stands still. */
export async function smallCommittee(database: Database, now: () => Date): Promise<App> {
  const app = createApp({ store: createStore(database, 'contract'), readCron, now })
  await app.committees.importCommittee(records)
  return app
}

/** A person as a handler meets them. */
export function callerCalled(app: App, name: PersonName, language: Language = 'en'): Promise<Caller> {
  return callerFor(app, {
    slackId: `U-${name}`,
    request: 'r1',
    locale: language,
    ...(name !== 'stranger' && { member: people[name] }),
  })
}
