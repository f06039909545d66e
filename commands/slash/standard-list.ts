// /standard list wg:WG8 stage:30 overdue sort:due
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { listPage } from './standard-pages.ts'
import { parseStandardWords } from './standard-words.ts'

export const standardList = slashCommand({
  command: '/standard',
  verb: 'list',
  otherVerbs: ['列表', '清单'],
  summary: 'help.standard-list',
  usage: [
    '/standard list',
    '/standard list wg:WG8 stage:30',
    '/standard list topic:data-security kind:gb sort:stage',
    '/standard list overdue',
    '/standard list due 3m mine',
  ],
  chineseUsage: [
    '/standard 列表 工作组:WG8 阶段:30',
    '/standard 列表 逾期',
    '/standard 列表 到期 3个月 我的',
  ],
  who: 'anyone',
  parse: (text) => ({ text, words: parseStandardWords(text) }),
  async run(app, caller, { text, words }) {
    return ephemeral(await listPage(app, caller, text, words))
  },
})
