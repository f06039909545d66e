// /rapporteur monday
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { addDays, dayIn } from '../../src/domain/calendar/day.ts'
import { dayInWords } from '../../src/views/dates.ts'
import { daysMeant } from './day-range-words.ts'
import { runAnswer } from './run-answer.ts'
import { readRunAsked } from './run-words.ts'

/** Further ahead nobody knows what will be owed. */
const mostDays = 366

export const rapporteurMonday = slashCommand({
  command: '/rapporteur',
  verb: 'monday',
  otherVerbs: ['preview', 'ahead', 'next', '预览', '下次', '预告'],
  summary: 'help.rapporteur-monday',
  usage: ['/rapporteur monday', '/rapporteur monday digest', '/rapporteur monday 2026-12-01'],
  chineseUsage: ['/rapporteur 预告', '/rapporteur 预告 摘要', '/rapporteur 预告 2026-12-01'],
  who: 'chair-or-secretariat',
  parse: readRunAsked,
  async run(app, caller, { kind, on }) {
    const zone = (await app.committees.get())?.zone ?? 'UTC'
    const today = dayIn(zone, app.now())
    const day = on && daysMeant({ from: on }, today).from
    if (day !== undefined && (day < today || day > addDays(today, mostDays)))
      throw new UserError('ahead.no-day', { text: dayInWords(day, caller.language) })
    return ephemeral(await runAnswer(app, caller, { kind, ...(day !== undefined && { day }) }))
  },
})
