import type { KnownBlock } from '@slack/types'
import type { Assignment } from '../domain/assignment/rules.ts'
import { dayIn } from '../domain/calendar/day.ts'
import type { Question } from '../domain/delivery/told.ts'
import type { ToDecide } from '../domain/desk/service.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Notice } from '../domain/notice/rules.ts'
import type { ToldMove } from '../domain/standard/rules.ts'
import { texts } from '../texts/texts.ts'
import { openAssignmentId } from './assignment-buttons.ts'
import { whoInWords } from './assignment-facts.ts'
import { ownerName } from './assignment-line.ts'
import { context, section } from './blocks.ts'
import { partialDayInWords, shortDay } from './dates.ts'
import type { DeskReader } from './desk-reader.ts'
import { firstOf } from './listed.ts'
import { brief, escapeMrkdwn } from './mrkdwn.ts'
import { openOffersId, planButton } from './plan-buttons.ts'
import { openProposalsId } from './proposal-list.ts'
import { questionBlocks } from './question-message.ts'
import { acknowledgeReminderId } from './reminder-buttons.ts'
import { stageInWords } from './stage-words.ts'

/** Of each kind so many are shown with their buttons; the rest is counted. */
const mostReminders = 5
const mostQuestions = 2
const mostYears = 3
const mostGroups = 5
const mostNamed = 3
const longestQuote = 200

/** What waits for the reader to decide, each with the button that leads there; nothing where nothing does. */
export function deskDecide(decide: ToDecide, reader: DeskReader, language: Language): KnownBlock[] {
  const say = texts(language)
  const { leading, assignments, unowned, held, offers, reminders, proposals, notices, changes } = decide
  const goals = [...offers, ...changes].reduce((sum, { count }) => sum + count, 0)
  const count =
    assignments.count +
    unowned.count +
    held.count +
    goals +
    reminders.length +
    proposals.length +
    notices.count
  const answering = new Set([...leading.own, ...leading.standingIn.map(({ group }) => group)])
  const more = (left: number) => (left > 0 ? [context(say('assignments.more', { count: left }))] : [])
  if (count === 0) return []
  return [
    section(`*${say('home.decide', { count })}*`),
    ...leading.standingIn.slice(0, mostGroups).map(({ group, member, until }) =>
      context(
        say('home.standing-in', {
          group: brief(group, 40),
          name: brief(nameIn(member.names, language), 80),
          until: shortDay(until, reader.today, language),
        }),
      ),
    ),
    ...assignments.first.map((one) => assignmentRow(one, reader, language)),
    ...more(assignments.count - assignments.first.length),
    ...unowned.first.map((one) => unownedRow(one, language)),
    ...more(unowned.count - unowned.first.length),
    ...held.first.map((one) => heldRow(one, reader, language)),
    ...more(held.count - held.first.length),
    ...offers.slice(0, mostGroups).map(({ group, year, count }) => ({
      ...section(say('home.offers', { group: brief(group, 40), year: String(year), count })),
      accessory: planButton(
        `${openOffersId}:${group}-${year}`.slice(0, 255),
        String(year),
        say('desk.answer'),
      ),
    })),
    ...more(offers.length - mostGroups),
    ...reminders
      .slice(0, mostReminders)
      .map((notice) => reminderRow(notice, answering.has(notice.group ?? ''), reader, language)),
    ...more(reminders.length - mostReminders),
    ...yearsOf(changes).map(({ year, count }) => ({
      ...section(say('home.changes', { year: String(year), count })),
      accessory: planButton(`${openOffersId}:changes-${year}`, String(year), say('home.look')),
    })),
    ...proposalsRow(proposals, language),
    ...notices.first.slice(0, mostQuestions).flatMap((question) => questionRow(question, reader, language)),
    ...more(notices.count - Math.min(notices.first.length, mostQuestions)),
  ]
}

