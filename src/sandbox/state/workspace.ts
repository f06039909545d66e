import type { SandboxChannel } from '../protocol.ts'
import type { SandboxSeed } from '../seed.ts'
import type { Change, StoredMessage, StoredUser, StoredView } from './changes.ts'
import { openJournal, readJournal } from './journal.ts'

export type Workspace = {
  users: ReadonlyMap<string, StoredUser>
  channels: ReadonlyMap<string, SandboxChannel>
  /** Home views by the user they were published for. */
  homes: ReadonlyMap<string, StoredView>
  /** Messages of a channel in the order of their ts, replies included. */
  messages(channel: string): StoredMessage[]
  message(channel: string, ts: string): StoredMessage | undefined
  /** Takes the change in and, where a folder was given, has it on disk before it returns. */
  commit(change: Change): void
  /** The next unused timestamp, at `now` or just after the last one given. */
  nextTs(): string
  close(): void
}

/** The workspace of `seed` and of what happened in `dir` before, with its journal compacted. */
export function openWorkspace(options: { seed: SandboxSeed; dir?: string; now: () => Date }): Workspace {
  const { seed, dir } = options
  const users = new Map<string, StoredUser>()
  const channels = new Map<string, SandboxChannel>()
  const homes = new Map<string, StoredView>()
  const messages = new Map<string, Map<string, StoredMessage>>()
  let lastMicros = 0

  const apply = (change: Change) => {
    if (change.did === 'user') users.set(change.user.id, change.user)
    else if (change.did === 'channel') channels.set(change.channel.id, change.channel)
    else if (change.did === 'home') homes.set(change.view.user, change.view)
    else if (change.did === 'delete') forget(change.channel, change.ts)
    else keep(change.message)
  }
  const inChannel = (channel: string) => {
    const known = messages.get(channel)
    if (known !== undefined) return known
    const made = new Map<string, StoredMessage>()
    messages.set(channel, made)
    return made
  }
  const keep = (message: StoredMessage) => {
    const all = inChannel(message.channel)
    const isNew = !all.has(message.ts)
    all.set(message.ts, message)
    lastMicros = Math.max(lastMicros, micros(message.ts), micros(message.editedTs ?? '0.0'))
    if (isNew && message.threadTs !== undefined) countReplies(message.channel, message.threadTs)
  }
  const forget = (channel: string, ts: string) => {
    const gone = inChannel(channel).get(ts)
    inChannel(channel).delete(ts)
    if (gone?.threadTs !== undefined) countReplies(channel, gone.threadTs)
  }
  const countReplies = (channel: string, threadTs: string) => {
    const all = inChannel(channel)
    const parent = all.get(threadTs)
    if (parent === undefined) return
    const replyCount = [...all.values()].filter((each) => each.threadTs === threadTs).length
    all.set(threadTs, { ...parent, replyCount })
  }

  if (dir !== undefined) for (const change of readJournal(dir)) apply(change)
  for (const change of seedChanges(seed, channels)) apply(change)
  const whole = (): Change[] => [
    ...[...users.values()].map((user): Change => ({ did: 'user', user })),
    ...[...channels.values()].map((channel): Change => ({ did: 'channel', channel })),
    ...[...homes.values()].map((view): Change => ({ did: 'home', view })),
    ...[...messages.values()].flatMap((all) =>
      [...all.values()].map((message): Change => ({ did: 'message', message })),
    ),
  ]
  const journal = dir === undefined ? undefined : openJournal(dir, whole())

  return {
    users,
    channels,
    homes,
    messages: (channel) => [...inChannel(channel).values()],
    message: (channel, ts) => inChannel(channel).get(ts),
    commit(change) {
      journal?.append(change)
      apply(change)
    },
    nextTs() {
      lastMicros = Math.max(options.now().getTime() * 1000, lastMicros + 1)
      return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, '0')}`
    },
    close: () => journal?.close(),
  }
}

/** The direct conversation of a person with the bot. */
export function directChannelId(userId: string): string {
  return `D${userId.slice(1)}`
}

function micros(ts: string): number {
  const [seconds = '0', rest = '0'] = ts.split('.')
  return Number(seconds) * 1e6 + Number(rest)
}

/** What the seed adds or renames; who joined or left a channel since is left as it is. */
function seedChanges(seed: SandboxSeed, known: ReadonlyMap<string, SandboxChannel>): Change[] {
  const bot: StoredUser = {
    id: seed.bot.userId,
    handle: seed.bot.name.toLowerCase(),
    name: seed.bot.name,
    title: '',
    locale: 'en-US',
    zone: 'UTC',
    email: '',
    isBot: true,
  }
  const people = seed.users.map((user): StoredUser => ({ ...user, isBot: false }))
  const channels = seed.channels.map((channel): SandboxChannel => {
    const members = [...channel.members, ...(channel.bot ? [seed.bot.userId] : [])]
    return {
      id: channel.id,
      name: channel.name,
      topic: channel.topic,
      kind: 'channel',
      members: [...new Set([...(known.get(channel.id)?.members ?? []), ...members])],
      archived: channel.archived ?? known.get(channel.id)?.archived ?? false,
    }
  })
  const directs = people.map(
    (user): SandboxChannel => ({
      id: directChannelId(user.id),
      name: bot.handle,
      topic: '',
      kind: 'direct',
      members: [user.id, bot.id],
      archived: false,
    }),
  )
  return [
    ...[bot, ...people].map((user): Change => ({ did: 'user', user })),
    ...[...channels, ...directs].map((channel): Change => ({ did: 'channel', channel })),
  ]
}
