// /standard record 20262852-T-469 30 on 2026-11-20
import { actedBy } from '../../src/contract/acted-by.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { isSecretariat } from '../../src/domain/member/rules.ts'
import { recordModal } from '../../src/views/record-modal.ts'
import { recordedMessage } from '../../src/views/recorded-message.ts'
import { refuseRecording } from './recording-refusal.ts'
import { readRecording } from './recording-words.ts'
import { standardAndStage } from './standard-meant.ts'

export const standardRecord = slashCommand({
  command: '/standard',
  verb: 'record',
  otherVerbs: ['登记', '记录'],
  summary: 'help.standard-record',
  usage: [
    '/standard record 20262852-T-469 30 on 2026-11-20',
    '/standard record 20262852-T-469 征求意见 because the draft is out',
    '/standard record 20262852-T-469',
  ],
  chineseUsage: [
    '/standard 登记 20262852-T-469 30 于2026-11-20',
    '/standard 登记 20262852-T-469 征求意见 因为草案已发布',
  ],
  who: 'convenor-or-secretariat',
  parse(text) {
    const read = readRecording(text)
    if (read.words === '') throw new UserError('record.ask')
    return read
  },
  group: async (app, _caller, { words }) => (await standardAndStage(app, words)).standard.group,
  async run(app, caller, { words, on, why }) {
    const { standard, stage } = await standardAndStage(app, words)
    const proposes = !isSecretariat(caller.roles)
    const told = { ...(on !== undefined && { on }), ...(why !== undefined && { why }) }
    if (stage === undefined) {
      const today = await app.recordings.today(standard)
      // A month can't be shown in a picker of days.
      const day = on?.length === 10 ? { on } : {}
      const reason = why === undefined ? {} : { why }
      return {
        kind: 'modal',
        view: recordModal(standard, { today, proposes, ...day, ...reason }, caller.language),
      }
    }
    const enter = proposes ? app.recordings.propose : app.recordings.record
    const outcome = await enter(standard.id, { to: stage, ...told }, actedBy(caller))
    if (outcome?.ok !== true) throw refuseRecording(outcome, caller, stage)
    return ephemeral(recordedMessage(outcome, caller.language))
  },
})
