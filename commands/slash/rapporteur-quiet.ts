import { memberBehind } from '../../src/contract/caller.ts'
// /rapporteur quiet 20:00-08:00
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { hearingMessage } from '../../src/views/hearing-message.ts'
import { viaWords } from './assignment-gesture.ts'
import { hearingRefusal } from './hearing-refusal.ts'
import { parseQuiet } from './quiet-words.ts'

export const rapporteurQuiet = slashCommand({
  command: '/rapporteur',
  verb: 'quiet',
  otherVerbs: ['dnd', 'mute', '免打扰', '勿扰', '静音'],
  summary: 'help.rapporteur-quiet',
  usage: [
    '/rapporteur quiet 20:00-08:00',
    '/rapporteur quiet off',
    '/rapporteur quiet usual',
    '/rapporteur quiet 1 a week',
  ],
  chineseUsage: [
    '/rapporteur 免打扰 20:00-08:00',
    '/rapporteur 免打扰 关闭',
    '/rapporteur 免打扰 恢复默认',
    '/rapporteur 免打扰 每周1次',
  ],
  who: 'member',
  parse: (text) => ({ given: parseQuiet(text) }),
  async run(app, caller, { given }) {
    const { language, zone, request } = caller
    const { id } = memberBehind(caller)
    if (given === undefined) return ephemeral(hearingMessage(await app.hearing.of(id), zone, language))
    const outcome = await app.hearing.set(id, given, { via: viaWords(caller), request })
    if (!outcome.ok) throw hearingRefusal(outcome)
    return ephemeral(hearingMessage(outcome.heard, zone, language))
  },
})
