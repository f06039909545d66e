// "Make an assignment" in a message's menu
import { shortcut } from '../../src/contract/shortcut.ts'
import { longestTitle } from '../../src/views/add-work-modal.ts'
import { openMakeAssignment } from '../slash/assignment-modals.ts'
import { mayNotOwe } from '../slash/party-called.ts'
import { standardsNamed } from '../slash/standards-named.ts'
import { messageSaid } from './message-said.ts'

export const assignMessage = shortcut({
  id: 'message.assign',
  type: 'message',
  name: 'shortcut.assign',
  summary: 'shortcut.assign-what',
  who: 'any-convenor',
  async run(app, caller, text) {
    const { words, mentioned } = await messageSaid(app, caller, text)
    const today = await app.assignments.today()
    const owner = mentioned.find(({ member }) => mayNotOwe(member, today, caller.language) === undefined)
    return openMakeAssignment(app, caller, {
      task: words.slice(0, longestTitle),
      standards: await standardsNamed(app, words),
      ...(owner !== undefined && { person: owner.slackId }),
      from: 'shortcut',
    })
  },
})
