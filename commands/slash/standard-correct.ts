// /standard correct 20262852-T-469 30 on 2026-11-20 because the minutes say so
import { actedBy } from '../../src/contract/acted-by.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { recordedMessage } from '../../src/views/recorded-message.ts'
import { refuseRecording } from './recording-refusal.ts'
import { readRecording } from './recording-words.ts'
import { standardAndStage } from './standard-meant.ts'

export const standardCorrect = slashCommand({
  command: '/standard',
  verb: 'correct',
  otherVerbs: ['更正', '纠正'],
  summary: 'help.standard-correct',
  usage: ['/standard correct 20262852-T-469 30 on 2026-11-20 because the minutes say so'],
  chineseUsage: ['/standard 更正 20262852-T-469 30 于2026-11-20 因为纪要如此'],
  who: 'secretariat',
  parse(text) {
    const { words, on, why } = readRecording(text)
    if (words === '') throw new UserError('correct.ask')
    if (why === undefined) throw new UserError('correct.ask-why')
    return { words, why, ...(on !== undefined && { on }) }
  },
  async run(app, caller, { words, on, why }) {
    const { standard, stage } = await standardAndStage(app, words)
    // Without a stage it is the day of the present one that was wrong.
    if (stage === undefined && on === undefined) throw new UserError('correct.ask')
    const to = stage ?? standard.stage
    const outcome = await app.recordings.correct(
      standard.id,
      { to, why, ...(on !== undefined && { on }) },
      actedBy(caller),
    )
    if (outcome?.ok !== true) throw refuseRecording(outcome, caller, to)
    return ephemeral(recordedMessage(outcome, caller.language))
  },
})
