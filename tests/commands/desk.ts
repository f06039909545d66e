import { createHash } from 'node:crypto'
import type { HomeView, KnownBlock, ModalView } from '@slack/types'
import { actions, answer, completions, events, shortcuts, submissions } from '../../commands/index.ts'
import { type App, createApp, type SlackDoors } from '../../src/app.ts'
import { type Caller, callerFor, type Person } from '../../src/contract/caller.ts'
import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import type { Message, Reply } from '../../src/contract/reply.ts'
import type { Download, DroppedFile } from '../../src/contract/slack.ts'
import type { FilledIn } from '../../src/contract/submission.ts'
import { slackLimits } from '../../src/domain/delivery/pace.ts'
import type { Language } from '../../src/domain/language/rules.ts'
import { readCron } from '../../src/queue/cron.ts'
import { loadSample } from '../../src/runtime/sample.ts'
import { createStore, type Database } from '../../src/store/open-store.ts'
import { plainText } from '../../src/views/plain-text.ts'
import { refusal } from '../../src/views/refusal.ts'
import { copyWorkspace } from '../copy-workspace.ts'

/** What came of a gesture: the reply, or why it was refused, and the words that the person reads. */
export type Outcome = {
  kind: Reply['kind'] | 'refused'
  text: string
  words: string
  message?: Message
  /** Everybody who reads the thread sees it, where it was asked for aloud. */
  forAll?: true
  view?: ModalView
  home?: HomeView
  /** The cards of links, as an operator reads them. */
  cards?: Record<string, string>
  why?: string
  /** Why what was filled in can't be taken, by field. */
  fields?: Record<string, string>
}

/** Somebody with the bot before them: a member by id, or nobody whom the committee knows. */
export type Asker = {
  member?: string
  language?: Language
  channelId?: string
  request?: string
  messageTs?: string
  isOnHome?: true
}

export type Desk = {
  app: App
  ask(command: string, who?: Asker): Promise<Outcome>
  /** Something that Slack tells of. */
  hear(type: string, event: Record<string, unknown>, who?: Asker): Promise<Outcome>
  /** Drops a file into the conversation with the bot. */
  drop(name: string, content: string | Uint8Array, who?: Asker): Promise<Outcome>
  /** Chooses a shortcut, for a message with that text where it is for one. */
  choose(id: string, text: string, who?: Asker): Promise<Outcome>
  /** What a menu offers for what was typed into it: what each says, and its value. */
  complete(id: string, typed: string, who?: Asker): Promise<[says: string, value: string | undefined][]>
  press(id: string, value: string, who?: Asker): Promise<Outcome>
  /** Sends a modal with what it brought along and what was filled in. */
  send(id: string, meta: string, fields: FilledIn, who?: Asker): Promise<Outcome>
  caller(who: Asker): Promise<Caller>
  /** Moves the clock, which stands still otherwise. */
  pass(ms: number): void
}

const unheard = () => Promise.reject(new Error('nobody speaks to Slack here'))
/** Knows nobody, and is spoken to by nobody. */
const silentSlack: SlackDoors = {
  messenger: { post: unheard, edit: unheard, remove: unheard, find: unheard },
  directory: { channels: unheard, users: unheard, user: async () => undefined },
}

function downloadOf(file: DroppedFile | undefined): Download {
  return file === undefined ? { kind: 'refused', error: 'file_not_found' } : { kind: 'file', file }
}

type Loaded = { workspace: string; ids: number }
const loaded = new WeakMap<Database, Map<string, Promise<Loaded>>>()

/** The sample committee as it is loaded at that moment: once in a database, to be copied from. */
function sampleIn(database: Database, at: string): Promise<Loaded> {
  const all = loaded.get(database) ?? new Map<string, Promise<Loaded>>()
  loaded.set(database, all)
  const known = all.get(at) ?? loadedOnce(database, at)
  all.set(at, known)
  return known
}

async function loadedOnce(database: Database, at: string): Promise<Loaded> {
  let ids = 0
  const workspace = `as loaded at ${at}`
  const app = createApp({
    store: createStore(database, workspace),
    readCron,
    now: () => new Date(at),
    newId: () => `n-${++ids}`,
  })
  await loadSample(app, 'tc260', readCron)
  const groups = await app.groups.all()
  await app.groups.linkChannels(
    groups.map(({ code, channel = '' }) => ({ id: `C-${code}`, name: channel.slice(1) })),
  )
  return { workspace, ids }
}

