// "Make an assignment" in a message's menu
import { shortcut } from '../../src/contract/shortcut.ts'
import { plainWords } from '../../src/contract/spoken.ts'
import { longestTitle } from '../../src/views/add-work-modal.ts'
import { openMakeAssignment } from '../slash/assignment-modals.ts'
import { standardsNamed } from '../slash/standards-named.ts'

/** Longer messages are not read to their end: what one asks for stands at its beginning. */
const mostRead = 3_000

export const assignMessage = shortcut({
  id: 'message.assign',
  type: 'message',
  name: 'shortcut.assign',
  summary: 'shortcut.assign-what',
  who: 'any-convenor',
  async run(app, caller, text) {
    const said = plainWords(text).trim().slice(0, mostRead)
    return openMakeAssignment(app, caller, {
      task: said.replaceAll(/\s+/gu, ' ').slice(0, longestTitle),
      standards: await standardsNamed(app, said),
      from: 'shortcut',
    })
  },
})
