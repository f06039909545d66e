import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { GestureKind } from '../domain/assignment/gestures.ts'
import { ballOf } from '../domain/assignment/life.ts'
import type { Assignment } from '../domain/assignment/rules.ts'
import type { PutOff } from '../domain/delivery/told.ts'
import { type Names, nameIn } from '../domain/language/rules.ts'
import type { ReminderContent } from '../domain/reminder/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { type Called, stateInWords, whoInWords } from './assignment-facts.ts'
import { deedInWords } from './assignment-history.ts'
import { assignmentLine } from './assignment-line.ts'
import { context, header, lines, section } from './blocks.ts'
import { momentForEachReader, namedDay, partialDayInWords } from './dates.ts'
import { groupName, longestGroupName } from './group-name.ts'
import { brief, escapeMrkdwn, shorten } from './mrkdwn.ts'
import type { GroupFrame } from './notice-frame.ts'
import { answerRow, deedRow } from './reminder-buttons.ts'

/** The longest part of a reminder that anyone reads in a channel; the rest is one command away. */
const mostShown = 15
/** So many of what was done about it are told in the message; the rest stands with each assignment. */
const mostDeeds = 5
/** Deeds whose reason is told with them: it is the group's to know why something was decided so. */
const decisions: ReadonlySet<string> = new Set<GestureKind>(['decide-due', 'set-due', 'reopen', 'withdraw'])

/** Deeds after which an assignment waits for somebody else: the deed says so itself. */
const asking: ReadonlySet<string> = new Set<GestureKind>(['block', 'decline', 'ask-due'])

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
    const items = assignments.slice(0, mostShown).map((one) => `• ${lineOf(one, frame)}`)
    const left = assignments.length - items.length
    return lines(
      `*${say(key, { count: openAmong(assignments) })}*`,
      left === 0 ? items : [...items, say('assignments.more', { count: left })],
    )
  }
  const isOff = frame.state?.putOff !== undefined || frame.state?.cameBack !== undefined
  const more = content.others === 0 || isOff ? '' : `${say('reminder.others', { count: content.others })} `
  return {
    text: `${escapeMrkdwn(title)} ${say('reminder.summary', { overdue: openAmong(content.overdue), soon: openAmong(content.soon) })}`,
    blocks: [
      header(title),
      ...(isOff
        ? []
        : [...part(content.overdue, 'reminder.overdue'), ...part(content.soon, 'reminder.soon')]),
      context(`${more}${say('reminder.all', { command: `/assignments ${group.code}` })}`),
      ...(saidOn === slotOn ? [] : [context(say('notice.late', { on: namedDay(slotOn, saidOn, language) }))]),
      ...deedLines(frame),
      ...answer(frame),
    ],
  }
}

/** What was done or taken back since it was said stands in its list, and is counted no more. */
function openAmong(assignments: readonly Assignment[]): number {
  return assignments.filter(({ state }) => state === 'open').length
}

/** One assignment, how it stands where the next move is not its owner's, and the last that was done about it since it was said. */
function lineOf(assignment: Assignment, { group, saidOn, state }: GroupFrame): string {
  const { language } = group
  const { id, life } = assignment
  const isOpen = assignment.state === 'open'
  const last = state?.deeds.findLast(({ entry }) => entry.subject.id === id)?.entry
  const rests = isOpen && ballOf(life) !== 'owner' && !asking.has(last?.what ?? '')
  const stands = rests ? [`_${stateInWords(assignment, language)}_`] : []
  const line = [assignmentLine(assignment, saidOn, language), ...stands].join(' · ')
  if (last === undefined) return line
  const who = whoInWords(last, calledIn(state), language)
  // That it is done, or withdrawn, the line says itself.
  return isOpen ? `${line} · _${deedInWords(last, language)} · ${who}_` : `${line} · _${who}_`
}

/**
 * Who answered, or the buttons with which to, then what may be done about what it names; or that nothing of that is open any
 * more, where nobody is asked for anything.
 */
function answer({ id, group, state }: GroupFrame): KnownBlock[] {
  const { language, zone } = group
  const say = texts(language)
  const { acknowledged, putOff, cameBack, isOver = false } = state ?? {}
  const named = ({ names, insteadOf }: { names: Names; insteadOf?: Names }) => {
    const who = brief(nameIn(names, language), 80)
    if (insteadOf === undefined) return who
    return say('assignment.for', { who, behalf: brief(nameIn(insteadOf, language), 80) })
  }
  const offInWords = (off: PutOff) => ({
    on: partialDayInWords(off.until, language),
    name: named(off),
    at: momentForEachReader(off.at, zone, language),
  })
  return [
    ...(acknowledged === undefined
      ? []
      : [
          context(
            `:white_check_mark: ${say('reminder.acknowledged', {
              name: named(acknowledged),
              at: momentForEachReader(acknowledged.at, zone, language),
            })}`,
          ),
        ]),
    ...(putOff === undefined ? [] : [section(`:zzz: ${say('reminder.snoozed', offInWords(putOff))}`)]),
    ...(cameBack === undefined ? [] : [section(`:zzz: ${say('reminder.came-back', offInWords(cameBack))}`)]),
    ...(isOver && cameBack === undefined ? [context(`:white_check_mark: ${say('reminder.none-open')}`)] : []),
    ...(id === undefined || isOver || acknowledged !== undefined || cameBack !== undefined
      ? []
      : [answerRow(id, language)]),
    ...(id === undefined || isOver || putOff !== undefined || cameBack !== undefined
      ? []
      : [deedRow(id, language)]),
  ]
}

const calledIn =
  (state: GroupFrame['state']): Called =>
  ({ kind, id }) =>
    state?.names.get(`${kind} ${id}`)

/** What was done about what it names since it was said: the last of it. */
function deedLines({ group, state }: GroupFrame): KnownBlock[] {
  const { language, zone } = group
  const say = texts(language)
  const deeds = state?.deeds ?? []
  const called = calledIn(state)
  const last = deeds.slice(-mostDeeds)
  const earlier = deeds.length - last.length
  if (last.length === 0) return []
  const told = last.map(({ entry, titles }) => {
    const deed = {
      who: whoInWords(entry, called, language),
      what: deedInWords(entry, language),
      title: brief(nameIn(titles, language), 80),
      at: momentForEachReader(entry.at, zone, language),
    }
    const { what, note } = entry
    return note !== undefined && decisions.has(what)
      ? say('reminder.deed-why', { ...deed, why: brief(note, 200) })
      : say('reminder.deed', deed)
  })
  return [
    context([...(earlier > 0 ? [say('reminder.deeds-more', { count: earlier })] : []), ...told].join('\n')),
  ]
}