/** What somebody else can't go on with: whose it is, since when and why; the card has the button that gives it back. */
function heldRow(assignment: Assignment, reader: DeskReader, language: Language): KnownBlock {
  const { id, life } = assignment
  const owner = brief(ownerName(assignment, language), 80)
  const since =
    life.blocked === undefined ? '' : shortDay(dayIn(reader.zone, life.blocked.at), reader.today, language)
  const why = brief(life.blocked?.why ?? '', longestQuote)
  const told = texts(language)('home.held', { owner, since, why })
  return openRow(assignment, told, `${openAssignmentId}:held-${id}`, language)
}

/** What nobody owes any more who is there: the card has the buttons that give it to somebody, or withdraw it. */
function unownedRow(assignment: Assignment, language: Language): KnownBlock {
  const { kind } = assignment.owner
  const told = texts(language)(kind === 'group' ? 'home.unowned-group' : 'home.unowned', {
    owner: brief(ownerName(assignment, language), 80),
  })
  return openRow(assignment, told, `${openAssignmentId}:unowned-${assignment.id}`, language)
}

function openRow(
  { id, titles, group }: Assignment,
  told: string,
  actionId: string,
  language: Language,
): KnownBlock {
  const title = `*${brief(nameIn(titles, language), 150)}* · ${brief(group, 40)}`
  return {
    ...section(`${title}\n${told}`),
    accessory: planButton(actionId.slice(0, 255), id, texts(language)('plan.open')),
  }
}

/** What is asked about an assignment, by whom and since when. */
function assignmentRow(assignment: Assignment, reader: DeskReader, language: Language): KnownBlock {
  const say = texts(language)
  const { declined, dueAsked } = assignment.life
  const fact = declined ?? dueAsked
  const who =
    fact?.by === undefined ? ownerName(assignment, language) : whoInWords(fact, reader.called, language)
  const since = fact === undefined ? '' : shortDay(dayIn(reader.zone, fact.at), reader.today, language)
  const asked =
    declined === undefined && dueAsked !== undefined
      ? say('home.due-asked', { who, since, on: partialDayInWords(dueAsked.on, language) })
      : say('home.given-back', { who, since })
  const why = fact === undefined ? '' : `\n> ${brief(fact.why, longestQuote)}`
  return openRow(assignment, `${asked}${why}`, `${openAssignmentId}:${assignment.id}`, language)
}

/** A reminder without an answer. The secretariat reads of those of groups that nobody leads, and those who lead answer. */
function reminderRow(
  { id, group = '', slotOn }: Notice,
  mayAnswer: boolean,
  { today }: DeskReader,
  language: Language,
): KnownBlock {
  const say = texts(language)
  const on = shortDay(slotOn, today, language)
  const row = section(say('home.unacknowledged', { group: brief(group, 40), on }))
  if (!mayAnswer) return row
  return { ...row, accessory: planButton(acknowledgeReminderId, id, say('reminder.acknowledge')) }
}

function proposalsRow(proposals: ToDecide['proposals'], language: Language): KnownBlock[] {
  if (proposals.length === 0) return []
  const say = texts(language)
  const proposalInWords = ({ designation, stages, to }: ToldMove) =>
    `*${brief(designation, 80)}* → ${escapeMrkdwn(stageInWords(stages, to, language))}`
  return [
    {
      ...section(
        say('home.proposed', {
          count: proposals.length,
          names: firstOf(proposals, mostNamed, proposalInWords, language),
        }),
      ),
      accessory: planButton(openProposalsId, 'all', say('home.look')),
    },
  ]
}

function questionRow(question: Question, { today, committee }: DeskReader, language: Language): KnownBlock[] {
  const { id, slotOn } = question.subject
  return questionBlocks(question, committee, { id, slotOn, saidOn: today }, language)
}

/** By year, whichever group it is: the answer is given in one place. */
function yearsOf(changes: ToDecide['changes']): { year: number; count: number }[] {
  const years = [...new Set(changes.map(({ year }) => year))]
  return years.slice(0, mostYears).map((year) => ({
    year,
    count: changes.reduce((sum, one) => (one.year === year ? sum + one.count : sum), 0),
  }))
}
