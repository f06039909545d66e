// /rapporteur off 2026-12-28 to 2026-12-31 WG8 because of the inventory
import { slashCommand } from '../../src/contract/command.ts'
import { readReasoned } from './calendar-words.ts'
import { markDays } from './mark-days.ts'

export const rapporteurOff = slashCommand({
  command: '/rapporteur',
  verb: 'off',
  otherVerbs: ['closed', 'holiday', '放假', '休息'],
  summary: 'help.rapporteur-off',
  usage: [
    '/rapporteur off 2026-12-28 because of the inventory',
    '/rapporteur off 2026-12-28 to 2026-12-31 WG8 because of the inventory',
  ],
  chineseUsage: [
    '/rapporteur 放假 12月28日 因年终盘点',
    '/rapporteur 放假 12月28日至12月31日 WG8 因年终盘点',
  ],
  who: 'secretariat',
  parse: (text) => readReasoned(text, 'off'),
  run: (app, caller, marking) => markDays(app, caller, marking, 'off'),
})
