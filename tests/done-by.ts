import type { DoneBy } from '../src/domain/audit/rules.ts'

/** A member who does something by a command, as a service is told of them. */
export function doneBy(member: string): DoneBy & { member: { id: string } } {
  return { member: { id: member }, via: 'command' }
}
