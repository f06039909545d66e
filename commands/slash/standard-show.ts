// /standard GB/T 43697
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral, forAll } from '../../src/contract/reply.ts'
import { findAnswer } from './standard-pages.ts'

export const standardShow = slashCommand({
  command: '/standard',
  alsoCalled: ['标准', '查询'],
  findsTitles: true,
  summary: 'help.standard',
  usage: ['/standard GB/T 43697', '/standard ISO/IEC DIS 27090', '/standard 数据分类分级'],
  who: 'anyone',
  parse(text) {
    if (text === '') throw new UserError('standard.ask-for-name')
    return { query: text }
  },
  async run(app, caller, { query }) {
    const { message, aloud } = await findAnswer(app, caller, query)
    return aloud === undefined ? ephemeral(message) : forAll(message, aloud)
  },
})