/** The sample committee in a workspace of its own, at that moment, and its Slack channels by their names. */
export async function deskOn(database: Database, workspace: string, at: string): Promise<Desk> {
  const sample = await sampleIn(database, at)
  await copyWorkspace(database, sample.workspace, workspace)
  let count = sample.ids
  let now = new Date(at)
  const files = new Map<string, DroppedFile>()
  const app = createApp({
    store: createStore(database, workspace),
    readCron,
    now: () => now,
    newId: () => `n-${++count}`,
    limits: slackLimits(100_000),
    slack: { ...silentSlack, files: { download: async (id) => downloadOf(files.get(id)) } },
  })

  let requests = 0
  async function caller({
    member,
    language,
    channelId,
    messageTs,
    isOnHome,
    ...more
  }: Asker): Promise<Caller> {
    // Each gesture is its own, unless it is the same that comes again.
    const request = more.request ?? `r-${++requests}`
    const found = (await app.members.all()).find(({ id }) => id === member)
    if (member !== undefined && found === undefined) throw new Error(`no member ${member}`)
    const person: Person = {
      slackId: `U-${member ?? 'stranger'}`,
      request,
      locale: language ?? 'en-GB',
      zone: 'Asia/Shanghai',
      ...(found !== undefined && { member: found }),
      ...(channelId !== undefined && { channelId }),
      ...(messageTs !== undefined && { messageTs }),
      ...(isOnHome === true && { isOnHome }),
    }
    return callerFor(app, person)
  }

  async function outcome(language: Language, gesture: () => Promise<Reply>): Promise<Outcome> {
    try {
      const reply = await gesture()
      if (reply.kind === 'modal' || reply.kind === 'update')
        return { kind: reply.kind, text: '', words: '', view: reply.view }
      if (reply.kind === 'home')
        return {
          kind: reply.kind,
          text: '',
          words: plainText({ blocks: reply.view.blocks as KnownBlock[] }),
          home: reply.view,
        }
      if (reply.kind === 'unfurl') {
        const cards = Object.entries(reply.cards).map(([url, blocks]) => [url, plainText({ blocks })])
        return { kind: reply.kind, text: '', words: '', cards: Object.fromEntries(cards) }
      }
      if (reply.kind !== 'ephemeral' && reply.kind !== 'replace')
        return { kind: reply.kind, text: '', words: '' }
      const { message } = reply
      return {
        kind: reply.kind,
        text: message.text,
        words: plainText(message),
        message,
        ...('aloud' in reply && { forAll: true as const }),
      }
    } catch (error) {
      if (error instanceof FieldErrors) {
        const faults = Object.entries(error.fields).map(([field, { key }]) => [field, key])
        return { kind: 'refused', text: '', words: '', fields: Object.fromEntries(faults) }
      }
      if (!(error instanceof UserError)) throw error
      const message = refusal(error, language)
      return { kind: 'refused', text: message.text, words: plainText(message), message, why: error.key }
    }
  }

  async function hear(type: string, event: Record<string, unknown>, who: Asker = {}): Promise<Outcome> {
    const found = events.find((one) => one.type === type)
    if (found === undefined) throw new Error(`no event ${type}`)
    const person = await caller(who)
    return outcome(person.language, () => found.run(app, person, event, 'U0BOT'))
  }

  return {
    app,
    caller,
    pass(ms) {
      now = new Date(now.getTime() + ms)
    },
    async ask(typed, who = {}) {
      const [, command = '', text = ''] = /^(\/\S+) ?(.*)$/su.exec(typed) ?? []
      const person = await caller(who)
      return outcome(person.language, () => answer(app, person, { command, text }))
    },
    hear,
    drop(name, content, who) {
      const bytes = Buffer.from(content)
      const id = `F${String(files.size + 1).padStart(3, '0')}`
      const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
      files.set(id, { id, name, bytes, digest, sharedAt: now })
      return hear('file_shared', { file_id: id, channel_id: 'D0' }, who)
    },
    async choose(id, text, who = {}) {
      const found = shortcuts.find((one) => one.id === id)
      if (found === undefined) throw new Error(`no shortcut ${id}`)
      const person = await caller(who)
      return outcome(person.language, () => found.run(app, person, text))
    },
    async complete(id, typed, who = {}) {
      const found = completions.find((one) => one.id === id)
      if (found === undefined) throw new Error(`nothing completes ${id}`)
      const offered = await found.complete(app, await caller(who), typed)
      return offered.map(({ text, value }) => [text.text, value])
    },
    async press(id, value, who = {}) {
      const found = actions.find((action) => action.id === id.split(':')[0])
      if (found === undefined) throw new Error(`no action ${id}`)
      const person = await caller(who)
      return outcome(person.language, () => found.answer(app, person, value))
    },
    async send(id, meta, fields, who = {}) {
      const found = submissions.find((submission) => submission.id === id)
      if (found === undefined) throw new Error(`no submission ${id}`)
      const person = await caller(who)
      return outcome(person.language, () => found.answer(app, person, { meta, fields }))
    },
  }
}
