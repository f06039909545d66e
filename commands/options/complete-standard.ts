// What the menu of standards offers as one types
import { completion } from '../../src/contract/completion.ts'
import { chooseStandardId } from '../../src/views/find-standard-modal.ts'
import { standardOptions } from '../../src/views/standard-options.ts'

/** As many as are looked at before one types on; Slack would take a hundred. */
const mostOffered = 20

export const completeStandard = completion({
  id: chooseStandardId,
  who: 'anyone',
  complete: async (app, caller, typed) =>
    standardOptions(await app.standards.complete(typed, mostOffered), caller.language),
})
