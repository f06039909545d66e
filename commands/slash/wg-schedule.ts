// /wg schedule reminder Mon 09:00
import { actedBy } from '../../src/contract/acted-by.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { longestCron, scheduleProposal, scheduleSwitched } from '../../src/views/schedule-proposal.ts'
import { refuseSchedule } from './schedule-refusal.ts'
import { groupNeeded } from './wg-meant.ts'
import { readKind, readWish } from './wg-words.ts'

export const wgSchedule = slashCommand({
  command: '/wg',
  verb: 'schedule',
  otherVerbs: ['日程', '时间', '计划'],
  summary: 'help.wg-schedule',
  usage: [
    '/wg schedule reminder Mon 09:00',
    '/wg schedule WG8 digest 周五 16:00',
    '/wg schedule reminder every 2 weeks',
    '/wg schedule digest off',
    '/wg schedule reminder 0 9 * * 1',
  ],
  chineseUsage: [
    '/wg 日程 提醒 周一 9:00',
    '/wg 日程 WG8 摘要 周五 16:00',
    '/wg 日程 提醒 每两周',
    '/wg 日程 摘要 关闭',
  ],
  who: 'convenor-or-secretariat',
  parse(text) {
    const { kind, code, rest } = readKind(text)
    if (rest === '') throw new UserError('schedule.ask-for-time')
    const wish = readWish(rest)
    if (wish.is === 'when' && (wish.cron?.length ?? 0) > longestCron)
      throw new UserError('schedule.unreadable', { text: rest })
    return { kind, code, wish }
  },
  group: async (app, caller, { code }) => (await groupNeeded(app, caller, code)).code,
  async run(app, caller, { kind, code, wish }) {
    const group = await groupNeeded(app, caller, code)
    if (wish.is === 'when') {
      const proposal = await app.schedules.propose(group, kind, wish)
      if (!proposal.ok) throw refuseSchedule(proposal, group, kind)
      return ephemeral(scheduleProposal(group, proposal.outlook, caller.language))
    }
    const by = actedBy(caller)
    const { schedules } = app
    const switched =
      wish.is === 'off'
        ? await schedules.switchOff(group, kind, by)
        : await schedules.switchOn(group, kind, by)
    if (!switched.ok) throw refuseSchedule(switched, group, kind)
    return ephemeral(scheduleSwitched(group, switched.outlook, caller.language))
  },
})
