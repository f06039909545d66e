// /standard GB/T 43697
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { findPage } from './standard-pages.ts'

export const standardShow = slashCommand({
  command: '/standard',
  summary: 'help.standard',
  usage: ['/standard GB/T 43697', '/standard ISO/IEC DIS 27090', '/standard 数据分类分级'],
  who: 'anyone',
  parse(text) {
    if (text === '') throw new UserError('standard.ask-for-name')
    return { query: text }
  },
  async run(app, caller, { query }) {
    return ephemeral(await findPage(app, caller, query))
  },
})
