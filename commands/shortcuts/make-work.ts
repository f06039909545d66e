// "Make this work" in a message's menu
import { shortcut } from '../../src/contract/shortcut.ts'
import { plainWords } from '../../src/contract/spoken.ts'
import { dayIn } from '../../src/domain/calendar/day.ts'
import { readPoint } from '../../src/domain/plan/reading/read-point.ts'
import { knownTopics } from '../../src/domain/plan/reading/topics.ts'
import { addWorkModal, longestTitle } from '../../src/views/add-work-modal.ts'
import { topicInWords } from '../../src/views/topic-words.ts'
import { placesFor } from '../slash/work-meant.ts'

/** Longer messages are not read to their end: what one asks for stands at its beginning. */
const mostRead = 3_000

export const makeWork = shortcut({
  id: 'work.make',
  type: 'message',
  name: 'shortcut.make',
  summary: 'shortcut.make-what',
  who: 'any-convenor',
  async run(app, caller, text) {
    const [goals, kinds, organisations] = await Promise.all([
      app.plans.goals(),
      app.work.kinds(),
      app.members.organisations(),
    ])
    const places = placesFor(caller, goals.toReversed(), 'work.no-goals')
    const said = plainWords(text).trim().slice(0, mostRead)
    const year = Number(dayIn(caller.zone, app.now()).slice(0, 4))
    const reading = readPoint(said, { kinds, topics: knownTopics, groups: [], year })
    const [first] = reading.kinds
    const topics = reading.topics.map(({ value }) => topicInWords(value, caller.language))
    const facts = {
      places,
      kinds,
      organisations,
      title: said.replaceAll(/\s+/gu, ' ').slice(0, longestTitle),
      topics: topics.join(caller.language === 'en' ? ', ' : '、'),
      ...(first !== undefined && { kind: first.value }),
    }
    return { kind: 'modal', view: addWorkModal(facts, caller.language) }
  },
})
