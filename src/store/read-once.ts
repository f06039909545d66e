import type { Store } from '../domain/store.ts'

/**
 * The same store, for one transaction: who and what the committee is, and who is away, are read once, since every decision
 * of the transaction asks for them again. What the transaction itself writes of these it sees.
 */
export function readOnce(store: Store): Store {
  const known = new Map<string, Promise<unknown>>()

  function reading<T>(name: string, read: () => Promise<T>): Promise<T> {
    const promise = (known.get(name) as Promise<T> | undefined) ?? read()
    known.set(name, promise)
    return promise
  }
  async function readingAll<T>(name: string, read: () => Promise<T[]>): Promise<T[]> {
    return [...(await reading(name, read))]
  }
  function writing<Args extends unknown[], T>(write: (...args: Args) => Promise<T>) {
    return async (...args: Args): Promise<T> => {
      try {
        return await write(...args)
      } finally {
        known.clear()
      }
    }
  }

  const { committee, groups, organisations, members, absences } = store
  const once: Store = {
    ...store,
    transaction: (work) => work(once),
    committee: {
      get: () => reading('committee', committee.get),
      put: writing(committee.put),
      linkChannel: writing(committee.linkChannel),
    },
    groups: {
      ...groups,
      all: () => readingAll('groups', groups.all),
      put: writing(groups.put),
      linkChannel: writing(groups.linkChannel),
    },
    organisations: {
      all: () => readingAll('organisations', organisations.all),
      put: writing(organisations.put),
    },
    members: {
      ...members,
      all: () => readingAll('members', members.all),
      put: writing(members.put),
      linkSlack: writing(members.linkSlack),
      setSlackZone: writing(members.setSlackZone),
    },
    absences: {
      since: (day) => readingAll(`absences ${day}`, () => absences.since(day)),
      put: writing(absences.put),
      remove: writing(absences.remove),
    },
  }
  return once
}
