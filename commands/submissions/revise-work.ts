// "Change" in the modal that "Change…" below a piece of work opens.

import { z } from 'zod'
import type { App } from '../../src/app.ts'
import { actedBy } from '../../src/contract/acted-by.ts'
import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import { longestReason } from '../../src/domain/goal/deciding.ts'
import type { Names } from '../../src/domain/language/rules.ts'
import { topicsSaid } from '../../src/domain/plan/reading/topics-said.ts'
import type { WorkItem } from '../../src/domain/work/rules.ts'
import {
  longestNames,
  longestTitle,
  workDueBlock,
  workKindBlock,
  workLeadBlock,
  workStandardsBlock,
  workStartBlock,
  workTopicsBlock,
} from '../../src/views/add-work-modal.ts'
import { mostOptions } from '../../src/views/inputs.ts'
import {
  reviseWorkModalId,
  workGoalsBlock,
  workTitleEnBlock,
  workTitleZhBlock,
  workWhyBlock,
} from '../../src/views/revise-work-modal.ts'
import { planId } from '../actions/plan-id.ts'
import { answerSaved } from '../slash/plan-answer.ts'
import { itemCalled } from '../slash/work-meant.ts'
import { designationsOf } from '../slash/work-modals.ts'
import { refuseWork } from '../slash/work-refusal.ts'
import { maybeDay, maybeText, text } from './given.ts'
import { organisationSaid } from './owner-said.ts'
import { standardsSaid } from './standards-said.ts'

const workFields = z.object({
  [workTitleZhBlock]: maybeText(longestTitle),
  [workTitleEnBlock]: maybeText(longestTitle),
  [workKindBlock]: text(80).optional(),
  [workGoalsBlock]: z.array(planId).min(1).max(mostOptions).optional(),
  [workLeadBlock]: maybeText(200),
  [workStartBlock]: maybeDay,
  [workDueBlock]: maybeDay,
  [workStandardsBlock]: maybeText(longestNames),
  [workTopicsBlock]: maybeText(longestNames),
  [workWhyBlock]: text(longestReason),
})

export const reviseWork = submission({
  id: reviseWorkModalId,
  meta: z.strictObject({ item: planId, seen: z.int().min(0) }),
  fields: workFields,
  who: 'convenor-or-secretariat',
  group: async (app, _caller, { meta }) => (await itemCalled(app, meta.item)).group,
  async run(app, caller, { meta, fields }) {
    const before = await itemCalled(app, meta.item)
    const by = { ...actedBy(caller), why: fields[workWhyBlock] }
    const filled = await workFilledIn(app, before, fields)
    const done = await app.work.change(before.id, filled, { ...by, seen: meta.seen })
    if (!done.ok)
      throw refuseWork(done, caller, {
        due: workDueBlock,
        start: workStartBlock,
        kind: workKindBlock,
      })
    return ephemeral(await answerSaved(app, caller, { what: done.item.id }))
  },
})

/** The work as it was filled in; what was not asked for stays. @throws FieldErrors for what is not known */
async function workFilledIn(app: App, before: WorkItem, fields: z.infer<typeof workFields>) {
  const { [workLeadBlock]: lead, [workStartBlock]: startsOn, [workDueBlock]: dueOn } = fields
  const organisation = lead === undefined ? undefined : await organisationSaid(app, lead, workLeadBlock)
  const today = await app.plans.today()
  const known = await designationsOf(app, before)
  return {
    titles: titlesSaid(fields),
    kind: fields[workKindBlock] ?? before.kind,
    goals: fields[workGoalsBlock] ?? before.goals,
    standards: await standardsSaid(app, fields[workStandardsBlock] ?? '', {
      block: workStandardsBlock,
      today,
      known,
    }),
    topics: topicsSaid(fields[workTopicsBlock] ?? ''),
    ...(organisation !== undefined && { lead: organisation.id }),
    ...(startsOn !== undefined && { startsOn }),
    ...(dueOn !== undefined && { dueOn }),
  }
}

function titlesSaid(fields: z.infer<typeof workFields>): Names {
  const { [workTitleZhBlock]: zh, [workTitleEnBlock]: en } = fields
  if (zh === undefined && en === undefined)
    throw new FieldErrors({ [workTitleZhBlock]: new UserError('modal.missing') })
  return { ...(zh !== undefined && { zh }), ...(en !== undefined && { en }) }
}
