// "Unfollow" in the list of what a member follows.
import { action } from '../../src/contract/action.ts'
import { replace } from '../../src/contract/reply.ts'
import { followingList, removeFollowId } from '../../src/views/following-list.ts'
import { follower } from '../slash/follow-words.ts'
import { followedValue, stopFollowing } from './followed-value.ts'

export const removeFollow = action({
  id: removeFollowId,
  value: followedValue,
  who: 'anyone',
  async run(app, caller, followed) {
    await stopFollowing(app, caller, followed)
    return replace(followingList(await app.follows.all(follower(caller).id), caller.language))
  },
})
