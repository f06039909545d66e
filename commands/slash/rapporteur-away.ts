import { memberBehind } from '../../src/contract/caller.ts'
// /rapporteur away 2026-12-01 to 2026-12-14 @stand-in
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { absencesAnswer } from './absence-answer.ts'
import { absenceRefusal } from './absence-refusal.ts'
import { viaWords } from './assignment-gesture.ts'
import { awayDaysMeant, parseAway } from './away-words.ts'
import { memberCalled } from './member-called.ts'

export const rapporteurAway = slashCommand({
  command: '/rapporteur',
  verb: 'away',
  otherVerbs: [
    'absent',
    'absence',
    'leave',
    'on leave',
    'vacation',
    'on vacation',
    'on holiday',
    'out of office',
    '请假',
    '外出',
    '休假',
    '度假',
    '出差',
    '不在',
  ],
  summary: 'help.rapporteur-away',
  usage: [
    '/rapporteur away 2026-12-01 to 2026-12-14 @stand-in',
    '/rapporteur away from 1 Dec 2026 until 14 Dec 2026',
    '/rapporteur away until Friday',
    '/rapporteur away for 3 days from Monday',
    '/rapporteur away',
  ],
  chineseUsage: [
    '/rapporteur 请假 12月1日至12月14日 @代理人',
    '/rapporteur 请假 到周五',
    '/rapporteur 请假 三天',
    '/rapporteur 请假',
  ],
  who: 'member',
  parse: (text) => ({ words: parseAway(text) }),
  async run(app, caller, { words }) {
    const self = memberBehind(caller)
    if (words === undefined) return ephemeral(await absencesAnswer(app, caller, self.id))
    const member = words.who === undefined ? self : await memberCalled(app, words.who)
    const standIn = words.standIn === undefined ? undefined : await memberCalled(app, words.standIn)
    const days = awayDaysMeant(words.days, await app.absences.today(), caller.language)
    const given = { ...days, ...(standIn !== undefined && { standIn }) }
    const by = { member: self, via: viaWords(caller), request: caller.request }
    const outcome = await app.absences.add(member, given, by)
    if (!outcome.ok) throw await absenceRefusal(app, caller.language, outcome, given)
    return ephemeral(await absencesAnswer(app, caller, member.id, { absence: outcome.absence, what: 'set' }))
  },
})
