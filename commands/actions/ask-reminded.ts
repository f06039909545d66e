// "Done…", "Update…", "More time…" and "Pass on…" below a reminder: about what it names, as far as it is the caller's.
import { z } from 'zod'
import type { App } from '../../src/app.ts'
import { action } from '../../src/contract/action.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { mayDo } from '../../src/domain/assignment/gestures.ts'
import type { Assignment } from '../../src/domain/assignment/rules.ts'
import { nameIn } from '../../src/domain/language/rules.ts'
import { texts } from '../../src/texts/texts.ts'
import { gestureOf } from '../../src/views/assignment-buttons.ts'
import { askRemindedId, type RemindedAsked, remindedAsked } from '../../src/views/reminder-buttons.ts'
import { actorBehind } from '../slash/assignment-meant.ts'
import { openAskedOf } from '../slash/assignment-modals.ts'
import { noticeId, reminderStanding } from './reminder-standing.ts'

export const askReminded = action({
  id: askRemindedId,
  value: jsonValue(z.strictObject({ notice: noticeId, kind: z.enum(remindedAsked) })),
  who: 'owner-or-lead',
  async run(app, caller, { notice: id, kind }) {
    const { assignments: ids, group = '' } = await reminderStanding(app, id)
    const named = await app.assignments.byIds(ids)
    const open = named.filter((one) => one.state === 'open' && one.group === group)
    if (open.length === 0) throw new UserError('reminder.none-open')
    return openAskedOf(app, caller, await theirs(app, caller, open, group, kind), kind)
  },
})

/** @throws UserError where none of them is the caller's to do that with */
async function theirs(
  app: App,
  caller: Caller,
  open: readonly Assignment[],
  group: string,
  kind: RemindedAsked['kind'],
): Promise<Assignment[]> {
  const actor = actorBehind(caller)
  const own = open.filter((one) => mayDo(one, gestureOf[kind], actor))
  if (own.length > 0) return own
  const leads = await app.groups.leads(group)
  if (leads.length === 0) throw new UserError('reminder.none-yours-no-lead', { group })
  const names = leads
    .map((lead) => nameIn(lead.names, caller.language))
    .join(texts(caller.language)('list.comma'))
  throw new UserError('reminder.none-yours', { group, names })
}
