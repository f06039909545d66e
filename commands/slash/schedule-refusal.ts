import { UserError } from '../../src/contract/errors.ts'
import { mostWeeksApart, type ScheduleKind } from '../../src/domain/schedule/rules.ts'
import type { Proposal, Switched } from '../../src/domain/schedule/service.ts'
import type { WorkingGroup } from '../../src/domain/working-group/rules.ts'

type Refused = Extract<Proposal | Switched, { ok: false }>

/** Why a schedule can't be, in words that say what to change. */
export function refuseSchedule(refused: Refused, { code }: WorkingGroup, kind: ScheduleKind): UserError {
  switch (refused.why) {
    case 'unreadable':
      return new UserError('schedule.bad-field', {
        // The texts choose by a single word.
        field: refused.field.replaceAll(' ', '_'),
        value: refused.value,
      })
    case 'too-often':
      return new UserError('schedule.too-often')
    case 'too-many-days':
      return new UserError('schedule.too-many-days', { days: refused.days })
    case 'too-rarely':
      return new UserError('schedule.too-rarely', { most: mostWeeksApart })
    case 'never':
      return new UserError('schedule.never')
    case 'owed':
      return new UserError('schedule.owed', { group: code })
    case 'no-schedule':
      return new UserError('schedule.none-yet', { group: code, kind })
  }
}
