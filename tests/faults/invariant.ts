import type { RecordedCall } from '../../src/sandbox/index.ts'
import type { Evidence } from './evidence.ts'

export type Breach = {
  what:
    | 'said twice'
    | 'never said'
    | 'not due'
    | 'no key'
    | 'in another channel'
    | 'taken back'
    | 'never reported'
    | 'acknowledgement lost'
    | 'acknowledgement invented'
  about: string
}

/** A message that was taken by Slack, whatever the bot was told of it. */
type Post = { key: string; owner: string | undefined; at: Date }

/** What a key says: `main/reminder/WG8/2026-11-23`. */
type Key = { kind: string; owner: string; period: string }

/**
 * Where the bot broke its word: every due notice once, none that was not due, every acknowledgement kept, none
 * invented. Empty where it kept it.
 */
export function breaches(evidence: Evidence): Breach[] {
  return [...ofPosts(evidence), ...ofDue(evidence), ...ofMessages(evidence), ...ofAnswers(evidence)]
}

/** Each message has a key of its own, which was due, in the channel that it is for. */
function ofPosts(evidence: Evidence): Breach[] {
  const found: Breach[] = []
  const posts = postsIn(evidence)
  const counts = new Map<string, number>()
  for (const { key, owner } of posts) {
    if (key === '') {
      found.push({ what: 'no key', about: `a message to ${owner ?? 'an unknown channel'}` })
      continue
    }
    counts.set(key, (counts.get(key) ?? 0) + 1)
    if (counts.get(key) === 2) found.push({ what: 'said twice', about: key })
    const read = readKey(key, evidence)
    // What is asked in person is said in no channel of the committee's.
    const ofKey = read?.kind === 'asks' ? undefined : read?.owner
    if (ofKey !== owner) found.push({ what: 'in another channel', about: key })
  }
  for (const key of counts.keys()) if (!isOwed(key, evidence)) found.push({ what: 'not due', about: key })
  for (const { kind, group } of evidence.sends) {
    const said = byHand(evidence, kind, group)
    const asked = evidence.sends.filter((send) => send.kind === kind && send.group === group).length
    if (said.length > asked) found.push({ what: 'not due', about: `${said.length} by hand in ${group}` })
  }
  return found
}

/** What was due was said, unless one of its kind that came later took its place before anybody heard it. */
function ofDue(evidence: Evidence): Breach[] {
  const { due, sends, workspace } = evidence
  const posts = postsIn(evidence)
  const said = new Set(posts.map(({ key }) => key))
  const gaveWay = (kind: string, group: string, from: Date) => {
    const until = evidence.rests.find((rest) => rest > from) ?? from
    return posts.some((post) => {
      const key = readKey(post.key, evidence)
      return key?.kind === kind && key.owner === group && post.at > from && post.at <= until
    })
  }
  const unsaid = due
    .filter(({ isSaid }) => isSaid)
    .map(({ kind, group, on, slotAt }) => ({
      kind,
      group,
      slotAt,
      key: `${workspace}/${kind}/${group}/${on}`,
    }))
    .filter(({ key }) => !said.has(key))
    .filter(({ kind, group, slotAt }) => !gaveWay(kind, group, slotAt))
  const unheard = sends
    .filter(({ isPromised }) => isPromised)
    .filter(({ kind, group, at }) => !gaveWay(kind, group, at))
  const runs = new Set(due.map(({ kind, on }) => `${workspace}/${kind}-report/secretariat/${on}`))
  return [
    ...unsaid.map(({ key }): Breach => ({ what: 'never said', about: key })),
    ...unheard.map(
      ({ kind, group, at }): Breach => ({
        what: 'never said',
        about: `the ${kind} in ${group} that was asked for at ${at.toISOString()}`,
      }),
    ),
    ...[...runs]
      .filter((key) => !said.has(key))
      .map((key): Breach => ({ what: 'never reported', about: key })),
  ]
}

/** What stands in the channels is what was said, each once, and nothing else of the bot's. */
function ofMessages(evidence: Evidence): Breach[] {
  const { standing, record } = evidence
  const bots = standing.filter(({ byBot }) => byBot)
  const unmarked = bots.filter(({ metadata }) => metadata?.event_payload.key === undefined)
  const deleted = record.filter(({ method, effect }) => method === 'chat.delete' && effect)
  return [
    ...unmarked.map(
      ({ channel, ts }): Breach => ({ what: 'no key', about: `${channel} ${ts} as it stands` }),
    ),
    ...deleted.map(({ args }): Breach => ({ what: 'taken back', about: `${args.channel} ${args.ts}` })),
  ]
}

/** A press that was heard is shown in its message, and who is shown there pressed. */
function ofAnswers({ standing, presses }: Evidence): Breach[] {
  return standing
    .filter(({ byBot }) => byBot)
    .flatMap(({ channel, ts, blocks }): Breach[] => {
      const here = presses.filter((press) => press.channel === channel && press.ts === ts && press.mayAnswer)
      const shown = shownAnswer(blocks)
      const about = `${channel} ${ts}`
      if (shown === undefined)
        return here
          .filter(({ isHeard }) => isHeard)
          .slice(0, 1)
          .map(({ who }) => ({ what: 'acknowledgement lost', about: `${who}’s under ${about}` }))
      return here.some(({ who }) => shown.includes(who))
        ? []
        : [{ what: 'acknowledgement invented', about: `${shown} under ${about}` }]
    })
}

/** `Acknowledged by Lotus, …` */
function shownAnswer(blocks: unknown): string | undefined {
  return /Acknowledged by ([^"]*)/.exec(JSON.stringify(blocks ?? []))?.[1]
}

function postsIn({ record, ownerOf }: Evidence): Post[] {
  return record
    .filter(({ method, effect }) => method === 'chat.postMessage' && effect)
    .map(({ args, sandboxAt }) => ({
      key: keyIn(args),
      owner: ownerOf(String(args.channel)),
      at: new Date(sandboxAt),
    }))
}

/** Slack takes what is no plain text as JSON in a text. */
function keyIn({ metadata }: RecordedCall['args']): string {
  const read: unknown = typeof metadata === 'string' ? JSON.parse(metadata) : metadata
  const { event_payload: payload } = (read ?? {}) as { event_payload?: { key?: unknown } }
  return typeof payload?.key === 'string' ? payload.key : ''
}

function readKey(key: string, { workspace }: Evidence): Key | undefined {
  const [given, kind = '', owner = '', ...period] = key.split('/')
  return given === workspace ? { kind, owner, period: period.join('/') } : undefined
}

function isOwed(key: string, evidence: Evidence): boolean {
  const read = readKey(key, evidence)
  if (read === undefined) return false
  const { kind, owner, period } = read
  // Whom to ask about what is judged by the simulation of months; here, that it is said once.
  if (kind === 'asks' || kind === 'unanswered') return true
  if (kind.endsWith('-report'))
    return (
      owner === 'secretariat' &&
      evidence.due.some((due) => `${due.kind}-report` === kind && due.on === period)
    )
  if (period.startsWith('by-hand-'))
    return evidence.sends.some((send) => send.kind === kind && send.group === owner)
  return evidence.due.some(
    (due) => due.isSaid && due.kind === kind && due.group === owner && due.on === period,
  )
}

function byHand(evidence: Evidence, kind: string, group: string): string[] {
  const keys = postsIn(evidence).map(({ key }) => key)
  const start = `${evidence.workspace}/${kind}/${group}/by-hand-`
  return [...new Set(keys.filter((key) => key.startsWith(start)))]
}
