import type { ActedBy } from '../domain/assignment/acting.ts'
import type { Via } from '../domain/audit/rules.ts'
import type { Member } from '../domain/member/rules.ts'
import { type Caller, memberBehind } from './caller.ts'

/**
 * Who does it, from where, and by which gesture, as a change goes on record; `via` says otherwise from where than the
 * handler does that they came through.
 * @throws Error where permission was not asked for first, or nothing tells from where
 */
export function actedBy(caller: Caller, via?: Via): ActedBy & { member: Member; request: string } {
  const from = via ?? caller.via
  if (from === undefined) throw new Error('what changes something is called through a handler')
  return { member: memberBehind(caller), via: from, request: caller.request }
}
