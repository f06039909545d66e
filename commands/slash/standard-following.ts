// /standard following
import { memberBehind } from '../../src/contract/caller.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { followingList } from '../../src/views/following-list.ts'

export const standardFollowing = slashCommand({
  command: '/standard',
  verb: 'following',
  otherVerbs: ['watching', '我的关注', '关注列表'],
  summary: 'help.standard-following',
  usage: ['/standard following'],
  chineseUsage: ['/standard 我的关注'],
  who: 'member',
  parse: () => ({}),
  run: async (app, caller) =>
    ephemeral(followingList(await app.follows.all(memberBehind(caller).id), caller.language)),
})
