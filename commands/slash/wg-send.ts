// /wg send reminder
import { actedBy } from '../../src/contract/acted-by.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import type { TextKey } from '../../src/texts/texts.ts'
import { momentInWords } from '../../src/views/dates.ts'
import { groupName } from '../../src/views/group-name.ts'
import { plainMessage } from '../../src/views/plain-message.ts'
import { groupNeeded } from './wg-meant.ts'
import { readKind } from './wg-words.ts'

/** Whoever really wants the group to hear the same once more. */
const againWords = /(?<=^|\s)(?:again|once more|anyway|再次|再发一次|再发|再来一次|重发)(?=\s|$)/giu

export const wgSend = slashCommand({
  command: '/wg',
  verb: 'send',
  otherVerbs: ['sent', 'remind', '发送'],
  summary: 'help.wg-send',
  usage: ['/wg send reminder', '/wg send WG8 digest', '/wg send reminder again'],
  chineseUsage: ['/wg 发送 提醒', '/wg 发送 WG8 摘要', '/wg 发送 提醒 再次'],
  who: 'convenor-or-secretariat',
  parse(text) {
    const { kind, code, rest } = readKind(text)
    const [before, behind] = [code, rest].map((words) => words.replace(againWords, ' ').trim())
    return { kind, code: before || behind || '', again: before !== code || behind !== rest }
  },
  group: async (app, caller, { code }) => (await groupNeeded(app, caller, code)).code,
  async run(app, caller, { kind, code, again }) {
    const group = await groupNeeded(app, caller, code)
    if (group.channel === undefined) throw new UserError('wg.no-channel', { group: group.code })
    const { language, zone } = caller
    const decision = await app.notices.sendNow(kind, group, actedBy(caller), { again })
    const name = groupName(group, language)
    if (!decision.say && decision.why === 'stands') {
      const told = { group: name, code: group.code, at: momentInWords(decision.saidAt, zone, language) }
      return ephemeral(plainMessage(`wg.stands-${kind}`, told, language))
    }
    const key: TextKey = decision.say ? `wg.sent-${kind}` : `silence.${decision.why}`
    return ephemeral(plainMessage(key, { group: name }, language))
  },
})
