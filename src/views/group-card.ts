import type { Message } from '../contract/reply.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Member } from '../domain/member/rules.ts'
import type { ScheduleOutlook } from '../domain/schedule/service.ts'
import type { WorkingGroup } from '../domain/working-group/rules.ts'
import { texts } from '../texts/texts.ts'
import { context, lines, section } from './blocks.ts'
import { partialDayInWords } from './dates.ts'
import { groupName, longestGroupName } from './group-name.ts'
import { listed } from './listed.ts'
import { brief, escapeMrkdwn } from './mrkdwn.ts'
import { nextInWords, scheduleInWords, switchedOn } from './schedule-words.ts'

/** No committee has so many groups that a list of them is cut; a message could not hold them all. */
const mostListed = 100

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
  const title = brief(groupName(group, language), 300)
  const people = (members: readonly Member[]) =>
    members.length === 0
      ? say('group.nobody')
      : listed(
          members.map((one) => nameIn(one.names, language)),
          language,
        )
  const fact = (label: string, value: string) => ({
    type: 'mrkdwn' as const,
    text: `*${label}*\n${value}`,
  })
  const { zh, en } = group.names
  const other = zh === undefined ? undefined : language === 'zh-CN' ? en : zh
  if (group.isHidden === true)
    return { text: title, blocks: [section(`*${title}*`), section(say('group.hidden'))] }
  return {
    text: title,
    blocks: [
      section(`*${title}*${other === undefined ? '' : `\n${brief(other, 300)}`}`),
      {
        type: 'section',
        fields: [
          fact(say('group.kind'), say(`group.kind-${group.kind}`)),
          fact(say('group.channel'), channelOf(group) ?? say('group.no-channel')),
          fact(say('group.convenors'), people(convenors)),
          fact(say('group.deputies'), people(deputies)),
        ],
      },
      schedules.length === 0
        ? section(`*${say('group.schedules')}*\n${say('group.no-schedule')}`)
        : {
            type: 'section',
            fields: schedules.map((outlook) =>
              fact(say(`group.schedule-${outlook.kind}`), scheduleTold(group, outlook, language)),
            ),
          },
      ...small(group, language),
    ],
  }
}

/** All groups, a line each. */
export function groupList(groups: readonly WorkingGroup[], language: Language): Message {
  const say = texts(language)
  const text = say('group.list', { count: groups.length })
  const items = groups.slice(0, mostListed).map((group) => {
    const closed = group.isClosed === true ? ` · ${say('group.closed')}` : ''
    return `• ${brief(groupName(group, language), longestGroupName)}${closed}`
  })
  const left = groups.length - items.length
  return {
    text,
    blocks: lines(`*${text}*`, left === 0 ? items : [...items, say('assignments.more', { count: left })]),
  }
}

function scheduleTold({ code }: WorkingGroup, outlook: ScheduleOutlook, language: Language): string {
  if (outlook.isOff === true)
    return texts(language)('group.schedule-off', {
      switch: switchedOn(code, outlook.kind, language),
    })
  return `${escapeMrkdwn(scheduleInWords(outlook, language))}\n${nextInWords(outlook, language)}`
}

function small(group: WorkingGroup, language: Language) {
  const say = texts(language)
  const notes = [
    group.isClosed === true ? say('group.closed-to') : '',
    group.names.zhIsTranslation === true && language === 'zh-CN' ? say('group.translated') : '',
    group.from === undefined ? '' : say('group.from', { on: partialDayInWords(group.from, language) }),
    group.until === undefined ? '' : say('group.until', { on: partialDayInWords(group.until, language) }),
    group.predecessor === undefined ? '' : say('group.predecessor', { code: brief(group.predecessor, 40) }),
  ].filter((note) => note !== '')
  return notes.length === 0 ? [] : [context(notes.join(' · '))]
}

/** A link to the channel, once its id is known; the name is for those who are not in it. */
function channelOf({ channel, channelId }: WorkingGroup): string | undefined {
  if (channelId === undefined) return channel === undefined ? undefined : brief(channel, 100)
  return channel?.startsWith('#') ? `<#${channelId}|${brief(channel.slice(1), 100)}>` : `<#${channelId}>`
}
