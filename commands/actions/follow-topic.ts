// "Follow" beside one of the topics that come nearest to what was typed.

import { z } from 'zod'
import { actedBy } from '../../src/contract/acted-by.ts'
import { action } from '../../src/contract/action.ts'
import { UserError } from '../../src/contract/errors.ts'
import { replace } from '../../src/contract/reply.ts'
import { followTopicId } from '../../src/views/follow-choices.ts'
import { plainMessage } from '../../src/views/plain-message.ts'
import { checkFollowed } from '../slash/follow-words.ts'

export const followTopic = action({
  id: followTopicId,
  value: z.string().regex(/^[\w.-]{1,64}$/),
  who: 'member',
  async run(app, caller, name) {
    const found = await app.follows.topicCalled(name)
    if (!('topic' in found)) throw new UserError('refused.outdated-button')
    const { topic, count } = found.topic
    checkFollowed(await app.follows.followTopic(actedBy(caller), topic, caller.language))
    return replace(plainMessage('follow.topic-followed', { topic, count }, caller.language))
  },
})
