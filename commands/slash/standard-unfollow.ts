// /standard unfollow GB/T 43697

import type { App } from '../../src/app.ts'
import { actedBy } from '../../src/contract/acted-by.ts'
import { type Caller, memberBehind } from '../../src/contract/caller.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral, type Reply } from '../../src/contract/reply.ts'
import { dayIn } from '../../src/domain/calendar/day.ts'
import { topicName } from '../../src/views/follow-row.ts'
import { followingList } from '../../src/views/following-list.ts'
import { plainMessage } from '../../src/views/plain-message.ts'
import { standardGuesses } from '../../src/views/standard-list.ts'
import { readFollowed } from './follow-words.ts'
import { cardFor } from './standard-card-for.ts'

export const standardUnfollow = slashCommand({
  command: '/standard',
  verb: 'unfollow',
  otherVerbs: ['unwatch', '取消关注', '取关', '取消订阅'],
  summary: 'help.standard-unfollow',
  usage: ['/standard unfollow GB/T 43697', '/standard unfollow topic:data-security'],
  chineseUsage: ['/standard 取消关注 GB/T 43697', '/standard 取消关注 主题:data-security'],
  who: 'member',
  parse: readFollowed,
  run: (app, caller, words) =>
    'topic' in words ? unfollowTopic(app, caller, words.topic) : unfollowStandard(app, caller, words.query),
})

async function unfollowStandard(app: App, caller: Caller, query: string): Promise<Reply> {
  const member = memberBehind(caller)
  const { language } = caller
  const finding = await app.standards.find(query, { today: dayIn(caller.zone, app.now()) })
  // Which of several is meant is chosen among what is followed.
  if (finding.kind === 'many') return ephemeral(followingList(await app.follows.all(member.id), language))
  if (finding.kind === 'none') return ephemeral(standardGuesses(query, finding.guesses, language))
  const { standard } = finding.card
  if (!(await app.follows.unfollowStandard(actedBy(caller), standard)))
    return ephemeral(plainMessage('follow.not-followed', { name: standard.designation }, language))
  return ephemeral(await cardFor(app, caller, finding.card))
}

async function unfollowTopic(app: App, caller: Caller, text: string): Promise<Reply> {
  const found = await app.follows.topicCalled(text)
  // A topic that no standard bears any more may still be followed.
  const topic = 'topic' in found ? found.topic.topic : text.trim().toLowerCase()
  const wasFollowed = await app.follows.unfollowTopic(actedBy(caller), topic)
  const key = wasFollowed ? 'follow.stopped' : 'follow.not-followed'
  return ephemeral(plainMessage(key, { name: topicName(topic) }, caller.language))
}
