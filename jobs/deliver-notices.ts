import { z } from 'zod'
import type { App } from '../src/app.ts'
import { job } from '../src/contract/job.ts'
import type { Message } from '../src/contract/reply.ts'
import { dayIn } from '../src/domain/calendar/day.ts'
import type { NoticeFacts } from '../src/domain/delivery/told.ts'
import type { Ask } from '../src/domain/reminder/asks.ts'
import type { ClaimedNotice } from '../src/domain/store.ts'
import { noticeMessage } from '../src/views/notice-message.ts'

/** As many channels as are served at once; each hears one message at a time. */
const atOnce = 40
/** How long a run waits for its turn at Slack; for more, the next run comes. */
const patienceMs = 6_000
/** While messages are under way, how soon it is looked whether another channel is due. */
const lookMs = 250

/**
 * Says what is due, looks for what may have been said, and brings messages up to date that show less than is on
 * record. A channel that is slow holds up none but itself.
 */
export const deliverNotices = job({
  name: 'deliver-notices',
  payload: z.strictObject({}),
  attempts: 3,
  everyMs: 5_000,
  async run(app, _payload, _slot, stopping) {
    const failures: unknown[] = []
    const underWay = new Set<Promise<void>>()
    const link = linking(app)
    try {
      while (!stopping.aborted) {
        const free = atOnce - underWay.size
        const { claimed, again } = free > 0 ? await app.deliveries.claim(free) : { claimed: [] }
        for (const notice of claimed) {
          const work = deliver(app, notice, link).catch((failure: unknown) => void failures.push(failure))
          underWay.add(work)
          void work.then(() => underWay.delete(work))
        }
        if (claimed.length > 0 && underWay.size < atOnce) continue
        const waitMs = again === undefined ? undefined : again.getTime() - app.now().getTime()
        if (underWay.size > 0) await soonest(underWay, Math.min(lookMs, waitMs ?? lookMs))
        else if (waitMs !== undefined && waitMs <= patienceMs) await app.pause(Math.max(waitMs, 20), stopping)
        else break
      }
    } finally {
      await Promise.all(underWay)
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} notices could not be delivered`)
  },
})

/** One call of Slack's for one notice, and what came of it on record. */
async function deliver(app: App, notice: ClaimedNotice, link: () => Promise<void>): Promise<void> {
  const { deliveries } = app
  const { messenger } = app.slack()
  const key = deliveries.key(notice)
  const quietUntil = await deliveries.quietUntil(notice)
  if (quietUntil !== undefined) return void (await deliveries.hold(notice, quietUntil))
  // What fails from here to the call has sent nothing. What fails after it leaves the claim to run out, and is looked for.
  const { facts, channel, message } = await prepared(app, notice, link).catch(async (failure: unknown) => {
    await deliveries.broken(notice, failure instanceof Error ? failure.message : String(failure))
    throw failure
  })
  if (notice.task === 'look') {
    const looked =
      channel === undefined
        ? { kind: 'unreadable' as const, error: 'no-channel' }
        : notice.ts === undefined
          ? await messenger.find(channel, key, notice.createdAt)
          : { kind: 'found' as const, channelId: channel, ts: notice.ts }
    return void (await deliveries.looked(notice, looked, namedIn(facts), asksOf(facts)))
  }
  const isEdit = notice.task === 'edit'
  if (notice.member !== undefined && facts.say && channel === undefined)
    return void (await deliveries.wait(notice, 'no-slack-id'))
  if (!isEdit && deliveries.isTooLate(notice))
    return void (await deliveries.fail(notice, notice.reason ?? 'too-late'))
  if (!facts.say)
    return void (await (isEdit ? deliveries.leaveAsItIs(notice) : deliveries.withdraw(notice, facts.why)))
  if (channel === undefined || message === undefined)
    return void (await deliveries.withdraw(notice, 'no-channel'))
  if (isEdit && notice.ts === undefined) return void (await deliveries.leaveAsItIs(notice))
  // A process that was held up must not speak any more: another one may be about to.
  if (!deliveries.isInTime(notice)) return void (await deliveries.putBack(notice))
  const [stray] = notice.strays
  if (isEdit && stray !== undefined) {
    const outcome = await messenger.remove({ channelId: channel, ts: stray })
    return void (await deliveries.tookBack(notice, stray, outcome))
  }
  const outcome =
    notice.ts === undefined
      ? await messenger.post({ channel, key, message })
      : await messenger.edit({ channel, key, message, channelId: channel, ts: notice.ts })
  await deliveries.settle(notice, outcome, namedIn(facts), asksOf(facts))
  // The secretariat can't be told by way of Slack: the log tells the operator, once a probe.
  if (outcome.kind === 'barred') throw new Error(`Slack takes nothing from the bot: ${outcome.error}`)
}

/** All that can be known before Slack is asked: where, what, and in which words. */
async function prepared(
  app: App,
  notice: ClaimedNotice,
  link: () => Promise<void>,
): Promise<{ facts: NoticeFacts; channel: string | undefined; message: Message | undefined }> {
  const facts = await app.deliveries.facts(notice)
  const channel = notice.channelId ?? (await channelOf(app, notice, facts, link))
  if (!facts.say || notice.task === 'look') return { facts, channel, message: undefined }
  const message = noticeMessage(facts.told, {
    id: notice.id,
    slotOn: notice.slotOn,
    saidOn: dayIn(facts.zone, notice.sentAt ?? app.now()),
    ...(notice.sentAt !== undefined && { saidAt: notice.sentAt }),
  })
  return { facts, channel, message }
}

/** Not every Slack takes a channel by its name: by that it is spoken to only where its id can't be found. */
async function channelOf(
  app: App,
  notice: ClaimedNotice,
  { place }: NoticeFacts,
  link: () => Promise<void>,
): Promise<string | undefined> {
  if (place.channelId !== undefined || place.channel === undefined) return place.channelId
  // A few times a notice: a name that Slack does not know would have its channels listed again and again.
  if (notice.attempts <= 3) await link()
  const { place: linked } = await app.deliveries.facts(notice)
  return linked.channelId ?? place.channel
}

/** Looks the channels up once a run, however many are not known by their ids. */
function linking(app: App): () => Promise<void> {
  let linked: Promise<void> | undefined
  return () => {
    // A Slack that lists no channels is reported by the job that links the workspace.
    linked ??= app
      .slack()
      .directory.channels()
      .catch(() => [])
      .then((channels) => app.groups.linkChannels(channels))
    return linked
  }
}

/** The assignments that the message names, so that an edit names the same. */
function namedIn(facts: NoticeFacts): string[] {
  const asks = asksOf(facts)
  if (asks !== undefined)
    return [...new Set(asks.flatMap((ask) => (ask.kind === 'acknowledge' ? [] : [ask.assignment])))]
  if (!facts.say || !('content' in facts.told) || facts.told.content.kind !== 'reminder') return []
  return [...facts.told.content.overdue, ...facts.told.content.soon].map(({ id }) => id)
}

/** What the message asks of its hearer: by that it is known later what they were asked. */
function asksOf(facts: NoticeFacts): readonly Ask[] | undefined {
  if (!facts.say) return undefined
  if ('asks' in facts.told) return facts.told.asks.about
  return 'unanswered' in facts.told ? facts.told.about : undefined
}

/** Resolves when one of them has ended, or after `ms`. */
async function soonest(underWay: Iterable<Promise<void>>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([...underWay, late])
  clearTimeout(timer)
}
