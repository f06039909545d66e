// "Leave it as it is" under a proposed schedule.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { replace } from '../../src/contract/reply.ts'
import { cancelScheduleId, scheduleUnchanged } from '../../src/views/schedule-proposal.ts'

export const cancelSchedule = action({
  id: cancelScheduleId,
  value: z.string(),
  who: 'anyone',
  run: async (_app, caller) => replace(scheduleUnchanged(caller.language)),
})
