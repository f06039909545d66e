// /standard follow GB/T 43697

import type { App } from '../../src/app.ts'
import { actedBy } from '../../src/contract/acted-by.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral, type Reply } from '../../src/contract/reply.ts'
import { dayIn } from '../../src/domain/calendar/day.ts'
import { followChoices, followGuesses, topicGuesses } from '../../src/views/follow-choices.ts'
import { plainMessage } from '../../src/views/plain-message.ts'
import { checkFollowed, readFollowed } from './follow-words.ts'
import { cardFor } from './standard-card-for.ts'

export const standardFollow = slashCommand({
  command: '/standard',
  verb: 'follow',
  otherVerbs: ['watch', '关注', '订阅'],
  summary: 'help.standard-follow',
  usage: ['/standard follow GB/T 43697', '/standard follow topic:data-security'],
  chineseUsage: ['/standard 关注 GB/T 43697', '/standard 关注 主题:data-security'],
  who: 'member',
  parse: readFollowed,
  run: (app, caller, words) =>
    'topic' in words ? followTopic(app, caller, words.topic) : followStandard(app, caller, words.query),
})

async function followStandard(app: App, caller: Caller, query: string): Promise<Reply> {
  const { language } = caller
  const finding = await app.standards.find(query, { today: dayIn(caller.zone, app.now()) })
  switch (finding.kind) {
    case 'one':
      checkFollowed(await app.follows.followStandard(actedBy(caller), finding.card.standard, language))
      return ephemeral(await cardFor(app, caller, finding.card))
    case 'many':
      return ephemeral(followChoices(query, finding.standards, finding.total, language))
    case 'none':
      return ephemeral(followGuesses(query, finding.guesses, language))
  }
}

async function followTopic(app: App, caller: Caller, text: string): Promise<Reply> {
  const { language } = caller
  const found = await app.follows.topicCalled(text)
  if (!('topic' in found)) return ephemeral(topicGuesses(text, found.nearest, language))
  const { topic, count } = found.topic
  checkFollowed(await app.follows.followTopic(actedBy(caller), topic, language))
  return ephemeral(plainMessage('follow.topic-followed', { topic, count }, language))
}
