// /standard extend 20262852-T-469 2027-06-30 because a second comment period is needed
import { actedBy } from '../../src/contract/acted-by.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { isTooFar } from '../../src/domain/standard/recording-targets.ts'
import { dayInWords } from '../../src/views/dates.ts'
import { plainMessage } from '../../src/views/plain-message.ts'
import { readRecording, wholeDay } from './recording-words.ts'
import { standardMeant } from './standard-meant.ts'

export const standardExtend = slashCommand({
  command: '/standard',
  verb: 'extend',
  otherVerbs: ['延期', '延长'],
  summary: 'help.standard-extend',
  usage: ['/standard extend 20262852-T-469 2027-06-30 because a second comment period is needed'],
  chineseUsage: ['/standard 延期 20262852-T-469 2027-06-30 因为需再次征求意见'],
  who: 'secretariat',
  parse(text) {
    const { words, on, why } = readRecording(text)
    const until = wholeDay(on, new UserError('extend.ask'))
    if (words === '' || why === undefined) throw new UserError('extend.ask')
    return { query: words, until, why }
  },
  async run(app, caller, { query, until, why }) {
    const { id, designation: name } = await standardMeant(app, query)
    const { clocks = [], today = '' } = (await app.standards.card(id))?.running ?? {}
    const limit = clocks.find(({ kind }) => kind.startsWith('gb-limit'))
    if (limit === undefined) throw new UserError('extend.no-limit', { name })
    const words = (day: string) => dayInWords(day, caller.language)
    if (until <= limit.latest) throw new UserError('extend.not-later', { name, on: words(limit.latest) })
    if (isTooFar(until, today)) throw new UserError('extend.too-far', { on: words(until) })
    await app.recordings.askExtension(id, { until, why }, actedBy(caller))
    const askBy = clocks.find(({ kind }) => kind === 'gb-ask-by')?.latest
    const isLate = askBy !== undefined && today > askBy
    return ephemeral(
      plainMessage(
        isLate ? 'extend.done-late' : 'extend.done',
        { name, on: words(until), ...(isLate && { askBy: words(askBy) }) },
        caller.language,
      ),
    )
  },
})
