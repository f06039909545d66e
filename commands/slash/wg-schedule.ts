// /wg schedule reminder Mon 09:00
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { longestCron, scheduleProposal } from '../../src/views/schedule-proposal.ts'
import { refuseSchedule } from './schedule-refusal.ts'
import { groupNeeded } from './wg-meant.ts'
import { readKind, readWhen } from './wg-words.ts'

export const wgSchedule = slashCommand({
  command: '/wg',
  verb: 'schedule',
  otherVerbs: ['日程', '时间', '计划'],
  summary: 'help.wg-schedule',
  usage: [
    '/wg schedule reminder Mon 09:00',
    '/wg schedule WG8 digest 周五 16:00',
    '/wg schedule reminder 0 9 * * 1',
  ],
  who: 'convenor-or-secretariat',
  parse(text) {
    const { kind, code, rest } = readKind(text)
    if (rest === '') throw new UserError('schedule.ask-for-time')
    const cron = readWhen(rest)
    if (cron.length > longestCron) throw new UserError('schedule.unreadable', { text: rest })
    return { kind, code, cron }
  },
  group: async (app, caller, { code }) => (await groupNeeded(app, caller, code)).code,
  async run(app, caller, { kind, code, cron }) {
    const group = await groupNeeded(app, caller, code)
    const proposal = await app.schedules.propose(group, kind, cron)
    if (!proposal.ok) throw refuseSchedule(proposal)
    return ephemeral(scheduleProposal(group, proposal.outlook, caller.language))
  },
})
