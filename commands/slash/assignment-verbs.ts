import type { SlashCommand } from '../../src/contract/command.ts'
import { assignmentsAccept } from './assignments-accept.ts'
import { assignmentsBlock } from './assignments-block.ts'
import { assignmentsDecline } from './assignments-decline.ts'
import { assignmentsDeny } from './assignments-deny.ts'
import { assignmentsDone } from './assignments-done.ts'
import { assignmentsExtend } from './assignments-extend.ts'
import { assignmentsGive } from './assignments-give.ts'
import { assignmentsGrant } from './assignments-grant.ts'
import { assignmentsHistory } from './assignments-history.ts'
import { assignmentsReopen } from './assignments-reopen.ts'
import { assignmentsUnblock } from './assignments-unblock.ts'
import { assignmentsUpdate } from './assignments-update.ts'
import { assignmentsWhy } from './assignments-why.ts'
import { assignmentsWithdraw } from './assignments-withdraw.ts'

/** What can be done with an assignment that has a short name. */
export const assignmentVerbs: readonly SlashCommand[] = [
  assignmentsAccept,
  assignmentsDecline,
  assignmentsGive,
  assignmentsUpdate,
  assignmentsBlock,
  assignmentsUnblock,
  assignmentsExtend,
  assignmentsGrant,
  assignmentsDeny,
  assignmentsDone,
  assignmentsReopen,
  assignmentsWithdraw,
  assignmentsHistory,
  assignmentsWhy,
]
