// /rapporteur hear moves weekly
import { memberBehind } from '../../src/contract/caller.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { hearingMessage } from '../../src/views/hearing-message.ts'
import { viaWords } from './assignment-gesture.ts'
import { readHear } from './hear-words.ts'
import { hearingRefusal } from './hearing-refusal.ts'

export const rapporteurHear = slashCommand({
  command: '/rapporteur',
  verb: 'hear',
  otherVerbs: ['heard', '接收', '订阅'],
  summary: 'help.rapporteur-hear',
  usage: [
    '/rapporteur hear moves weekly',
    '/rapporteur hear moves off',
    '/rapporteur hear moves at once',
    '/rapporteur hear reminders weekly',
  ],
  chineseUsage: ['/rapporteur 接收 动态 每周', '/rapporteur 接收 动态 关闭'],
  who: 'member',
  parse: (text) => ({ given: readHear(text) }),
  async run(app, caller, { given }) {
    const { language, zone, request } = caller
    const { id } = memberBehind(caller)
    if (given === undefined) return ephemeral(hearingMessage(await app.hearing.of(id), zone, language))
    const outcome = await app.hearing.set(id, given, { via: viaWords(caller), request })
    if (!outcome.ok) throw hearingRefusal(outcome)
    return ephemeral(hearingMessage(outcome.heard, zone, language))
  },
})
