import type { Message } from '../contract/reply.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Member } from '../domain/member/rules.ts'
import type { ScheduleOutlook } from '../domain/schedule/service.ts'
import type { WorkingGroup } from '../domain/working-group/rules.ts'
import { texts } from '../texts/texts.ts'
import { context, lines, section } from './blocks.ts'
import { partialDayInWords } from './dates.ts'
import { groupName } from './group-name.ts'
import { escapeMrkdwn, shorten } from './mrkdwn.ts'
import { nextInWords, scheduleInWords } from './schedule-words.ts'

/** What a group's card tells. */
export type GroupFacts = {
  group: WorkingGroup
  convenors: readonly Member[]
  deputies: readonly Member[]
  schedules: readonly ScheduleOutlook[]
}

/** A group: who leads it, where it talks, and when its reminder and digest come. */
export function groupCard(
  { group, convenors, deputies, schedules }: GroupFacts,
  language: Language,
): Message {
  const say = texts(language)
  const title = groupName(group, language)
  const people = (members: readonly Member[]) =>
    members.length === 0
      ? say('group.nobody')
      : members.map((one) => escapeMrkdwn(nameIn(one.names, language))).join(say('list.comma'))
  const channel =
    group.channelId !== undefined
      ? `<#${group.channelId}>`
      : group.channel === undefined
        ? say('group.no-channel')
        : escapeMrkdwn(group.channel)
  const fact = (label: string, value: string) => ({
    type: 'mrkdwn' as const,
    text: shorten(`*${label}*\n${value}`, 1_900),
  })
  const other = language === 'zh-CN' ? group.names.en : group.names.zh
  return {
    text: title,
    blocks: [
      section(`*${escapeMrkdwn(title)}*${other === undefined ? '' : `\n${escapeMrkdwn(other)}`}`),
      {
        type: 'section',
        fields: [
          fact(say('group.kind'), say(`group.kind-${group.kind}`)),
          fact(say('group.channel'), channel),
          fact(say('group.convenors'), people(convenors)),
          fact(say('group.deputies'), people(deputies)),
        ],
      },
      schedules.length === 0
        ? section(`*${say('group.schedules')}*\n${say('group.no-schedule')}`)
        : {
            type: 'section',
            fields: schedules.map((outlook) =>
              fact(
                say(`group.schedule-${outlook.kind}`),
                `${escapeMrkdwn(scheduleInWords(outlook, language))}\n${nextInWords(outlook, language)}`,
              ),
            ),
          },
      ...small(group, language),
    ],
  }
}

/** All groups, a line each. */
export function groupList(groups: readonly WorkingGroup[], language: Language): Message {
  const text = texts(language)('group.list', { count: groups.length })
  return {
    text,
    blocks: lines(
      `*${text}*`,
      groups.map((group) => `• ${escapeMrkdwn(groupName(group, language))}`),
    ),
  }
}

function small(group: WorkingGroup, language: Language) {
  const say = texts(language)
  const notes = [
    group.names.zhIsTranslation === true && language === 'zh-CN' ? say('group.translated') : '',
    group.from === undefined ? '' : say('group.from', { on: partialDayInWords(group.from, language) }),
    group.until === undefined ? '' : say('group.until', { on: partialDayInWords(group.until, language) }),
    group.predecessor === undefined
      ? ''
      : say('group.predecessor', { code: escapeMrkdwn(group.predecessor) }),
  ].filter((note) => note !== '')
  return notes.length === 0 ? [] : [context(notes.join(' · '))]
}
