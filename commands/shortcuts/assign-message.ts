// "Make an assignment" in a message's menu
import type { App } from '../../src/app.ts'
import { shortcut } from '../../src/contract/shortcut.ts'
import { plainWords } from '../../src/contract/spoken.ts'
import type { Day } from '../../src/domain/calendar/day.ts'
import { designationsInText } from '../../src/domain/designation/rules.ts'
import { longestTitle } from '../../src/views/add-work-modal.ts'
import { openMakeAssignment } from '../slash/assignment-modals.ts'

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
      standards: await standardsNamed(app, said, await app.assignments.today()),
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
