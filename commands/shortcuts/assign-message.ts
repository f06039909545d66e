// "Make an assignment" in a message's menu
import type { App } from '../../src/app.ts'
import { shortcut } from '../../src/contract/shortcut.ts'
import type { Day } from '../../src/domain/calendar/day.ts'
import { designationsInText } from '../../src/domain/designation/rules.ts'
import { longestTitle } from '../../src/views/add-work-modal.ts'
import { openMakeAssignment } from '../slash/assignment-modals.ts'
import { mayNotOwe } from '../slash/party-called.ts'
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
      standards: await standardsNamed(app, words, today),
      ...(owner !== undefined && { owner: owner.slackId }),
      from: 'shortcut',
    })
  },
})

/** The standards on record that the message names, by their designations. */
async function standardsNamed(app: App, said: string, today: Day): Promise<string> {
  const found = new Set<string>()
  for (const name of designationsInText(said)) {
    const finding = await app.standards.find(name, { today })
    if (finding.kind === 'one') found.add(finding.card.standard.designation)
  }
  return [...found].join(', ')
}
