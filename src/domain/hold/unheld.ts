import type { Store } from '../store.ts'

/** The same store without any hold: for looking at what would be said if nothing were held. */
export function unheld(store: Store): Store {
  return {
    ...store,
    holds: { ...store.holds, on: async () => [] },
    transaction: (work) => store.transaction((inner) => work(unheld(inner))),
  }
}
