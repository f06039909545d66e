import type { ActionsBlock, Button, KnownBlock, StaticSelect } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import { type Day, dayIn } from '../domain/calendar/day.ts'
import { everything, type Hold } from '../domain/hold/rules.ts'
import { type Language, type Names, nameIn } from '../domain/language/rules.ts'
import type { Ask } from '../domain/reminder/asks.ts'
import {
  type GroupAhead,
  groupsHearing,
  type PeopleAhead,
  type RunAhead,
  type UnaskedWhy,
} from '../domain/run/ahead.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { context, header, lines, section } from './blocks.ts'
import { momentInWords, namedDay, partialDayInWords, timeInWords } from './dates.ts'
import { groupName } from './group-name.ts'
import { option } from './inputs.ts'
import { firstOf, listed } from './listed.ts'
import { brief, escapeMrkdwn } from './mrkdwn.ts'
import { planButton } from './plan-buttons.ts'
import {
  holdMessageId,
  type RunPage,
  releaseMessageId,
  runValue,
  showMessageId,
  turnRunId,
} from './run-value.ts'
import { skippedInWords } from './skipped-words.ts'
import { channelMark } from './unreached-words.ts'

/** Slack takes 50 blocks a message, and a group needs one. */
const mostGroups = 8
const mostPeople = 10
/** Of those who hear nothing so many are named, for each reason. */
const mostNamed = 5
/** As many reasons for which groups hear nothing are told apart. */
const mostReasons = 8

/** Who looks: `mayHold` are those who have the buttons; `names` are of members, by id, who held something. */
export type RunReader = { mayHold: boolean; names: ReadonlyMap<string, Names>; told?: string }

type HearingGroup = Extract<GroupAhead, { say: true }>

/** All that the next run would say, to whom, and why not to the others, with the buttons to hold it. */
export function runAheadMessage(
  run: RunAhead,
  page: Pick<RunPage, 'groups' | 'people'>,
  { mayHold, names, told }: RunReader,
  language: Language,
): Message {
  const say = texts(language)
  const { kind, on, groups, people } = run
  const title = say('ahead.title', { kind, on: namedDay(on, on, language) })
  const hearing = groups.flatMap((one) => (one.say ? [one] : []))
  const at: RunPage = {
    kind,
    on,
    groups: within(page.groups, hearing.length, mostGroups),
    people: within(page.people, people?.asked.length ?? 0, mostPeople),
  }
  const summary = summaryOf(run, language)
  const reading = { at, mayHold, names, language, isWhole: run.heldWhole.length > 0 }
  return {
    text: `${escapeMrkdwn(title)} ${summary}`,
    blocks: [
      header(title),
      ...(told === undefined ? [] : [section(told)]),
      section(summary),
      ...wholeBlocks(run, reading),
      ...groupBlocks(hearing, reading),
      ...silentBlocks(groups, run, language),
      ...(people === undefined ? [] : peopleBlocks(people, reading)),
      context(say('ahead.foot')),
    ],
  }
}

type Reading = {
  at: RunPage
  mayHold: boolean
  names: ReadonlyMap<string, Names>
  language: Language
  /** Everything is held: nothing is left to be held by itself. */
  isWhole: boolean
}

function within(page: number, count: number, size: number): number {
  return Math.min(Math.max(page, 1), Math.max(1, Math.ceil(count / size)))
}

function summaryOf({ groups, people }: RunAhead, language: Language): string {
  const say = texts(language)
  const { hear, held } = groupsHearing(groups)
  const silent = groups.length - hear - held
  const ofGroups = say('ahead.groups', { hear, held, silent })
  if (people === undefined) return ofGroups
  if (people.when !== 'ahead')
    return `${ofGroups}\n${say(`ahead.people-${people.when}`, { waiting: people.waiting.length })}`
  const free = people.asked.filter((one) => one.held === undefined)
  const things = free.reduce((sum, { asks }) => sum + asks.length, 0)
  const later = free.filter(({ isLater }) => isLater).length
  const ofPeople = say(later === 0 ? 'ahead.people' : 'ahead.people-later', {
    people: free.length,
    things,
    held: people.asked.length - free.length,
    hour: people.hour,
    now: free.length - later,
    later,
  })
  return `${ofGroups}\n${ofPeople}`
}

function wholeBlocks({ heldWhole }: RunAhead, { at, mayHold, names, language }: Reading): KnownBlock[] {
  const say = texts(language)
  const [hold] = heldWhole
  const button: Button =
    hold === undefined
      ? planButton(`${holdMessageId}:all`, runValue(at, at.kind, everything), say('ahead.hold-all'), {
          style: 'danger',
        })
      : planButton(`${releaseMessageId}:all`, runValue(at, at.kind, everything), say('ahead.release-all'), {
          style: 'primary',
        })
  return [
    ...(hold === undefined ? [] : [section(`${heldInWords('ahead.held-all', hold, names, language)}`)]),
    ...(mayHold ? [{ type: 'actions' as const, elements: [button] }] : []),
  ]
}

