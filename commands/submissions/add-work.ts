// "Add" in the modal that asks for a piece of work.

import { z } from 'zod'
import { actedBy } from '../../src/contract/acted-by.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { submission } from '../../src/contract/submission.ts'
import { topicsSaid } from '../../src/domain/plan/reading/topics-said.ts'
import {
  addWorkModalId,
  longestNames,
  longestTitle,
  workDueBlock,
  workKindBlock,
  workLeadBlock,
  workStandardsBlock,
  workStartBlock,
  workTitleBlock,
  workTopicsBlock,
} from '../../src/views/add-work-modal.ts'
import { givenAnswer } from '../slash/given-answer.ts'
import { answerSaved } from '../slash/plan-answer.ts'
import { refuseWork } from '../slash/work-refusal.ts'
import { maybeDay, maybeText, namesIn, text } from './given.ts'
import { organisationSaid, owedSaid, taskFields } from './owner-said.ts'
import { place, placeFields, placeSaid } from './place-said.ts'
import { standardsSaid } from './standards-said.ts'

export const addWork = submission({
  id: addWorkModalId,
  meta: z.strictObject({ place: place.optional() }),
  fields: z.object({
    ...placeFields,
    ...taskFields,
    [workKindBlock]: text(80),
    [workTitleBlock]: text(longestTitle),
    [workLeadBlock]: maybeText(200),
    [workStartBlock]: maybeDay,
    [workDueBlock]: maybeDay,
    [workStandardsBlock]: maybeText(longestNames),
    [workTopicsBlock]: maybeText(longestNames),
  }),
  who: 'convenor-or-secretariat',
  group: async (_app, _caller, sent) => placeSaid(sent).group,
  async run(app, caller, sent) {
    const { fields } = sent
    const { goal, group } = placeSaid(sent)
    const { [workLeadBlock]: lead, [workStartBlock]: startsOn, [workDueBlock]: dueOn } = fields
    const organisation = lead === undefined ? undefined : await organisationSaid(app, lead, workLeadBlock)
    const first = await owedSaid(app, fields, group, caller.language)
    const today = await app.plans.today()
    const added = await app.work.add(
      {
        titles: namesIn(fields[workTitleBlock], caller.language),
        kind: fields[workKindBlock],
        goals: [goal],
        group,
        standards: await standardsSaid(app, fields[workStandardsBlock] ?? '', {
          block: workStandardsBlock,
          today,
        }),
        topics: topicsSaid(fields[workTopicsBlock] ?? ''),
        ...(organisation !== undefined && { lead: organisation.id }),
        ...(startsOn !== undefined && { startsOn }),
        ...(dueOn !== undefined && { dueOn }),
      },
      first,
      actedBy(caller),
    )
    if (!added.ok) throw refuseWork(added, caller, { due: workDueBlock, kind: workKindBlock })
    const saved = await answerSaved(app, caller, { what: added.item.id })
    if (first === undefined) return ephemeral(saved)
    return ephemeral(await givenAnswer(app, caller, { owner: first.owner, group }, saved))
  },
})
