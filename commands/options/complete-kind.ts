// What the menu of kinds of work offers as one types, where there are more than a menu takes
import { completion } from '../../src/contract/completion.ts'
import { chooseKindId, kindOption } from '../../src/views/goal-modal.ts'
import { optionsFor } from './options-for.ts'

export const completeKind = completion({
  id: chooseKindId,
  who: 'anyone',
  async complete(app, caller, typed) {
    const kinds = await app.work.kinds()
    return optionsFor(kinds, typed, ({ id }) => id).map((kind) => kindOption(kind, caller.language))
  },
})
