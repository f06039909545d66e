// /rapporteur unmark 2026-12-28
import { slashCommand } from '../../src/contract/command.ts'
import { readMarking } from './calendar-words.ts'
import { markDays } from './mark-days.ts'

export const rapporteurUnmark = slashCommand({
  command: '/rapporteur',
  verb: 'unmark',
  otherVerbs: ['取消标记', '取消'],
  summary: 'help.rapporteur-unmark',
  usage: ['/rapporteur unmark 2026-12-28', '/rapporteur unmark 2026-12-28 to 2026-12-31 WG8'],
  chineseUsage: ['/rapporteur 取消标记 12月28日', '/rapporteur 取消标记 12月28日至12月31日 WG8'],
  who: 'secretariat',
  parse: (text) => readMarking(text, 'unmarked'),
  run: (app, caller, marking) => markDays(app, caller, marking, 'unmarked'),
})
