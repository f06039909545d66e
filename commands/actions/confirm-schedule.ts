// "Save" under a proposed schedule.

import { z } from 'zod'
import { actedBy } from '../../src/contract/acted-by.ts'
import { action } from '../../src/contract/action.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { replace } from '../../src/contract/reply.ts'
import { mostWeeksApart } from '../../src/domain/schedule/rules.ts'
import { confirmScheduleId, longestCron, scheduleSaved } from '../../src/views/schedule-proposal.ts'
import { refuseSchedule } from '../slash/schedule-refusal.ts'
import { groupNeeded } from '../slash/wg-meant.ts'

const proposed = jsonValue(
  z.strictObject({
    group: z.string().min(1),
    kind: z.enum(['reminder', 'digest']),
    cron: z.string().max(longestCron),
    weeksApart: z.number().int().min(1).max(mostWeeksApart).optional(),
  }),
)

export const confirmSchedule = action({
  id: confirmScheduleId,
  value: proposed,
  who: 'convenor-or-secretariat',
  group: async (app, caller, { group }) => (await groupNeeded(app, caller, group)).code,
  async run(app, caller, { group: code, kind, cron, weeksApart = 1 }) {
    const group = await groupNeeded(app, caller, code)
    const proposal = await app.schedules.set(group, kind, { cron, weeksApart }, actedBy(caller))
    if (!proposal.ok) throw refuseSchedule(proposal, group, kind)
    return replace(scheduleSaved(group, proposal.outlook, caller.language))
  },
})