function groupBlocks(hearing: readonly HearingGroup[], reading: Reading): KnownBlock[] {
  if (hearing.length === 0) return []
  const { at, language } = reading
  const say = texts(language)
  const shown = hearing.slice((at.groups - 1) * mostGroups, at.groups * mostGroups)
  const menu: StaticSelect = {
    type: 'static_select',
    action_id: `${showMessageId}:group`,
    placeholder: { type: 'plain_text', text: say('ahead.show-group') },
    options: shown.map(({ group }) => option(runValue(at, at.kind, group.code), group.code)),
  }
  return [
    section(`*${say('ahead.groups-title', { count: hearing.length })}*`),
    ...shown.map((one) => groupRow(one, reading)),
    rowBelow([menu], 'groups', hearing.length, mostGroups, reading),
  ]
}

function groupRow(
  { group, slot, content, held, isLate, isBack }: HearingGroup,
  reading: Reading,
): KnownBlock {
  const { at, mayHold, names, language, isWhole } = reading
  const say = texts(language)
  const what =
    content.kind === 'reminder'
      ? say('ahead.reminder', { overdue: content.overdue.length, soon: content.soon.length })
      : say('ahead.digest', {
          moves: content.moves.length,
          done: content.done.length,
          overdue: content.overdue.length,
          ahead: content.ahead.length,
        })
  const back = isBack === true ? ` · ${say('ahead.back')}` : ''
  const moved =
    slot.on === slot.nominalOn
      ? back
      : ` · ${say(isLate === true ? 'ahead.late' : 'ahead.moved-from', { on: namedDay(slot.nominalOn, slot.on, language) })}`
  const own = held?.recipient === group.code ? held : undefined
  const mark = own === undefined ? '' : `\n${heldInWords('ahead.held', own, names, language)}`
  const text = `*${brief(groupName(group, language), 100)}* · ${channelMark(group)} · ${momentInWords(slot.at, group.zone, language)}\n${what}${moved}${mark}`
  const value = runValue(at, at.kind, group.code)
  const button =
    own === undefined
      ? planButton(`${holdMessageId}:${group.code}`, value, say('ahead.hold'))
      : planButton(`${releaseMessageId}:${group.code}`, value, say('ahead.release'), { style: 'primary' })
  const isOpen = mayHold && (own !== undefined || !isWhole)
  return { ...section(text), ...(isOpen && { accessory: button }) }
}

/** Codes in a line for every reason, since most groups share one. */
function silentBlocks(groups: readonly GroupAhead[], run: RunAhead, language: Language): KnownBlock[] {
  const say = texts(language)
  const codes = new Map<string, string[]>()
  for (const one of groups) {
    if (one.say) continue
    const own = silenceInWords(one, run, language)
    const reason = codes.has(own) || codes.size < mostReasons ? own : say('ahead.other-reasons')
    codes.set(reason, [...(codes.get(reason) ?? []), one.group.code])
  }
  const told = [...codes].map(
    ([why, members]) => `• ${say('report.line', { names: listed(members, language), why })}`,
  )
  if (run.others > 0) told.push(`• ${say('ahead.not-that-day', { count: run.others })}`)
  if (run.unscheduled > 0) told.push(`• ${say('ahead.unscheduled', { count: run.unscheduled })}`)
  return told.length === 0 ? [] : lines(`*${say('ahead.silent-title')}*`, told)
}

function silenceInWords(
  { why, slot, until }: Extract<GroupAhead, { say: false }>,
  { on }: RunAhead,
  language: Language,
): string {
  const say = texts(language)
  if (why === 'moved') return say('ahead.moved-to', { on: namedDay(slot.on, on, language) })
  if (why === 'snoozed' && until !== undefined)
    return say('ahead.put-off', { on: partialDayInWords(until, language) })
  return skippedInWords(why, language)
}

