// A file was dropped into the conversation with the bot.

import type { App } from '../../src/app.ts'
import { actedBy } from '../../src/contract/acted-by.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import { slackEvent } from '../../src/contract/event.ts'
import { isAllowed } from '../../src/contract/permit.ts'
import { ephemeral, type Message, nothing } from '../../src/contract/reply.ts'
import type { DroppedFile } from '../../src/contract/slack.ts'
import { isSecretariat } from '../../src/domain/member/rules.ts'
import { knownTopics } from '../../src/domain/plan/reading/topics.ts'
import { readDropped } from '../../src/files/read-dropped.ts'
import { importRefused } from '../../src/views/import-preview.ts'
import { planPreview, planRefused, tableRefused } from '../../src/views/plan-preview.ts'
import { droppedFile } from './dropped-file.ts'
import { listOf, previewOf } from './dropped-list.ts'
import { workListShown } from './dropped-work-list.ts'
import { secretariatNames } from './secretariat-names.ts'

export const fileShared = slackEvent({
  type: 'file_shared',
  // Of every file that is shared Slack tells; what this one holds decides who may put it on record.
  who: 'anyone',
  async run(app, caller, { file_id: id, channel_id: channel }) {
    // What people share with each other in a group's channel is no business of the bot's.
    if (typeof id !== 'string' || typeof channel !== 'string' || !channel.startsWith('D')) return nothing
    if ((await app.committees.get()) === undefined) throw new UserError('committee.none')
    if (!isAllowed('any-convenor', caller, undefined))
      throw new UserError('import.only-secretariat', { names: await secretariatNames(app, caller) })
    return ephemeral(await answerTo(app, caller, await droppedFile(app, id)))
  },
})

/**
 * A preview of what the file would put on record, or why it can't be read.
 * @throws UserError for a file of a kind that is the secretariat's alone
 */
async function answerTo(app: App, caller: Caller, file: DroppedFile): Promise<Message> {
  const { language } = caller
  const kinds = await app.work.kinds()
  const dropped = readDropped(file.bytes, file.name, {
    list: { groups: await app.groups.all(), organisations: await app.members.organisations() },
    plan: { kinds, topics: knownTopics, groups: await app.plans.groupsKnown() },
  })
  if (dropped.is === 'work') return workListShown(app, caller, file, dropped.work)
  if (dropped.is === 'no-work') return importRefused(file.name, dropped.why, language)
  if (!isSecretariat(caller.roles))
    throw new UserError('import.only-secretariat', { names: await secretariatNames(app, caller) })
  switch (dropped.is) {
    case 'list': {
      const read = await listOf(app, caller, file, dropped.list)
      return read.ok ? previewOf(read, await app.imports.preview(read.list), caller) : read.answer
    }
    case 'plan': {
      const { plan, left, leftDues } = dropped.plan
      const shown = await app.plans.drop(plan, left.length, actedBy(caller, 'file'))
      return planPreview({ ...shown, leftDues }, kinds, language)
    }
    case 'no-list':
      return importRefused(file.name, dropped.why, language)
    case 'no-plan':
      return planRefused(file.name, dropped.why, language)
    case 'neither':
      return tableRefused(file.name, dropped, language)
  }
}
