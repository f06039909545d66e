import { describe, expect, test } from 'vitest'
import type { RecordedCall, StoredMessage } from '../../src/sandbox/index.ts'
import type { Due } from './due.ts'
import type { Evidence, Press, Send } from './evidence.ts'
import { breaches } from './invariant.ts'

const at = (time: string) => `2032-03-15T${time}:00.000Z`

function due(change: Partial<Due> = {}): Due {
  return {
    kind: 'reminder',
    group: 'WG1',
    on: '2032-03-15',
    slotAt: new Date(at('08:00')),
    isSaid: true,
    ...change,
  }
}

const reminder = 'tc/reminder/WG1/2032-03-15'
const report = 'tc/reminder-report/secretariat/2032-03-15'

function post(key: string | undefined, channel: string, change: Partial<RecordedCall> = {}): RecordedCall {
  const metadata = JSON.stringify({ event_type: 'rapporteur_notice', event_payload: { key } })
  return {
    at: at('08:01'),
    sandboxAt: at('08:01'),
    method: 'chat.postMessage',
    args: { channel, ...(key !== undefined && { metadata }) },
    status: 200,
    answer: { ok: true },
    effect: true,
    ...change,
  }
}

const asDue = [post(reminder, 'C1'), post(report, 'C0')]

function message(shown = '', change: Partial<StoredMessage> = {}): StoredMessage {
  return {
    channel: 'C1',
    ts: '1.000001',
    user: 'U0',
    text: '',
    byBot: true,
    metadata: { event_type: 'rapporteur_notice', event_payload: { key: reminder } },
    blocks: [{ type: 'context', elements: [{ type: 'mrkdwn', text: shown }] }],
    ...change,
  }
}

function judged(change: Partial<Evidence>): string[] {
  const found = breaches({
    workspace: 'tc',
    due: [due()],
    rests: [new Date(at('12:00'))],
    ownerOf: (channel) => ({ C0: 'secretariat', C1: 'WG1', C2: 'WG2' })[channel],
    record: asDue,
    standing: [],
    presses: [],
    sends: [],
    ...change,
  })
  return found.map(({ what, about }) => `${what}: ${about}`)
}

describe('what is due', () => {
  test('is said once, and reported once', () => {
    expect(judged({})).toEqual([])
  })

  test.each<[string, Partial<Evidence>, string[]]>([
    ['is said twice', { record: [...asDue, post(reminder, 'C1')] }, [`said twice: ${reminder}`]],
    [
      'is said three times, which is told once',
      { record: [...asDue, post(reminder, 'C1'), post(reminder, 'C1')] },
      [`said twice: ${reminder}`],
    ],
    ['is not said', { record: [post(report, 'C0')] }, [`never said: ${reminder}`]],
    [
      'is refused by Slack',
      { record: [post(reminder, 'C1', { effect: false }), post(report, 'C0')] },
      [`never said: ${reminder}`],
    ],
    ['is not reported', { record: [post(reminder, 'C1')] }, [`never reported: ${report}`]],
    [
      'is said to another group',
      { record: [post(reminder, 'C2'), post(report, 'C0')] },
      [`in another channel: ${reminder}`],
    ],
    [
      'is taken back',
      {
        record: [
          ...asDue,
          post(undefined, 'C1', { method: 'chat.delete', args: { channel: 'C1', ts: '1' } }),
        ],
      },
      ['taken back: C1 1'],
    ],
  ])('%s', (_what, change, expected) => {
    expect(judged(change)).toEqual(expected)
  })

  test('is not said where there is nothing to say, but reported', () => {
    expect(judged({ due: [due({ isSaid: false })], record: [post(report, 'C0')] })).toEqual([])
    expect(judged({ due: [due({ isSaid: false })] })).toEqual([`not due: ${reminder}`])
  })

  test('gives way to a later one of its kind and group before the next rest, and to nothing else', () => {
    const later = 'tc/reminder/WG1/2032-03-17'
    const both = [due(), due({ on: '2032-03-17', slotAt: new Date('2032-03-17T08:00:00Z') })]
    const laterReport = post('tc/reminder-report/secretariat/2032-03-17', 'C0')
    const said = post(later, 'C1', { sandboxAt: '2032-03-17T08:01:00.000Z' })
    const record = [post(report, 'C0'), said, laterReport]
    const rest = new Date('2032-03-18T00:00:00Z')
    expect(judged({ due: both, record, rests: [rest] })).toEqual([])
    expect(judged({ due: both, record, rests: [new Date(at('12:00')), rest] })).toEqual([
      `never said: ${reminder}`,
    ])
  })
})

