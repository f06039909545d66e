import type { Messenger } from '../../src/contract/slack.ts'
import type { Store } from '../../src/domain/store.ts'

/**
 * What can be taken out of the bot to see the suite fail: the lease on a notice that is being said, the look for a
 * message that may stand, the key that a notice has once.
 */
export const sabotages = ['lease', 'look', 'key'] as const

export type Sabotage = (typeof sabotages)[number]

/** Without the lease a claim holds nothing, and whoever claimed is believed whatever happened since. */
export function storeWithoutLease(store: Store): Store {
  const { notices } = store
  return {
    ...store,
    transaction: (work) => store.transaction((inner) => work(storeWithoutLease(inner))),
    notices: {
      ...notices,
      async claim(now, leaseMs, most) {
        const claimed = await notices.claim(now, leaseMs, most)
        for (const { id, claim, task, uncertainSince } of claimed)
          await notices.settle(id, claim, {
            state: ({ say: 'pending', look: 'sending', edit: 'sent' } as const)[task],
            ...(uncertainSince !== undefined && { uncertainSince }),
            dueAt: now,
          })
        return claimed
      },
      async settle(id, claim, change) {
        const notice = await notices.byId(id)
        if (notice === undefined || (await notices.settle(id, claim, change))) return notice !== undefined
        return notices.decide(id, notice.state, { ...change, mayRepeat: notice.mayRepeat })
      },
    },
  }
}

/** Without the look-up nothing that stands is ever found. */
export function messengerWithoutLook(messenger: Messenger): Messenger {
  return { ...messenger, find: async () => ({ kind: 'absent' }) }
}

/**
 * Without the key every notice that is written is another one: the one that had the key before is given another.
 * To be run on the database of the run.
 */
export const withoutKey = `
  create function rapporteur.forget_key() returns trigger language plpgsql as $$
  begin
    update rapporteur.notices notice set period = notice.period || ' ' || notice.id
    where notice.workspace = new.workspace and notice.kind = new.kind
      and notice.group_code is not distinct from new.group_code and notice.period = new.period;
    return new;
  end $$;
  create trigger forget_key before insert on rapporteur.notices
    for each row execute function rapporteur.forget_key();
`
