// "Unfollow" under a message about what has moved; the message stays as it is.
import { action } from '../../src/contract/action.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { stopFollowId } from '../../src/views/moves-message.ts'
import { plainMessage } from '../../src/views/plain-message.ts'
import { followedValue, stopFollowing } from './followed-value.ts'

export const stopFollow = action({
  id: stopFollowId,
  value: followedValue,
  who: 'member',
  async run(app, caller, followed) {
    const { name, wasFollowed } = await stopFollowing(app, caller, followed)
    const key = wasFollowed ? 'follow.stopped' : 'follow.not-followed'
    return ephemeral(plainMessage(key, { name }, caller.language))
  },
})