describe('what is not due', () => {
  test.each<[string, RecordedCall, string[]]>([
    ['another day', post('tc/reminder/WG1/2032-03-22', 'C1'), ['not due: tc/reminder/WG1/2032-03-22']],
    [
      'a report of no run',
      post('tc/digest-report/secretariat/2032-03-15', 'C0'),
      ['not due: tc/digest-report/secretariat/2032-03-15'],
    ],
    ['a question', post('tc/decision/secretariat/n', 'C0'), ['not due: tc/decision/secretariat/n']],
    [
      'one by hand that nobody asked for',
      post('tc/reminder/WG1/by-hand-1', 'C1'),
      ['not due: tc/reminder/WG1/by-hand-1'],
    ],
    [
      'another committee’s',
      post('x/reminder/WG1/2032-03-15', 'C1'),
      ['in another channel: x/reminder/WG1/2032-03-15', 'not due: x/reminder/WG1/2032-03-15'],
    ],
    ['a message without a key', post(undefined, 'C1'), ['no key: a message to WG1']],
  ])('%s is said', (_what, call, expected) => {
    expect(judged({ record: [...asDue, call] })).toEqual(expected)
  })

  test('a message stands that has no key', () => {
    const { metadata: _, ...unmarked } = message()
    expect(judged({ standing: [unmarked] })).toEqual(['no key: C1 1.000001 as it stands'])
    expect(judged({ standing: [{ ...unmarked, byBot: false }] })).toEqual([])
  })
})

describe('what is asked for by hand', () => {
  const send: Send = { kind: 'reminder', group: 'WG1', at: new Date(at('09:00')), isPromised: true }
  const said = (id: string) => post(`tc/reminder/WG1/by-hand-${id}`, 'C1', { sandboxAt: at('09:01') })

  test('is said once where it was promised', () => {
    expect(judged({ sends: [send], record: [...asDue, said('a')] })).toEqual([])
    expect(judged({ sends: [send] })).toEqual([
      'never said: the reminder in WG1 that was asked for at 2032-03-15T09:00:00.000Z',
    ])
    expect(judged({ sends: [{ ...send, isPromised: false }] })).toEqual([])
  })

  test('is said no oftener than it was asked for', () => {
    expect(judged({ sends: [send], record: [...asDue, said('a'), said('b')] })).toEqual([
      'not due: 2 by hand in WG1',
    ])
  })
})

describe('an acknowledgement', () => {
  const press: Press = { channel: 'C1', ts: '1.000001', who: 'Lotus', mayAnswer: true, isHeard: true }
  const shown = ':white_check_mark: Acknowledged by Lotus, <!date^1^{time}|Mon>'

  test.each<[string, Press[], string, string[]]>([
    ['was heard and is shown', [press], shown, []],
    ['was heard and is not shown', [press], '', ['acknowledgement lost: Lotus’s under C1 1.000001']],
    ['was not heard, and is shown', [{ ...press, isHeard: false }], shown, []],
    ['was not heard, and is not shown', [{ ...press, isHeard: false }], '', []],
    ['was somebody’s who may not', [{ ...press, mayAnswer: false }], '', []],
    [
      'was somebody’s who may not, and is shown',
      [{ ...press, mayAnswer: false }],
      shown,
      ['acknowledgement invented: Lotus, <!date^1^{time}|Mon> under C1 1.000001'],
    ],
    ['was another’s too', [{ ...press, who: 'Jasmine' }, press], shown, []],
    [
      'was made under another message',
      [{ ...press, ts: '2.000001' }],
      shown,
      ['acknowledgement invented: Lotus, <!date^1^{time}|Mon> under C1 1.000001'],
    ],
  ])('that %s', (_what, presses, text, expected) => {
    expect(judged({ presses, standing: [message(text)] })).toEqual(expected)
  })
})
