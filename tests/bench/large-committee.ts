import type { Store } from '../../src/domain/store.ts'

const zone = 'Asia/Shanghai'
const weekMs = 7 * 24 * 3_600_000

/** A committee of so many groups, each of which owes something and was due within the last week. */
export async function fillCommittee(store: Store, codes: readonly string[], now: Date): Promise<void> {
  await store.transaction(async (store) => {
    await store.committee.put({
      id: 'tc900',
      names: { en: 'Example Committee' },
      formerNames: [],
      zone,
      languages: ['en'],
      channel: '#secretariat',
      channelId: 'C0SECRETARIAT',
    })
    await store.members.put({ id: 'lotus', names: { en: 'Lotus Example' }, roles: [] })
    const dueOn = new Date(now.getTime() - weekMs).toISOString().slice(0, 10)
    for (const code of codes) {
      await store.groups.put({
        code,
        kind: 'WG',
        names: { en: `Group ${code}` },
        channel: `#${code.toLowerCase()}`,
        channelId: `C0${code}`,
        zone,
        language: 'en',
      })
      await store.schedules.put({
        group: code,
        kind: 'reminder',
        cron: '0 9 * * 1',
        zone,
        activeSince: new Date(now.getTime() - weekMs),
      })
      await store.assignments.put({
        id: `${code}-late`,
        titles: { en: `Draft of ${code}` },
        group: code,
        owner: { kind: 'member', id: 'lotus', names: {} },
        dueOn,
        state: 'open',
        standards: [],
        goals: [],
        items: [],
        life: {},
      })
    }
  })
}
