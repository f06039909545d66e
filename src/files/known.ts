import type { CommitteeRecords } from '../domain/committee/rules.ts'
import type { Member, Organisation } from '../domain/member/rules.ts'
import type { Standard } from '../domain/standard/rules.ts'
import type { WorkingGroup } from '../domain/working-group/rules.ts'
import { mostFaults } from './file-fault.ts'
import { didYouMean } from './issue-message.ts'

/** What a file may refer to: the committee's records, and the standards on record. */
export type Known = {
  groups: readonly Pick<WorkingGroup, 'code' | 'names'>[]
  organisations: readonly Organisation[]
  members: readonly Pick<Member, 'id' | 'names' | 'slackId' | 'roles'>[]
  goals: readonly string[]
  standards: readonly Pick<Standard, 'designation' | 'otherNames'>[]
}

/** What these records give other files to refer to. */
export function knownOf(
  records: Pick<CommitteeRecords, 'groups' | 'organisations' | 'members' | 'goals'>,
  standards: Known['standards'],
): Known {
  const { groups, organisations, members, goals } = records
  return { groups, organisations, members, goals: goals.map(({ id }) => id), standards }
}

/**
 * The end of the sentence about a reference that leads nowhere. A guess takes time, so none is made where so many
 * faults were `found` before that hardly anybody will read this one.
 */
export function unknownMessage(
  value: string,
  what: string,
  candidates: readonly string[],
  found: number,
): string {
  const guess = found < mostFaults ? didYouMean(value, candidates) : ''
  return `holds ${JSON.stringify(value)}; it should be ${what}${guess}`
}
