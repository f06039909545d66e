import type { RecordedCall } from '../../src/sandbox/index.ts'
import { texts } from '../../src/texts/texts.ts'
import type { Button } from './world.ts'

/** What of a message in person asks one thing; `own`: of whoever owes it. */
export type Asking = {
  kind: (typeof kinds)[number]
  assignment: string
}

/** In which part somebody is asked about something: what they put off as one they may be asked as another. */
export function sideOf(kind: Asking['kind']): 'own' | 'decide' | 'unowned' | 'held' {
  return kind === 'decide' || kind === 'unowned' || kind === 'held' ? kind : 'own'
}

/** A message shows no more than these; the others are counted in it. */
export const mostShown = 8

/** What a message asks, each part as `own a12` or `group WG1`. */
export function aboutOf({ askings, toAcknowledge }: Pick<Said, 'askings' | 'toAcknowledge'>): string[] {
  return [
    ...askings.map(({ kind, assignment }) => `${sideOf(kind)} ${assignment}`),
    ...toAcknowledge.map(({ group }) => `group ${group}`),
  ]
}

/** An asking to acknowledge a group's reminder. */
export type AskedToAcknowledge = { group: string; step: 'convenor' | 'deputies' }

/** One message that the bot posted, as the workspace's record has it. */
export type Said = {
  at: Date
  /** A user's id or a channel's. */
  to: string
  /** By which the bot knows it again: kind, recipient, period. */
  key: string
  kind: string
  period: string
  askings: Asking[]
  toAcknowledge: AskedToAcknowledge[]
  /** Of a reminder: the titles' numbers of what it names. Of an `unanswered`: the groups. */
  names: string[]
  buttons: Button[]
  text: string
}

const say = texts('en')
const kinds = [
  'given',
  'answer',
  'soon',
  'today',
  'overdue',
  'on',
  'stuck',
  'decided',
  'decide',
  'unowned',
  'held',
] as const
const headings = new Map(kinds.map((kind) => [`*${say(`asks.${kind}`)}*`, kind]))
/** Words that stand in the one step and not in the other. */
const asDeputy = 'As a deputy'

type Block = { type: string; text?: { text?: string }; elements?: Element[] }
type Element = {
  type: string
  action_id?: string
  value?: string
  options?: { value?: string }[]
  text?: string | { text?: string }
}

/** What was really posted, in its order. */
export function readSaid(record: readonly RecordedCall[]): Said[] {
  return record.flatMap((call) => {
    if (call.method !== 'chat.postMessage' || !call.effect) return []
    const { channel, metadata, blocks, text } = call.args
    const key = keyOf(parsed(metadata))
    const [, kind = '', , period = ''] = key.split('/')
    const read = readBlocks((parsed(blocks) ?? []) as Block[])
    return [
      {
        at: new Date(call.sandboxAt),
        to: String(channel),
        key,
        kind,
        period: key.split('/').slice(3).join('/') || period,
        ...read,
        names: kind === 'reminder' || kind === 'unanswered' ? namesIn(kind, read.text) : [],
        text: `${String(text ?? '')}\n${read.text}`,
      },
    ]
  })
}

function readBlocks(blocks: readonly Block[]): Pick<Said, 'askings' | 'toAcknowledge' | 'buttons' | 'text'> {
  const askings: Asking[] = []
  const toAcknowledge: AskedToAcknowledge[] = []
  const buttons: Button[] = []
  const lines: string[] = []
  let kind: Asking['kind'] | undefined
  let last = ''
  for (const { type, text, elements = [] } of blocks) {
    const words = text?.text ?? ''
    if (type === 'section' && words.startsWith('*') && !words.includes('\n'))
      kind = headings.get(words) ?? kind
    if (words !== '') lines.push(words)
    if (type !== 'actions') {
      if (words !== '') last = words
      continue
    }
    for (const element of elements) {
      const id = element.action_id ?? ''
      const [name, about = ''] = [id.split(':')[0], id.split(':').slice(1).join(':')]
      if (element.value !== undefined) buttons.push({ actionId: id, value: element.value })
      for (const { value } of element.options ?? [])
        if (value !== undefined) buttons.push({ actionId: id, value })
      if (name === 'assignment.open' && kind !== undefined) askings.push({ kind, assignment: about })
      if (name === 'asked.acknowledge')
        toAcknowledge.push({ group: about, step: last.includes(asDeputy) ? 'deputies' : 'convenor' })
    }
  }
  return { askings, toAcknowledge, buttons, text: lines.join('\n') }
}

function namesIn(kind: string, text: string): string[] {
  const found = kind === 'reminder' ? text.matchAll(/\bT\d{4}\b/g) : text.matchAll(/^• \*.*?(WG\d+)/gm)
  return [...new Set([...found].map(([all, group]) => group ?? all))]
}

function keyOf(metadata: unknown): string {
  const { event_payload: payload } = (metadata ?? {}) as { event_payload?: { key?: string } }
  return payload?.key ?? ''
}

/** What came as a form has its JSON as a text. */
function parsed(value: unknown): unknown {
  return typeof value === 'string' && /^[[{]/.test(value) ? JSON.parse(value) : value
}
