import { memberBehind } from '../../src/contract/caller.ts'
// /rapporteur away 2026-12-01 to 2026-12-14 @stand-in
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { absencesAnswer } from './absence-answer.ts'
import { absenceRefusal } from './absence-refusal.ts'
import { viaWords } from './assignment-gesture.ts'
import { parseAway } from './away-words.ts'
import { daysMeant } from './day-range-words.ts'
import { memberCalled } from './member-called.ts'

export const rapporteurAway = slashCommand({
  command: '/rapporteur',
  verb: 'away',
  otherVerbs: [
    'absent',
    'absence',
    'leave',
    'on leave',
    'out of office',
    '请假',
    '外出',
    '休假',
    '出差',
    '不在',
  ],
  summary: 'help.rapporteur-away',
  usage: [
    '/rapporteur away 2026-12-01 to 2026-12-14 @stand-in',
    '/rapporteur away from 1 Dec 2026 until 14 Dec 2026',
    '/rapporteur away until Friday',
    '/rapporteur away',
  ],
  chineseUsage: ['/rapporteur 请假 12月1日至12月14日 @代理人', '/rapporteur 请假 到周五', '/rapporteur 请假'],
  who: 'member',
  parse: (text) => ({ words: parseAway(text) }),
  async run(app, caller, { words }) {
    const self = memberBehind(caller)
    if (words === undefined) return ephemeral(await absencesAnswer(app, caller, self.id))
    const member = words.who === undefined ? self : await memberCalled(app, words.who)
    const standIn = words.standIn === undefined ? undefined : await memberCalled(app, words.standIn)
    const days = daysMeant(words.days, await app.absences.today())
    const given = { ...days, ...(standIn !== undefined && { standIn }) }
    const by = { member: self, via: viaWords(caller), request: caller.request }
    const outcome = await app.absences.add(member, given, by)
    if (!outcome.ok) throw await absenceRefusal(app, caller.language, outcome, given)
    return ephemeral(await absencesAnswer(app, caller, member.id, { absence: outcome.absence, what: 'set' }))
  },
})
