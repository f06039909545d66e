// /wg send reminder
import { actedBy } from '../../src/contract/acted-by.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import type { TextKey } from '../../src/texts/texts.ts'
import { groupName } from '../../src/views/group-name.ts'
import { plainMessage } from '../../src/views/plain-message.ts'
import { groupNeeded } from './wg-meant.ts'
import { readKind } from './wg-words.ts'

export const wgSend = slashCommand({
  command: '/wg',
  verb: 'send',
  otherVerbs: ['sent', 'remind', '发送'],
  summary: 'help.wg-send',
  usage: ['/wg send reminder', '/wg send WG8 digest'],
  chineseUsage: ['/wg 发送 提醒', '/wg 发送 WG8 摘要'],
  who: 'convenor-or-secretariat',
  parse(text) {
    const { kind, code, rest } = readKind(text)
    return { kind, code: code === '' ? rest : code }
  },
  group: async (app, caller, { code }) => (await groupNeeded(app, caller, code)).code,
  async run(app, caller, { kind, code }) {
    const group = await groupNeeded(app, caller, code)
    if (group.channel === undefined) throw new UserError('wg.no-channel', { group: group.code })
    const decision = await app.notices.sendNow(kind, group, actedBy(caller))
    const key: TextKey = decision.say ? `wg.sent-${kind}` : `silence.${decision.why}`
    return ephemeral(plainMessage(key, { group: groupName(group, caller.language) }, caller.language))
  },
})
