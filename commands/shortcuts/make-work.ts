// "Make this work" in a message's menu
import { shortcut } from '../../src/contract/shortcut.ts'
import { dayIn } from '../../src/domain/calendar/day.ts'
import { readPoint } from '../../src/domain/plan/reading/read-point.ts'
import { knownTopics } from '../../src/domain/plan/reading/topics.ts'
import { texts } from '../../src/texts/texts.ts'
import { addWorkModal, longestTitle } from '../../src/views/add-work-modal.ts'
import { topicInWords } from '../../src/views/topic-words.ts'
import { placesFor } from '../slash/work-meant.ts'
import { messageSaid } from './message-said.ts'

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
    const { words: said } = await messageSaid(app, caller, text)
    const year = Number(dayIn(caller.zone, app.now()).slice(0, 4))
    const reading = readPoint(said, { kinds, topics: knownTopics, groups: [], year })
    const [first] = reading.kinds
    const topics = reading.topics.map(({ value }) => topicInWords(value, caller.language))
    const facts = {
      places,
      kinds,
      organisations,
      title: said.slice(0, longestTitle),
      topics: topics.join(texts(caller.language)('list.comma')),
      ...(first !== undefined && { kind: first.value }),
    }
    return { kind: 'modal', view: addWorkModal(facts, caller.language) }
  },
})
