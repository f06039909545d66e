import type { Caller } from '../../src/contract/caller.ts'
import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import type { EvidenceFault } from '../../src/domain/work/evidence.ts'
import { longestEvidence } from '../../src/domain/work/evidence.ts'
import type { WorkRefusal } from '../../src/domain/work/service.ts'
import type { TextKey, TextValues } from '../../src/texts/texts.ts'
import { partialDayInWords } from '../../src/views/dates.ts'

const faults = {
  missing: 'modal.missing',
  'no-day': 'work.fault-no-day',
  'day-ahead': 'work.fault-day-ahead',
  'too-early': 'work.fault-too-early',
  'after-end': 'work.fault-after-end',
  'no-number': 'work.fault-no-number',
  'no-link': 'work.fault-no-link',
  'too-long': 'work.fault-too-long',
} as const satisfies Record<EvidenceFault, TextKey>

const plain = {
  gone: 'work.gone',
  'not-open': 'work.not-open',
  'not-ended': 'work.not-ended',
  'goals-ended': 'work.goals-ended',
  'no-such-kind': 'work.no-such-kind',
  'no-such-step': 'work.no-such-step',
  'no-outcome': 'work.no-outcome',
  'told-by-stage': 'work.told-by-stage',
  'has-begun': 'work.has-begun',
  'moved-on': 'work.moved-on',
} as const satisfies Partial<Record<WorkRefusal['why'], TextKey>>

/** The blocks of a modal under which a refusal can be mended. */
type Blocks = {
  day?: string
  step?: string
  outcome?: string
  due?: string
  start?: string
  kind?: string
  evidence?: string
}

/** What the person is told, under the field that can mend it where the modal has one. */
export function refuseWork(refusal: WorkRefusal, { language }: Caller, blocks: Blocks = {}): Error {
  const day = (on: string) => partialDayInWords(on, language)
  const under = (block: string | undefined, key: TextKey, values: TextValues = {}) => {
    const error = new UserError(key, values)
    return block === undefined ? error : new FieldErrors({ [block]: error })
  }
  switch (refusal.why) {
    case 'day-ahead':
      return under(blocks.day, 'day.ahead', { on: day(refusal.on) })
    case 'before-start':
      return under(blocks.day, 'work.before-start', { on: day(refusal.on), since: day(refusal.since) })
    case 'due-before-start':
      return under(blocks.due, 'work.due-before-start', { since: day(refusal.since) })
    case 'step-before-start':
      return under(blocks.start, 'work.step-before-start', { on: day(refusal.on) })
    case 'not-taken-on':
      return new UserError('work.goal-not-taken-on', { goal: refusal.goal })
    case 'evidence':
      return new FieldErrors(
        Object.fromEntries(
          [...refusal.faults].map(([field, fault]) => [
            `${blocks.evidence ?? ''}${field}`,
            new UserError(faults[fault], { longest: longestEvidence }),
          ]),
        ),
      )
    case 'no-such-step':
      return under(blocks.step, plain[refusal.why])
    case 'no-outcome':
      return under(blocks.outcome, plain[refusal.why])
    case 'no-such-kind':
    case 'has-begun':
      return under(blocks.kind, plain[refusal.why])
    default:
      return new UserError(plain[refusal.why])
  }
}
