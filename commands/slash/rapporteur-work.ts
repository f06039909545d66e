// /rapporteur work 2026-12-26 because the 28th is off
import { slashCommand } from '../../src/contract/command.ts'
import { readReasoned } from './calendar-words.ts'
import { markDays } from './mark-days.ts'

export const rapporteurWork = slashCommand({
  command: '/rapporteur',
  verb: 'work',
  otherVerbs: ['上班', '工作'],
  summary: 'help.rapporteur-work',
  usage: ['/rapporteur work 2026-12-26 because the 28th is off'],
  chineseUsage: ['/rapporteur 上班 2026-12-26 因28日调休'],
  who: 'secretariat',
  parse: (text) => readReasoned(text, 'work'),
  run: (app, caller, marking) => markDays(app, caller, marking, 'work'),
})
