import { type Day, dayIn } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import type { Slot } from '../schedule/rules.ts'
import type { Store } from '../store.ts'
import { sees, viewerOf } from '../viewing/rules.ts'
import type { TwinCatalogue } from './catalogue.ts'
import { driftsOf } from './drift.ts'
import { driftNews, newsRecords } from './news.ts'
import { byUrgency, type Drifting, isOfGroup, recordsOf } from './urgency.ts'

export type Twins = ReturnType<typeof twins>

/** National and international items that belong together, and where they have come apart. */
export function twins({ store, now, twins: catalogue }: Pick<Context, 'store' | 'now' | 'twins'>) {
  return {
    /** The links that drift, in one group or in all, the most urgent first, and the day on which that was so. */
    async drifting(group?: string): Promise<{ today: Day; found: Drifting[] }> {
      // Ballots close on days of the committee's calendar, wherever the reader is.
      const today = dayIn((await store.committee.get())?.zone ?? 'UTC', now())
      const { all } = await catalogue.current(store)
      const found = all.flatMap((link): Drifting[] => {
        const [first, ...others] = driftsOf(link, today)
        return first === undefined ? [] : [{ link, drifts: [first, ...others] }]
      })
      const wanted = group === undefined ? found : found.filter((one) => isOfGroup(one, group))
      return { today, found: wanted.sort(byUrgency) }
    },
  }
}

/** What the digest of a group says of its twins: those that began to drift in the week that ends with the slot. */
export async function twinNews(
  store: Store,
  catalogue: TwinCatalogue,
  group: string,
  after: Date,
  slot: Pick<Slot, 'at' | 'on'> & { days: number },
): Promise<Drifting[]> {
  const { all } = await catalogue.current(store)
  // The channel reads of no closed group but its own.
  const viewer = viewerOf(await store.groups.all(), { channelOf: group })
  const links = all.filter(
    (link) => isOfGroup({ link }, group) && recordsOf(link).every((one) => sees(viewer, one)),
  )
  const records = newsRecords(links, slot.on)
  if (records.length === 0) return []
  const moves = await store.standards.movesAmong(records, after, slot.at)
  return driftNews(links, { on: slot.on, days: slot.days, moves })
}
