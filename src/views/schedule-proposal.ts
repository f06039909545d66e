import type { Message } from '../contract/reply.ts'
import type { Language } from '../domain/language/rules.ts'
import { daysAWeek } from '../domain/schedule/rules.ts'
import type { ScheduleOutlook } from '../domain/schedule/service.ts'
import type { WorkingGroup } from '../domain/working-group/rules.ts'
import { texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { groupName, longestGroupName } from './group-name.ts'
import { brief, escapeMrkdwn } from './mrkdwn.ts'
import { nextInWords, scheduleInWords, switchedOn } from './schedule-words.ts'

/** The button that saves a schedule; its value is `{ group, kind, cron, weeksApart }` as JSON, without the last for every week. */
export const confirmScheduleId = 'schedule.confirm'
/** The longest cron expression that the button carries; longer ones are nobody's meaning. */
export const longestCron = 100

/** The button that leaves everything as it was. */
export const cancelScheduleId = 'schedule.cancel'

/** A schedule as it would be, with the next two dates, to be confirmed before it is saved. */
export function scheduleProposal(group: WorkingGroup, outlook: ScheduleOutlook, language: Language): Message {
  const say = texts(language)
  const twice = daysAWeek(outlook.fields) > 1 ? [twiceInWords(outlook, language)] : []
  const text = [
    told('schedule.proposal', group, outlook, language),
    ...twice,
    nextInWords(outlook, language),
  ].join('\n')
  return {
    text,
    blocks: [
      section(text),
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            style: 'primary',
            action_id: confirmScheduleId,
            value: proposed(group, outlook),
            text: { type: 'plain_text', text: say('schedule.confirm') },
          },
          {
            type: 'button',
            action_id: cancelScheduleId,
            value: group.code,
            text: { type: 'plain_text', text: say('schedule.cancel') },
          },
        ],
      },
    ],
  }
}

/** The schedule is saved. */
export function scheduleSaved(group: WorkingGroup, outlook: ScheduleOutlook, language: Language): Message {
  const text = `${told('schedule.saved', group, outlook, language)}\n${nextInWords(outlook, language)}`
  return { text, blocks: [section(text)] }
}

/** It is off, or on again. */
export function scheduleSwitched(group: WorkingGroup, outlook: ScheduleOutlook, language: Language): Message {
  const text =
    outlook.isOff === true
      ? told('schedule.off', group, outlook, language)
      : `${told('schedule.on', group, outlook, language)}\n${nextInWords(outlook, language)}`
  return { text, blocks: [section(text)] }
}

/** That two days a week are two messages a week is said before it is saved. */
function twiceInWords({ fields, weeksApart }: ScheduleOutlook, language: Language): string {
  const isEveryWeek =
    weeksApart === undefined && fields.dayOfMonth.length === 31 && fields.month.length === 12
  return texts(language)(isEveryWeek ? 'schedule.twice-a-week' : 'schedule.twice-in-some-weeks')
}

function proposed({ code }: WorkingGroup, { kind, cron, weeksApart }: ScheduleOutlook): string {
  return JSON.stringify({ group: code, kind, cron, ...(weeksApart !== undefined && { weeksApart }) })
}

/** Nothing was changed. */
export function scheduleUnchanged(language: Language): Message {
  const text = texts(language)('schedule.unchanged')
  return { text, blocks: [section(text)] }
}

function told(
  key: 'schedule.proposal' | 'schedule.saved' | 'schedule.off' | 'schedule.on',
  group: WorkingGroup,
  outlook: ScheduleOutlook,
  language: Language,
) {
  const say = texts(language)
  return say(key, {
    group: brief(groupName(group, language), longestGroupName),
    kind: say(`kind.${outlook.kind}`),
    switch: switchedOn(group.code, outlook.kind, language),
    when: escapeMrkdwn(scheduleInWords(outlook, language)),
  })
}
