import { firstTables } from './0001-first-tables.ts'
import { saidOnce } from './0002-said-once.ts'
import { overItsLife } from './0003-over-its-life.ts'
import { workingCalendars } from './0004-working-calendars.ts'
import { watching } from './0005-watching.ts'
import { askedByOwner } from './0006-asked-by-owner.ts'
import { proposalsTold } from './0007-proposals-told.ts'
import { fromSentenceToAssignment } from './0008-from-sentence-to-assignment.ts'
import { owedAtTheEnd } from './0009-owed-at-the-end.ts'
import { anAssignmentsLife } from './0010-an-assignments-life.ts'
import { askedInPerson } from './0011-asked-in-person.ts'
import { closedGroups } from './0012-closed-groups.ts'
import { beforeAndAfter } from './0013-before-and-after.ts'
import { slower } from './0014-slower.ts'

/** One step forward. A step that was released is never edited: what it got wrong, the next one puts right. */
export type Migration = { version: number; name: string; sql: string }

/** THE list, oldest first; versions count up by one. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'first-tables', sql: firstTables },
  { version: 2, name: 'said-once', sql: saidOnce },
  { version: 3, name: 'over-its-life', sql: overItsLife },
  { version: 4, name: 'working-calendars', sql: workingCalendars },
  { version: 5, name: 'watching', sql: watching },
  { version: 6, name: 'asked-by-owner', sql: askedByOwner },
  { version: 7, name: 'proposals-told', sql: proposalsTold },
  { version: 8, name: 'from-sentence-to-assignment', sql: fromSentenceToAssignment },
  { version: 9, name: 'owed-at-the-end', sql: owedAtTheEnd },
  { version: 10, name: 'an-assignments-life', sql: anAssignmentsLife },
  { version: 11, name: 'asked-in-person', sql: askedInPerson },
  { version: 12, name: 'closed-groups', sql: closedGroups },
  { version: 13, name: 'before-and-after', sql: beforeAndAfter },
  { version: 14, name: 'slower', sql: slower },
]
