// /assignments add
import type { App } from '../../src/app.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Assignment } from '../../src/domain/assignment/rules.ts'
import { typed } from '../submissions/given.ts'
import { assignmentNamed } from './assignment-meant.ts'
import { openMakeAssignment } from './assignment-modals.ts'
import { parseNamed } from './assignment-words.ts'
import { assignmentsGive } from './assignments-give.ts'
import { parsePlanWords } from './plan-words.ts'
import { standardsNamed } from './standards-named.ts'
import { taskSaid } from './task-said.ts'
import { type Below, belowNeeded, groupBelow } from './work-meant.ts'
import { openAddAssignment } from './work-modals.ts'

export const assignmentsAdd = slashCommand({
  command: '/assignments',
  verb: 'add',
  otherVerbs: ['assign', 'new', '添加', '新增', '新建', '分派', '指派', '分配'],
  summary: 'help.assignments-add',
  usage: [
    '/assignments add',
    '/assignments add @person: write the minutes by 2026-12-15',
    '/assignments add w3',
    '/assignments add w3 write the minutes',
  ],
  chineseUsage: [
    '/assignments 新增',
    '/assignments 新增 @负责人：撰写会议纪要，12月15日前',
    '/assignments 新增 w3',
    '/assignments 新增 w3 撰写会议纪要',
  ],
  who: 'any-convenor',
  parse: (text) => typed(text),
  // Whoever assigns what is on record already gives it to somebody, which asks for a leave of its own.
  isForAll: async (app, _caller, text) => (await onRecord(app, text)) !== undefined,
  async group(app, caller, text) {
    const meant = await belowMeant(app, text)
    return meant && groupBelow(caller, meant.below)
  },
  async run(app, caller, text) {
    if (text === '') return openMakeAssignment(app, caller)
    if ((await onRecord(app, text)) !== undefined) return assignmentsGive.answer(app, caller, text)
    const meant = await belowMeant(app, text)
    if (meant !== undefined)
      return openAddAssignment(app, caller, meant.below, meant.task === '' ? {} : await said(meant.task))
    if (isPart(text)) throw new UserError('add-assignment.unknown-below', { asked: text })
    const standards = await standardsNamed(app, text)
    return openMakeAssignment(app, caller, { ...(await taskSaid(app, caller, text)), standards })

    async function said(task: string) {
      // The group is that of the goal or of the work.
      const { group: _group, ...filled } = await taskSaid(app, caller, task)
      return filled
    }
  },
})

function onRecord(app: App, text: string): Promise<Assignment | undefined> {
  return assignmentNamed(app, parseNamed(text).name)
}

/** What looks like the name or the number of something, and not like words that tell what is to be done. */
function isPart(text: string): boolean {
  const plain = text.normalize('NFKC')
  return /^(?=\S*\d)[\x21-\x7e]+$/u.test(plain) || /^第?\S{1,8}[条项点章]$/u.test(plain)
}

/**
 * The goal or the work that the words name, alone or before what is to be done there; undefined where they name none.
 * @throws UserError where they name another part of the plan
 */
async function belowMeant(app: App, text: string): Promise<{ below: Below; task: string } | undefined> {
  if (text === '') return undefined
  const whole = await belowCalledSo(app, text)
  if (whole !== undefined) return { below: whole, task: '' }
  const [, first = '', task = ''] = /^([\x21-\x7e]*?\d[\x21-\x7e]*?)[:：,，]?\s+(\S.*)$/su.exec(text) ?? []
  if (first === '' || !/^[a-z]/iu.test(first)) return undefined
  const below = await belowCalledSo(app, first)
  return below && { below, task }
}

async function belowCalledSo(app: App, text: string): Promise<Below | undefined> {
  try {
    return await belowNeeded(app, parsePlanWords(text))
  } catch (error) {
    const isNone = error instanceof UserError && /^plan\.(?:unknown|none)/u.test(error.key)
    if (isNone) return undefined
    throw error
  }
}
