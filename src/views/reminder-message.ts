import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Assignment } from '../domain/assignment/rules.ts'
import { nameIn } from '../domain/language/rules.ts'
import type { ReminderContent } from '../domain/reminder/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { assignmentLine } from './assignment-line.ts'
import { context, header, lines } from './blocks.ts'
import { momentForEachReader, namedDay } from './dates.ts'
import { groupName, longestGroupName } from './group-name.ts'
import { brief, escapeMrkdwn, shorten } from './mrkdwn.ts'
import type { GroupFrame } from './notice-frame.ts'

/** The convenor's button; its value is the notice's id. */
export const acknowledgeReminderId = 'reminder.acknowledge'

/** The longest part of a reminder that anyone reads in a channel; the rest is one command away. */
const mostShown = 15

/** The week's reminder: what is overdue, then what is due within two weeks, and who answers for it. */
export function reminderMessage(content: ReminderContent, frame: GroupFrame): Message {
  const { group, slotOn, saidOn } = frame
  const { language } = group
  const say = texts(language)
  const title = say('reminder.title', {
    group: shorten(groupName(group, language), longestGroupName),
    on: namedDay(slotOn, saidOn, language),
  })
  const part = (assignments: Assignment[], key: TextKey): KnownBlock[] => {
    if (assignments.length === 0) return []
    const items = assignments.slice(0, mostShown).map((one) => `• ${assignmentLine(one, saidOn, language)}`)
    const left = assignments.length - items.length
    return lines(
      `*${say(key, { count: assignments.length })}*`,
      left === 0 ? items : [...items, say('assignments.more', { count: left })],
    )
  }
  const more = content.others === 0 ? '' : `${say('reminder.others', { count: content.others })} `
  return {
    text: `${escapeMrkdwn(title)} ${say('reminder.summary', { overdue: content.overdue.length, soon: content.soon.length })}`,
    blocks: [
      header(title),
      ...part(content.overdue, 'reminder.overdue'),
      ...part(content.soon, 'reminder.soon'),
      context(`${more}${say('reminder.all', { command: `/assignments ${group.code}` })}`),
      ...(saidOn === slotOn ? [] : [context(say('notice.late', { on: namedDay(slotOn, saidOn, language) }))]),
      ...answer(frame),
    ],
  }
}

function answer({ id, group, acknowledged }: GroupFrame): KnownBlock[] {
  const say = texts(group.language)
  if (acknowledged !== undefined) {
    const name = brief(nameIn(acknowledged.names, group.language), 80)
    const at = momentForEachReader(acknowledged.at, group.zone, group.language)
    return [context(`:white_check_mark: ${say('reminder.acknowledged', { name, at })}`)]
  }
  if (id === undefined) return []
  return [
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          style: 'primary',
          action_id: acknowledgeReminderId,
          value: id,
          text: { type: 'plain_text', text: say('reminder.acknowledge') },
        },
      ],
    },
  ]
}
