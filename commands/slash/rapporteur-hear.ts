// /rapporteur hear moves weekly
import { slashCommand } from '../../src/contract/command.ts'
import { readHear } from './hear-words.ts'
import { hearingAnswer } from './hearing-answer.ts'

export const rapporteurHear = slashCommand({
  command: '/rapporteur',
  verb: 'hear',
  otherVerbs: ['heard', 'settings', 'preferences', '接收', '订阅', '设置'],
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
  run: (app, caller, { given }) => hearingAnswer(app, caller, given),
})
