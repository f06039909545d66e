import { setTimeout as wait } from 'node:timers/promises'
import type { Messenger } from '../../src/contract/slack.ts'
import type { Store } from '../../src/domain/store.ts'
import type { Point, Points } from './points.ts'

type Pass = Points['pass']

/** The store with the points that lie in and behind its transactions. */
export function storeWithPoints(store: Store, pass: Pass): Store {
  return {
    ...store,
    notices: {
      ...store.notices,
      async keys(kind, periods) {
        const known = await store.notices.keys(kind, periods)
        await pass('slots-known')
        return known
      },
    },
    async transaction(work) {
      const behind = new Set<Point>()
      const result = await store.transaction((inner) => work(insideTransaction(inner, pass, behind)))
      for (const point of behind) await pass(point)
      return result
    },
  }
}

/** `behind` collects the points that are passed once the transaction has been committed. */
function insideTransaction(store: Store, pass: Pass, behind: Set<Point>): Store {
  const { notices, acknowledgements } = store
  return {
    ...store,
    notices: {
      ...notices,
      async add(notice) {
        const isNew = await notices.add(notice)
        await pass('writing')
        behind.add('written')
        return isNew
      },
      async claim(now, leaseMs, most) {
        const claimed = await notices.claim(now, leaseMs, most)
        if (claimed.length > 0) behind.add('claimed')
        return claimed
      },
      async settle(id, claim, change) {
        const isSettled = await notices.settle(id, claim, change)
        await pass('settling')
        behind.add('settled')
        return isSettled
      },
    },
    acknowledgements: {
      ...acknowledgements,
      async add(acknowledgement) {
        const isFirst = await acknowledgements.add(acknowledgement)
        await pass('acknowledging')
        behind.add('acknowledged')
        return isFirst
      },
    },
  }
}

/** The messenger with the points before, during and after its calls. */
export function messengerWithPoints(messenger: Messenger, pass: Pass): Messenger {
  return {
    ...messenger,
    async post(posting) {
      await pass('before-post')
      const outcome = messenger.post(posting)
      await underWay(pass, 'during-post')
      const said = await outcome
      await pass('after-post')
      return said
    },
    async edit(posting) {
      await pass('before-edit')
      const outcome = messenger.edit(posting)
      await underWay(pass, 'during-edit')
      const shown = await outcome
      await pass('after-edit')
      return shown
    },
    async find(channel, key, since) {
      await pass('before-look')
      const looked = await messenger.find(channel, key, since)
      await pass('after-look')
      return looked
    },
  }
}

/** A few milliseconds into a call, when its request has left and its answer may be on its way. */
async function underWay(pass: Pass, point: Point): Promise<void> {
  await wait(2)
  await pass(point)
}
