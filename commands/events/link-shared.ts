// A link to the page of a standard was posted.
import { z } from 'zod'
import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { slackEvent } from '../../src/contract/event.ts'
import { type Message, nothing } from '../../src/contract/reply.ts'
import { dayIn } from '../../src/domain/calendar/day.ts'
import { standardCard } from '../../src/views/standard-card.ts'

/** More cards than these would bury the message. */
const mostCards = 5

const links = z.array(z.object({ url: z.string() }))

export const linkShared = slackEvent({
  type: 'link_shared',
  who: 'anyone',
  isAloud: true,
  async run(app, caller, event) {
    const posted = links.safeParse(event.links)
    // In person the bot answers what it is sent, links among it.
    if (!posted.success || String(event.channel).startsWith('D')) return nothing
    const readers = await readersOf(app, caller)
    const today = dayIn(readers.zone, app.now())
    const cards: Record<string, Message['blocks']> = {}
    const shown = new Set<string>()
    for (const { url } of posted.data) {
      const card = shown.size < mostCards ? await app.standards.byLink(url, today) : undefined
      // What names nothing on record is left alone.
      if (card === undefined || shown.has(card.standard.id)) continue
      shown.add(card.standard.id)
      cards[url] = standardCard(card, today, readers.language).blocks
    }
    return shown.size === 0 ? nothing : { kind: 'unfurl', cards }
  },
})

/** Nobody asked, and everybody in the channel reads it: its own language and clock, or else the committee's. */
async function readersOf(app: App, caller: Caller): Promise<Pick<Caller, 'language' | 'zone'>> {
  const group = caller.group === undefined ? undefined : await app.groups.called(caller.group)
  if (group !== undefined) return group
  const committee = await app.committees.get()
  return {
    language: committee?.languages[0] ?? caller.language,
    zone: committee?.zone ?? caller.zone,
  }
}
