// "Unfollow" in the list of what a member follows.

import { action } from '../../src/contract/action.ts'
import { memberBehind } from '../../src/contract/caller.ts'
import { replace } from '../../src/contract/reply.ts'
import { followingList, removeFollowId } from '../../src/views/following-list.ts'

import { followedValue, stopFollowing } from './followed-value.ts'

export const removeFollow = action({
  id: removeFollowId,
  value: followedValue,
  who: 'member',
  async run(app, caller, followed) {
    await stopFollowing(app, caller, followed)
    return replace(followingList(await app.follows.all(memberBehind(caller).id), caller.language))
  },
})
