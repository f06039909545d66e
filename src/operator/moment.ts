import { DateTime } from 'luxon'
import { OperatorError } from './operator-error.ts'

/**
 * The instant that an operator writes. It carries its offset: without one it would mean another on every machine.
 * @throws OperatorError where it is no moment of the calendar or has no offset
 */
export function moment(text: string): Date {
  const at = DateTime.fromISO(text, { setZone: true })
  const isWhole = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i.test(text)
  if (!isWhole || !at.isValid)
    throw new OperatorError(`"${text}" is not a moment with its offset, such as 2026-11-30T09:00+08:00`)
  return at.toJSDate()
}
