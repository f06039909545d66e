import { z } from 'zod'
import type { App } from '../src/app.ts'
import { job } from '../src/contract/job.ts'
import type { Message } from '../src/contract/reply.ts'
import { dayIn } from '../src/domain/calendar/day.ts'
import type { NoticeFacts } from '../src/domain/delivery/service.ts'
import type { NoticeContent } from '../src/domain/notice/planning.ts'
import type { ClaimedNotice } from '../src/domain/store.ts'
import type { WorkingGroup } from '../src/domain/working-group/rules.ts'
import { noticeMessage } from '../src/views/notice-message.ts'

/** As many channels as are served at once; each hears one message at a time. */
const atOnce = 20

/** Says what is due, and brings messages up to date that show less than is on record. */
export const deliverNotices = job({
  name: 'deliver-notices',
  payload: z.strictObject({}),
  attempts: 3,
  everyMs: 5_000,
  async run(app) {
    const failures: unknown[] = []
    let linking: Promise<void> | undefined
    const link = () => {
      linking ??= linkChannels(app)
      return linking
    }
    for (;;) {
      const claimed = await app.deliveries.claim(atOnce)
      if (claimed.length === 0) break
      const done = await Promise.allSettled(claimed.map((notice) => deliver(app, notice, link)))
      for (const each of done) if (each.status === 'rejected') failures.push(each.reason)
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} notices could not be delivered`)
  },
})

async function deliver(app: App, notice: ClaimedNotice, link: () => Promise<void>): Promise<void> {
  const { messenger } = app.slack()
  const key = app.deliveries.key(notice)
  const facts = await app.deliveries.facts(notice)
  const { decision, group } = facts
  const channel = notice.channelId ?? (await channelOf(app, group, link))
  if (channel === undefined) return void (await app.deliveries.withdraw(notice, 'no-channel'))
  if (notice.uncertain && notice.sentAt === undefined) {
    const found = await messenger.find(channel, key, notice.slotAt)
    if (found.kind === 'found') return void (await app.deliveries.adopt(notice, found, namedIn(facts)))
    if (found.kind === 'unreadable') return void (await app.deliveries.leaveUnread(notice, found))
  }
  if (!decision.say) return void (await app.deliveries.withdraw(notice, decision.why))
  const message = words(app, notice, facts, decision.content)
  const outcome =
    notice.ts === undefined || notice.channelId === undefined
      ? await messenger.post({ channel, key, message })
      : await messenger.edit({ channel, key, message, channelId: notice.channelId, ts: notice.ts })
  await app.deliveries.settle(notice, outcome, namedIn(facts))
}

/** Not every Slack takes a channel by its name: by that it is spoken to only where its id can't be found. */
async function channelOf(
  app: App,
  group: WorkingGroup,
  link: () => Promise<void>,
): Promise<string | undefined> {
  if (group.channelId !== undefined || group.channel === undefined) return group.channelId
  await link()
  const linked = (await app.groups.all()).find(({ code }) => code === group.code)
  return linked?.channelId ?? group.channel
}

async function linkChannels(app: App): Promise<void> {
  // A Slack that lists no channels is reported by the job that links the workspace.
  const channels = await app
    .slack()
    .directory.channels()
    .catch(() => [])
  await app.groups.linkChannels(channels)
}

function words(
  app: App,
  notice: ClaimedNotice,
  { group, acknowledged }: NoticeFacts,
  content: NoticeContent,
): Message {
  return noticeMessage(content, {
    id: notice.id,
    group,
    slotOn: notice.slotOn,
    saidOn: dayIn(group.zone, notice.sentAt ?? app.now()),
    ...(acknowledged !== undefined && { acknowledged }),
  })
}

/** The assignments that the message names, so that an edit names the same. */
function namedIn({ decision }: NoticeFacts): string[] {
  if (!decision.say || decision.content.kind !== 'reminder') return []
  return [...decision.content.overdue, ...decision.content.soon].map(({ id }) => id)
}
