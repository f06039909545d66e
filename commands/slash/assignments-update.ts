// /assignments update a7 half of it is written
import { slashCommand } from '../../src/contract/command.ts'
import { askedAbout } from './asked-about.ts'
import { gestureTyped } from './assignment-gesture.ts'
import { openAsked } from './assignment-modals.ts'
import { parseNews } from './assignment-words.ts'
import { oneAssignment } from './one-assignment.ts'

const verb = { en: 'update', zh: '进展' }

export const assignmentsUpdate = slashCommand({
  command: '/assignments',
  verb: 'update',
  otherVerbs: [
    'progress',
    'report',
    'news',
    'start',
    'begin',
    'began',
    'begun',
    'in progress',
    'work on',
    '进展',
    '更新',
    '更新进展',
    '汇报',
    '报告',
    '反馈',
    '进行中',
    '开始',
    '着手',
    '启动',
  ],
  summary: 'help.assignments-update',
  usage: ['/assignments update a7 half of it is written', '/assignments update a7'],
  chineseUsage: ['/assignments 进展 a7 初稿已完成一半', '/assignments 进展 a7'],
  who: 'owner-or-lead',
  ifAsked: askedAbout(verb),
  parse: (text) => ({ ...parseNews(text), text }),
  async run(app, caller, { text, news }) {
    const assignment = await oneAssignment(app, caller, text, verb)
    if (news === '') return openAsked(app, caller, assignment, 'update')
    return gestureTyped(app, caller, assignment, { kind: 'update', text: news })
  },
})
