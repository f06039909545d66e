// What the menu of groups offers as one types, where there are more than a menu takes
import { completion } from '../../src/contract/completion.ts'
import { chooseGroupId, groupOption } from '../../src/views/goal-modal.ts'
import { optionsFor } from './options-for.ts'

export const completeGroup = completion({
  id: chooseGroupId,
  who: 'anyone',
  async complete(app, caller, typed) {
    const groups = await app.groups.active()
    return optionsFor(groups, typed, ({ code }) => code).map((group) => groupOption(group, caller.language))
  },
})
