// /rapporteur calendar WG8 2027
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { calendarMessage } from '../../src/views/calendar-message.ts'
import { readCalendarAsked } from './calendar-words.ts'
import { groupNamed } from './wg-meant.ts'

export const rapporteurCalendar = slashCommand({
  command: '/rapporteur',
  verb: 'calendar',
  otherVerbs: ['calendars', 'holidays', '日历', '工作日历', '节假日'],
  summary: 'help.rapporteur-calendar',
  usage: ['/rapporteur calendar', '/rapporteur calendar WG8 2027'],
  chineseUsage: ['/rapporteur 日历', '/rapporteur 日历 WG8 2027'],
  who: 'anyone',
  parse: readCalendarAsked,
  run: async (app, caller, { code, year }) =>
    ephemeral(calendarMessage(await app.calendars.look(await groupNamed(app, code), year), caller.language)),
})
