// /rapporteur quiet 20:00-08:00
import { slashCommand } from '../../src/contract/command.ts'
import { hearingAnswer } from './hearing-answer.ts'
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
  run: (app, caller, { given }) => hearingAnswer(app, caller, given),
})
