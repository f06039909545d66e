import { memberBehind } from '../../src/contract/caller.ts'
// /rapporteur back
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { absenceOn } from '../../src/domain/absence/rules.ts'
import { typed } from '../submissions/given.ts'
import { absencesAnswer } from './absence-answer.ts'
import { absenceRefusal } from './absence-refusal.ts'
import { viaWords } from './assignment-gesture.ts'
import { memberCalled } from './member-called.ts'

export const rapporteurBack = slashCommand({
  command: '/rapporteur',
  verb: 'back',
  otherVerbs: ['回来', '销假', '返岗'],
  summary: 'help.rapporteur-back',
  usage: ['/rapporteur back'],
  chineseUsage: ['/rapporteur 销假'],
  who: 'member',
  parse: (text) => ({ who: typed(text) }),
  async run(app, caller, { who }) {
    const self = memberBehind(caller)
    const member = who === '' ? self : await memberCalled(app, who)
    const { own, today } = await app.absences.of(member.id)
    const found = absenceOn(own, member.id, today)
    if (found === undefined) throw new UserError('absence.not-away')
    const by = { member: self, via: viaWords(caller), request: caller.request }
    const outcome = await app.absences.end(found.id, by)
    if (!outcome.ok) throw await absenceRefusal(app, caller.language, outcome)
    return ephemeral(
      await absencesAnswer(app, caller, member.id, { absence: outcome.absence, what: 'ended' }),
    )
  },
})
