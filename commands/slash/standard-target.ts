// /standard target 20262852-T-469 2027-03-01 because the pilot runs late
import { actedBy } from '../../src/contract/acted-by.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import type { Day } from '../../src/domain/calendar/day.ts'
import type { Language } from '../../src/domain/language/rules.ts'
import type { TargetMoved } from '../../src/domain/standard/recording-targets.ts'
import { dayInWords } from '../../src/views/dates.ts'
import { plainMessage } from '../../src/views/plain-message.ts'
import { readRecording, wholeDay } from './recording-words.ts'
import { standardMeant } from './standard-meant.ts'

export const standardTarget = slashCommand({
  command: '/standard',
  verb: 'target',
  otherVerbs: ['目标', '目标日期'],
  summary: 'help.standard-target',
  usage: [
    '/standard target 20262852-T-469 2027-03-01 because the pilot runs late',
    '/standard target 20262852-T-469 none because the pilot was stopped',
  ],
  chineseUsage: [
    '/standard 目标 20262852-T-469 2027-03-01 因为试点延后',
    '/standard 目标 20262852-T-469 无 因为试点已停止',
  ],
  who: 'convenor-or-secretariat',
  parse(text): { query: string; to?: Day; why?: string } {
    const { words, on, why } = readRecording(text)
    const reason = why === undefined ? {} : { why }
    const none = /^(.*\S)\s+(?:none|无|取消)$/iu.exec(words)
    if (none !== null && on === undefined) return { query: none[1] ?? '', ...reason }
    const to = wholeDay(on, new UserError('target.ask'))
    if (words === '') throw new UserError('target.ask')
    return { query: words, to, ...reason }
  },
  group: async (app, _caller, { query }) => (await standardMeant(app, query)).group,
  async run(app, caller, { query, ...asked }) {
    const standard = await standardMeant(app, query)
    const outcome = await app.recordings.moveTarget(standard.id, asked, actedBy(caller))
    if (outcome?.ok !== true) throw refuseTarget(outcome, caller.language, asked.to)
    const { designation: name, targetOn } = outcome.standard
    if (targetOn === undefined) return ephemeral(plainMessage('target.gone', { name }, caller.language))
    const on = dayInWords(targetOn, caller.language)
    const limit = await limitBefore(targetOn)
    const key = limit === undefined ? 'target.done' : 'target.done-after-limit'
    return ephemeral(
      plainMessage(
        key,
        { name, on, ...(limit !== undefined && { limit: dayInWords(limit, caller.language) }) },
        caller.language,
      ),
    )

    /** A target behind the limit is allowed, since the limit may be extended; it is not passed over in silence. */
    async function limitBefore(day: string): Promise<string | undefined> {
      const card = await app.standards.card(standard.id)
      const limits = card?.running?.clocks.filter(({ kind }) => kind.startsWith('gb-limit')) ?? []
      return limits.find(({ on }) => on < day)?.on
    }
  },
})

function refuseTarget(
  refusal: Extract<TargetMoved, { ok: false }> | undefined,
  language: Language,
  to: string | undefined,
): UserError {
  if (refusal === undefined) return new UserError('standard.gone')
  const { designation: name, targetOn } = refusal.standard
  const day = refusal.why === 'past' || refusal.why === 'too-far' ? to : targetOn
  return new UserError(`target.${refusal.why}`, {
    name,
    on: day === undefined ? '—' : dayInWords(day, language),
  })
}
