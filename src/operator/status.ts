import type { App } from '../app.ts'
import type { NoticeState } from '../domain/notice/rules.ts'
import type { ScheduleOutlook } from '../domain/schedule/service.ts'
import { momentInWords } from '../views/dates.ts'
import { noCommittee } from './no-committee.ts'
import { type NoticeLine, noticeLine, noticeText } from './notices.ts'

/** One thing that the bot depends on, and whether it answers. */
export type Connection = { name: string; ok: boolean; detail: string }

export type Status = {
  connections: Connection[]
  committee?: string
  /** The next slots of all groups, soonest first; instants in UTC. */
  next: { group: string; kind: string; at: string; zone: string }[]
  /** What keeps the bot from speaking now; instants in UTC. */
  held: { what: string; until: string; why: string }[]
  notices: Partial<Record<string, number>>
  undelivered: NoticeLine[]
}

const mostShown = 10
/** What may need a person's eye first. */
const undelivered: readonly NoticeState[] = ['failed', 'ambiguous', 'sending', 'pending']

/** What is connected, due next and undelivered, at most ten of each kind; reading it changes nothing. */
export async function status(app: App, connections: Connection[]): Promise<Status> {
  const committee = await app.committees.get()
  const outlooks = await Promise.all(
    (await app.groups.active()).map(async ({ code }) => ({ code, schedules: await app.schedules.of(code) })),
  )
  const { counts } = await app.notices.overview(1)
  const waiting = await Promise.all(undelivered.map((state) => app.notices.overview(mostShown, state)))
  return {
    connections,
    ...(committee !== undefined && { committee: committee.names.en ?? committee.names.zh ?? committee.id }),
    next: outlooks
      .flatMap(({ code, schedules }) => schedules.flatMap((schedule) => nextOf(code, schedule)))
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .slice(0, mostShown),
    held: (await app.deliveries.holds()).map(({ method, heldUntil, why }) => ({
      what: method === '*' ? 'Slack' : method,
      until: heldUntil?.toISOString() ?? '',
      why: why ?? '',
    })),
    notices: counts,
    undelivered: waiting.flatMap(({ latest }) => latest).map(noticeLine),
  }
}

/** The status as an operator reads it. */
export function statusText({ connections, committee, next, held, notices, undelivered }: Status): string {
  return [
    ...connections.map(({ name, ok, detail }) => `${ok ? 'ok     ' : 'FAILING'} ${name}: ${detail}`),
    `committee: ${committee ?? `none, as ${noCommittee}`}`,
    next.length === 0 ? 'due next: nothing' : 'due next:',
    ...next.map(
      ({ group, kind, at, zone }) =>
        `  ${momentInWords(new Date(at), zone, 'en')} (${zone})  ${group} ${kind}`,
    ),
    ...held.map(({ what, until, why }) => `held: ${what} until ${until}, because of ${why}`),
    `notices: ${
      Object.entries(notices)
        .map(([state, count]) => `${count} ${state}`)
        .join(', ') || 'none yet'
    }`,
    ...undelivered.map((line) => `  ${noticeText(line)}`),
  ].join('\n')
}

function nextOf(group: string, { kind, next, zone }: ScheduleOutlook) {
  return next.slice(0, 1).map(({ at }) => ({ group, kind, at: at.toISOString(), zone }))
}
