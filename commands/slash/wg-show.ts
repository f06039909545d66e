// /wg WG8
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { groupCard, groupList } from '../../src/views/group-card.ts'
import { groupMeant } from './wg-meant.ts'

export const wgShow = slashCommand({
  command: '/wg',
  alsoCalled: ['工作组'],
  summary: 'help.wg',
  usage: ['/wg', '/wg WG8', '/wg all'],
  who: 'anyone',
  parse: (text) => (/^(all|list|全部|所有)$/iu.test(text) ? { all: true } : { all: false, code: text }),
  async run(app, caller, { all, code }) {
    const group = all ? undefined : await groupMeant(app, caller, code)
    if (group === undefined) return ephemeral(groupList(await app.groups.active(), caller.language))
    const [convenors, deputies, schedules] = await Promise.all([
      app.groups.convenors(group.code),
      app.groups.deputies(group.code),
      app.schedules.of(group.code),
    ])
    return ephemeral(groupCard({ group, convenors, deputies, schedules }, caller.language))
  },
})
