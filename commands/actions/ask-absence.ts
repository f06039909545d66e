// "Away…", which asks for the days and the stand-in.

import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { memberBehind } from '../../src/contract/caller.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { isSecretariat } from '../../src/domain/member/rules.ts'
import { askAbsenceId } from '../../src/views/absence-list.ts'
import { absenceModal } from '../../src/views/absence-modal.ts'

export const askAbsence = action({
  id: askAbsenceId,
  value: z.literal('new'),
  who: 'member',
  async run(app, caller): Promise<Reply> {
    memberBehind(caller)
    const facts = { today: await app.absences.today(), isForOthers: isSecretariat(caller.roles) }
    return { kind: 'modal', view: absenceModal(facts, caller.language) }
  },
})