function peopleBlocks(people: PeopleAhead, reading: Reading): KnownBlock[] {
  const { asked, unasked, unanswered, waiting, zone } = people
  const { at, mayHold, names, language, isWhole } = reading
  const say = texts(language)
  const shown = asked.slice((at.people - 1) * mostPeople, at.people * mostPeople)
  const isHeldAlone = ({ member, held }: PeopleAhead['asked'][number]) => held?.recipient === member.id
  const rows = shown.map((one) => {
    const name = brief(nameIn(one.member.names, language), 60)
    const mark =
      isHeldAlone(one) && one.held !== undefined
        ? ` · ${heldInWords('ahead.held', one.held, names, language)}`
        : one.isLater === true
          ? ` · ${laterInWords(one.at, { on: at.on, zone }, language)}`
          : ''
    return `• ${say('report.line', { names: name, why: asksInWords(one.asks, language) })}${mark}`
  })
  const menu = (id: string, key: TextKey, some: typeof shown): StaticSelect[] =>
    some.length === 0
      ? []
      : [
          {
            type: 'static_select',
            action_id: id,
            placeholder: { type: 'plain_text', text: say(key) },
            options: some.map(({ member }) =>
              option(runValue(at, 'asks', member.id), nameIn(member.names, language)),
            ),
          },
        ]
  const free = isWhole ? [] : shown.filter((one) => !isHeldAlone(one))
  const menus = [
    ...(mayHold ? menu(`${holdMessageId}:person`, 'ahead.hold-person', free) : []),
    ...(mayHold ? menu(`${releaseMessageId}:person`, 'ahead.release-person', shown.filter(isHeldAlone)) : []),
    ...menu(`${showMessageId}:person`, 'ahead.show-person', shown),
  ]
  const still = firstOf(
    waiting,
    mostNamed,
    ({ member, at: until }) =>
      say('ahead.waits', {
        name: brief(nameIn(member.names, language), 60),
        when: laterInWords(until, { on: at.on, zone }, language),
      }),
    language,
  )
  const told = unaskedWhys.flatMap((why) => {
    const some = unasked.filter((one) => one.why === why)
    const first = firstOf(
      some,
      mostNamed,
      ({ member }) => brief(nameIn(member.names, language), 60),
      language,
    )
    return some.length === 0 ? [] : [`• ${say('report.line', { names: first, why: say(unaskedKeys[why]) })}`]
  })
  return [
    ...(asked.length === 0
      ? []
      : [
          ...lines(`*${say('ahead.people-title', { count: asked.length })}*`, rows),
          rowBelow(menus, 'people', asked.length, mostPeople, reading),
        ]),
    ...(waiting.length === 0 ? [] : [section(still)]),
    ...(told.length === 0 ? [] : lines(`*${say('ahead.unasked-title', { count: unasked.length })}*`, told)),
    ...(unanswered.length === 0
      ? []
      : [
          section(
            say('ahead.unanswered', {
              names: listed(
                unanswered.map(({ group }) => group.code),
                language,
              ),
            }),
          ),
        ]),
  ]
}

/** When whoever is in quiet hours hears it, on the committee's clock; with the day where it is another than `on`. */
function laterInWords(at: Date, { on, zone }: { on: Day; zone: string }, language: Language): string {
  const say = texts(language)
  const time = timeInWords(at, zone, language)
  const day = dayIn(zone, at)
  return day === on
    ? say('ahead.later-at', { time })
    : say('ahead.later-on', { on: namedDay(day, on, language), time })
}

const unaskedWhys = ['cap', 'snoozed', 'away', 'not-in-slack', 'quiet-until-day-off'] as const
const unaskedKeys = {
  cap: 'ahead.unasked-cap',
  snoozed: 'ahead.unasked-snoozed',
  away: 'ahead.unasked-away',
  'not-in-slack': 'ahead.unasked-not-in-slack',
  'quiet-until-day-off': 'ahead.unasked-quiet-until-day-off',
} as const satisfies Record<UnaskedWhy, TextKey>

const kinds = {
  acknowledge: 'ahead.asks-acknowledge',
  decide: 'ahead.asks-decide',
  unowned: 'ahead.asks-unowned',
  held: 'ahead.asks-held',
  on: 'ahead.asks-on',
  stuck: 'ahead.asks-stuck',
  overdue: 'ahead.asks-overdue',
  today: 'ahead.asks-today',
  decided: 'ahead.asks-decided',
  given: 'ahead.asks-given',
  answer: 'ahead.asks-answer',
  soon: 'ahead.asks-soon',
} as const satisfies Record<Ask['kind'], TextKey>

/** How many things of which kind. */
export function asksInWords(asks: readonly Ask[], language: Language): string {
  const say = texts(language)
  return (Object.keys(kinds) as Ask['kind'][])
    .flatMap((kind) => {
      const count = asks.filter((ask) => ask.kind === kind).length
      return count === 0 ? [] : [say(kinds[kind], { count })]
    })
    .join(say('list.comma'))
}

/** Who held it, and why where that was said. */
function heldInWords(
  key: 'ahead.held' | 'ahead.held-all',
  { by, why }: Hold,
  names: ReadonlyMap<string, Names>,
  language: Language,
): string {
  const say = texts(language)
  const known = by === undefined ? undefined : names.get(by)
  const who = known === undefined ? say('ahead.operator') : brief(nameIn(known, language), 60)
  const words = say(key, { who })
  return `:no_entry: ${words}${why === undefined ? '' : ` · ${brief(why, 120)}`}`
}

function rowBelow(
  menus: StaticSelect[],
  which: 'groups' | 'people',
  count: number,
  size: number,
  { at, language }: Reading,
): ActionsBlock {
  const say = texts(language)
  const last = Math.max(1, Math.ceil(count / size))
  const turn = (to: number, key: TextKey, name: string) =>
    planButton(`${turnRunId}:${which}-${name}`, runValue({ ...at, [which]: to }), say(key))
  return {
    type: 'actions',
    elements: [
      ...menus,
      ...(at[which] > 1 ? [turn(at[which] - 1, 'standard-list.previous', 'previous')] : []),
      ...(at[which] < last ? [turn(at[which] + 1, 'standard-list.next', 'next')] : []),
    ],
  }
}
